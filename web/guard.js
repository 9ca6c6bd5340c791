// Runs first, in any browser: finds out whether the program can run here, and
// shows the articles as plain text under a sentence where it cannot.
// Two invariants: this file is written in the JavaScript of 2009, so that a
// browser too old for everything else still reads it; and whatever is missing,
// the articles stand in the page as elements, which need no script to be shown.
// It stands in the page itself; the build writes its hash into the policy. A
// host or a proxy may keep it from running: the boot script has it as well.
(function () {
  var page = document;
  if (self.summitry) return;
  var room = (self.summitry = {});

  /** How long the page may be without its program until the articles are shown, in milliseconds; `style/frame.css` says the same. */
  var PATIENCE = 20000;

  /** How long a frame may take until it is drawn before its page is left all the same, in milliseconds. */
  var DRAWN = 500;

  // The only scripts that this page ever trusts are its own.
  try {
    room.policy = self.trustedTypes && self.trustedTypes.createPolicy('summitry', {
      createScriptURL: function (file) {
        return new URL(file === WORKSHOP ? file : 'sw.js', page.baseURI).href;
      },
    });
  } catch (refused) {
    // A host's policy may not allow it: then nothing is kept for later.
  }

  // What the host of the page forbids is told as that.
  self.addEventListener('securitypolicyviolation', function (event) {
    var file = String(event.blockedURI);
    if (/wasm/.test(file) || file.indexOf(new URL('.', location.href).href) === 0) room.forbids = event.effectiveDirective;
  });

  var explain = function (sentence, afresh) {
    if (room.stopped) return;
    room.stopped = true;
    var show = function () {
      var notice = page.createElement('p');
      notice.setAttribute('role', 'alert');
      notice.className = 'notice';
      notice.textContent = sentence + ' Below are the articles as plain text.';
      if (afresh) {
        var link = page.createElement('a');
        link.href = location.pathname;
        link.textContent = 'Begin again without this link';
        notice.appendChild(page.createTextNode(' '));
        notice.appendChild(link);
      }
      var place = page.getElementById('app');
      while (place.firstChild) place.removeChild(place.firstChild);
      place.appendChild(notice);
      // The program takes the articles away when it begins.
      var texts = room.texts || page.getElementById('texts');
      if (texts) place.parentNode.appendChild(texts);
      page.documentElement.setAttribute('data-plain', '');
    };
    if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', show);
    else show();
  };

  var mend = ONE_FILE
    ? 'Get it anew from where it came from, or ask who gave it to you.'
    : 'Check the connection, then reload the page.';

  /** For a browser that cannot run the program. */
  room.tooOld = function () {
    explain('This browser is too old for the reading room. Any browser made since 2024 can open it.');
  };

  /** For a program that did not arrive as it was built. */
  room.broken = function () {
    if (room.forbids) return room.forbidden();
    explain(
      ONE_FILE
        ? 'The reading room did not open: this file is damaged or was cut short. ' + mend
        : 'The reading room did not open: a part of it was not loaded or arrived damaged. ' + mend
    );
  };

  /** For a program that may not run here. */
  room.forbidden = function () {
    explain(
      'The reading room may not run here: the host of this page, or a network in between, forbids a part of it' +
        ' (content security policy, “' + (room.forbids || 'script-src') + '”). Its keeper can allow it.'
    );
  };

  /** For a collection that cannot be read; `reason` is a clause. */
  room.damaged = function (reason) {
    explain('The reading room cannot open: ' + reason + '. The keeper of this page should put it on its host again, whole.');
  };

  /** For a program that stopped; the address still says where the visitor was. */
  room.mistaken = function () {
    explain(
      'The reading room stopped because of a mistake in its program. Reload the page to go on where you were; if it stops again, this link asks for more than it can do.',
      true
    );
  };

  // Whatever is late or never comes, nobody waits for ever: the articles are
  // shown below a sentence, and the program may still take their place.
  setTimeout(function () {
    if (room.started && room.there) return;
    page.documentElement.setAttribute('data-late', '');
  }, PATIENCE);

  // What stands here before the program is the beginning of the search page.
  if (!/^#?\/?(search)?$/.test(location.hash)) page.documentElement.setAttribute('data-elsewhere', '');
  // Frames without an origin and files from a disk may not load the parts of
  // this page; the same page in one file needs none.
  if (!ONE_FILE && (self.origin === 'null' || location.protocol === 'file:')) {
    room.stopped = true;
    var leave = function () {
      if (room.left) return;
      room.left = true;
      location.replace('summitry.html' + location.hash);
    };
    // A frame whose first page is left before it was drawn may stay blank for
    // ever (Chromium 148: ten of 6,400 on a busy machine).
    if (self === top || !self.requestAnimationFrame) leave();
    else {
      requestAnimationFrame(leave);
      setTimeout(leave, DRAWN);
    }
    return;
  }
  if (!self.WebAssembly || !self.fetch || !('noModule' in page.createElement('script')) || !self.DecompressionStream) {
    room.tooOld();
    return;
  }
  // The longest way comes first: the program is asked for before anything else,
  // and the browser compares its digest.
  if (!ONE_FILE) {
    room.load = function (file) {
      return fetch(file[0], { integrity: file[1] }).then(function (response) {
        return response.arrayBuffer();
      });
    };
    room.first = room.load(FIRST);
    // Whoever waits for it hears of a failure; nobody else need.
    room.first['catch'](function () {});
  }
  // Before the program has started, a fault within a script means that the
  // browser lacks something, for the script is as it was built; any other means
  // that a file did not arrive or was refused for its hash. A sheet that is
  // looked after (`onerror`) is not this one's business.
  self.addEventListener('error', function (event) {
    if (event.target.integrity && !event.target.onerror) room.broken();
    else if (event.error && !room.started) room.tooOld();
  }, true);
  self.addEventListener('load', function () {
    if (!room.started) room.broken();
  });
})();
