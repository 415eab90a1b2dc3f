// How many notices are unread, before the title of the browser's tab. The text node stays the one Blazor knows and writes to.
(() => {
  let prefix = "";
  const form = /^\(\d+\+?\) /;
  const apply = () => {
    const text = document.querySelector("title")?.firstChild;
    if (!text) return;
    const wanted = prefix + text.data.replace(form, "");
    if (text.data !== wanted) text.data = wanted;
  };
  new MutationObserver(apply).observe(document.head, { subtree: true, childList: true, characterData: true });
  window.gacNotices = {
    count: unread => {
      prefix = unread > 0 ? `(${unread > 99 ? "99+" : unread}) ` : "";
      apply();
    },
  };
})();
