// Inside a frame: tells the page around how high the view is, and where a page
// that was turned to begins or the passage that it leads to stands.
// One invariant: the only message that is listened to is the surrounding
// window's question for the height, and two lengths are all that is ever told.
// Known by `summitry:resize`, `summitry:show` and, to learning platforms, by
// `lti.frameResize`.

/** How long a page that was turned to takes until it is drawn, in milliseconds. */
const DRAWN = 300;

/** How long until a view that has no height yet is measured again, in milliseconds. */
const AGAIN = 250;

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
  // A browser that does not draw a frame yet observes nothing in it; timers run.
  const begin = () => (view.getBoundingClientRect().height ? tell(around) : setTimeout(begin, AGAIN));
  begin();
  // A frame that is as high as its view cannot be scrolled; the page around can.
  let page = location.hash.split('?')[0];
  addEventListener('hashchange', () => {
    const before = page;
    page = location.hash.split('?')[0];
    if (page === before && !/[?&]p=/.test(location.hash)) return;
    setTimeout(() => {
      const top = document.querySelector('.block[data-current]')?.getBoundingClientRect().top ?? 0;
      parent.postMessage({ type: 'summitry:show', top: top + scrollY }, reachable(around));
    }, DRAWN);
  });
  addEventListener('message', ({ source, origin, data }) => {
    if (source === parent && data?.type === 'summitry:measure') tell(origin);
  });
};
