'use strict';
// The token stands behind the # of the address: it never goes to a server by itself, only in the form, when the button is pressed.
(() => {
  const withLink = document.getElementById('with-link');

  function take() {
    const token = location.hash.slice(1);
    if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return;
    document.getElementById('token').value = token;
    document.getElementById('with-code').hidden = true;
    withLink.hidden = false;
  }

  take();
  // Another link, opened over this page, loads nothing anew.
  window.addEventListener('hashchange', take);
  // Whoever goes back in this browser finds the page, not the link.
  withLink.addEventListener('submit', () => history.replaceState(null, '', location.pathname + location.search));
})();
