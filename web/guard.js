// Runs first, in any browser: finds out whether the program can run here, and
// shows the articles as plain text under a sentence where it cannot.
// One invariant: this file is written in the JavaScript of 2009, so that a
// browser too old for everything else still reads it.
// It stands in the page itself; the build writes its hash into the policy.
(function () {
  var page = document;
  var texts = function () {
    return page.getElementById('texts').textContent;
  };
  var types = self.trustedTypes;
  // The only markup and the only script that this page ever trusts are its own.
  var policy = types && types.createPolicy('summitry', {
    createHTML: texts,
    createScriptURL: function () {
      return new URL('sw.js', page.baseURI).href;
    },
  });
  var room = (self.summitry = { policy: policy });

  var explain = function (sentence) {
    if (room.stopped) return;
    room.stopped = true;
    var show = function () {
      var notice = page.createElement('p');
      notice.setAttribute('role', 'alert');
      notice.className = 'notice';
      notice.textContent = sentence + ' Below are the articles as plain text.';
      var holder = page.createElement('div');
      holder.innerHTML = policy ? policy.createHTML('') : texts();
      var place = page.getElementById('app');
      while (place.firstChild) place.removeChild(place.firstChild);
      place.appendChild(notice);
      place.appendChild(holder);
    };
    if (page.getElementById('texts')) show();
    else page.addEventListener('DOMContentLoaded', show);
  };

  /** For a browser that cannot run the program. */
  room.tooOld = function () {
    explain('This browser is too old for the reading room. Any browser made since 2024 can open it.');
  };

  /** For a program that did not arrive as it was built. */
  room.broken = function () {
    explain('The reading room did not open: a part of it was not loaded or arrived damaged. Check the connection, then reload the page.');
  };

  /** For a program that stopped; the address still says where the visitor was. */
  room.mistaken = function () {
    explain('The reading room stopped because of a mistake in its program. Reload the page to go on where you were.');
  };

  // What stands here before the program is the beginning of the search page.
  if (!/^#?\/?(search)?$/.test(location.hash)) page.documentElement.setAttribute('data-elsewhere', '');
  // Frames without an origin and files from a disk may not load the parts of
  // this page; the same page in one file needs none.
  if (!ONE_FILE && (self.origin === 'null' || location.protocol === 'file:')) {
    location.replace('summitry.html' + location.hash);
    return;
  }
  if (!self.WebAssembly || !self.fetch || !('noModule' in page.createElement('script')) || (ONE_FILE && !self.DecompressionStream)) {
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
