// Runs before the first paint: puts the theme on <html> and remembers what the computer answers, so that the server draws the right one next time.
(() => {
  const query = matchMedia("(prefers-color-scheme: dark)");
  const cookie = name => document.cookie.split("; ").find(part => part.startsWith(name + "="))?.slice(name.length + 1);
  const remember = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`; };
  const choice = () => { const value = cookie("gac-theme"); return value === "light" || value === "dark" ? value : "system"; };
  const isDark = () => choice() === "dark" || (choice() === "system" && query.matches);
  const apply = () => {
    remember("gac-system-dark", query.matches ? "1" : "0");
    document.documentElement.classList.toggle("gac-dark", isDark());
    document.documentElement.dataset.theme = choice();
    return isDark();
  };
  let watcher = null;
  window.gacTheme = {
    apply,
    choose: value => { remember("gac-theme", value); const dark = apply(); watcher?.invokeMethodAsync("ThemeChanged", dark).catch(() => { }); return dark; },
    // The layout calls this in its first render over the circuit: from here on the page answers to clicks, and tests may begin.
    watch: reference => { watcher = reference; document.documentElement.dataset.live = "true"; return isDark(); },
    unwatch: () => { watcher = null; },
  };
  query.addEventListener("change", () => { const dark = apply(); watcher?.invokeMethodAsync("ThemeChanged", dark).catch(() => { }); });
  apply();
})();
