// <summit-view>: a view of the reading room on somebody else's page.
// One invariant: only the frame's own window, speaking from its own origin and
// in the agreed shape, changes anything on the page around it.
// The page's style and storage are left alone; no other file is needed.
(() => {
  // A module has no current script; the tag can still be found by its name.
  const tag = document.currentScript ?? document.querySelector('script[src$="embed.js"]');
  const home = new URL('./', tag.src);
  // A page in a sandbox hands the sandbox on: then the frame has no origin either.
  const origins = [home.origin, self.origin === 'null' ? 'null' : home.origin];
  // Constructed, because a strict policy forbids both style elements and attributes.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':host{display:block}:host([hidden]){display:none}iframe{display:block;inline-size:100%;border:0}');

  /** Between a line and the longest comparison on a phone, in pixels; nothing else is a height of a view. */
  const bounded = (height) => Math.min(Math.max(height, 50), 100_000);

  class SummitView extends HTMLElement {
    static observedAttributes = ['route', 'height', 'theme', 'lang', 'title'];

    #frame = document.createElement('iframe');

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      this.#frame.allow = 'clipboard-write; fullscreen';
      this.#frame.part = 'frame';
      root.append(this.#frame);
    }

    connectedCallback() {
      addEventListener('message', this);
      this.#measure();
      this.#name();
      // A frame that is moved loads its address anew, and it is to be the one of now.
      this.#frame.src = this.#address();
    }

    disconnectedCallback() {
      removeEventListener('message', this);
    }

    attributeChangedCallback(name) {
      if (!this.#frame.src) return;
      if (name === 'height') this.#measure();
      else if (name === 'title') this.#name();
      // Replaced, so that Back leads away from the page around, not through its views.
      else this.#frame.contentWindow?.location.replace(this.#address());
    }

    /** The frame tells how high its view is, and what of it is to be seen, in pixels. */
    handleEvent({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || !origins.includes(origin)) return;
      if (data?.type === 'summitry:resize' && data.height > 0 && Number.isFinite(data.height)) {
        this.#frame.style.height = `${bounded(data.height)}px`;
      } else if (data?.type === 'summitry:show' && data.top >= 0 && Number.isFinite(data.top)) {
        this.#show(this.getBoundingClientRect().top + Math.min(data.top, this.offsetHeight));
      }
    }

    /** Scrolls the page to this height of the window, unless that is well in sight. */
    #show(top) {
      if (top < 0 || top > innerHeight * 0.75) scrollBy(0, top - 0.1 * innerHeight);
    }

    #name() {
      this.#frame.title = this.getAttribute('title') ?? 'Summitry, a reading room';
    }

    /** The height until the view has told its own. */
    #measure() {
      const height = parseFloat(this.getAttribute('height'));
      this.#frame.style.height = `${bounded(height > 0 && Number.isFinite(height) ? height : 600)}px`;
    }

    #address() {
      const route = (this.getAttribute('route') ?? '').replace(/^#?\/?/, '') || 'search';
      const added = new URLSearchParams({ embed: 1 });
      for (const name of ['theme', 'lang']) {
        if (this.getAttribute(name)) added.set(name, this.getAttribute(name));
      }
      return `${home}#/${route}${route.includes('?') ? '&' : '?'}${added}`;
    }
  }

  customElements.get('summit-view') ?? customElements.define('summit-view', SummitView);
})();
