// Inside a frame: tells the page around how high the view is.
// One invariant: the only message that is listened to is the surrounding
// window's question for the height, and the height is all that is ever told.
// Known by `summitry:resize` and, to learning platforms, by `lti.frameResize`.

/** Tells the height now and whenever it changes, in the frame of the change. */
export const tellHeight = () => {
  const view = document.getElementById('app');
  // Browsers that say who is around let the height be told to nobody else.
  const around = location.ancestorOrigins?.[0];
  const reachable = (origin) => (!origin || origin === 'null' ? '*' : origin);
  const tell = (origin) => {
    const height = Math.ceil(view.getBoundingClientRect().height);
    if (!height) return;
    parent.postMessage({ type: 'summitry:resize', height }, reachable(origin));
    parent.postMessage({ subject: 'lti.frameResize', height }, reachable(origin));
  };
  new ResizeObserver(() => tell(around)).observe(view);
  addEventListener('message', ({ source, origin, data }) => {
    if (source === parent && data?.type === 'summitry:measure') tell(origin);
  });
};
