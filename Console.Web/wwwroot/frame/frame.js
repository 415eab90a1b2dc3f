// Menus, keyboard and small conveniences of the frame. Everything works on the document, so nothing here costs the server a message.
// Marks used in markup:
//   data-key="c"      clicked when the key is pressed outside a field
//   data-go="p"       clicked when g, then the key, are pressed
//   data-search       focused by /
//   data-list         a list that j and k walk; its rows carry data-row and hold a link or button
//   data-follow       on such a list: walking opens what is reached
//   data-dialog="id"  opens the <dialog> with that id; data-close inside it closes it
//   data-reveal="id"  shows or hides the password in the input with that id
const typing = target => target instanceof Element && (target.closest("input, textarea, select, [contenteditable='true'], [contenteditable='']") !== null);
// A closed <details> keeps the boxes of what it hides; only the browser knows that they are not seen.
const visible = element => element.checkVisibility();
const find = selector => [...document.querySelectorAll(selector)].find(visible);
const menus = () => document.querySelectorAll("details.gac-menu[open]");
const closeMenus = except => menus().forEach(menu => { if (!except || !menu.contains(except)) menu.removeAttribute("open"); });

let gAt = -Infinity;

function move(step) {
  const list = find("[data-list]");
  if (!list) return false;
  const rows = [...list.querySelectorAll("[data-row]")].filter(visible);
  if (rows.length === 0) return false;
  const at = rows.findIndex(row => row.contains(document.activeElement));
  const row = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)];
  const target = row.matches("a, button, [tabindex]") ? row : row.querySelector("a, button, [tabindex]");
  target?.focus();
  row.scrollIntoView({ block: "nearest" });
  if (list.hasAttribute("data-follow")) target?.click();
  return true;
}

document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    const open = [...menus()].at(-1);
    if (open) { open.removeAttribute("open"); open.querySelector("summary")?.focus(); return; }
    if (document.activeElement?.matches("[data-search]")) document.activeElement.blur();
    return;
  }
  const inMenu = document.activeElement?.closest("details.gac-menu[open]");
  if (inMenu && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    const items = [...inMenu.querySelectorAll("a, button, input, summary")].filter(visible);
    const next = items.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    items[(next + items.length) % items.length]?.focus();
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target) || document.querySelector(".mud-dialog, dialog[open]")) return;
  const key = event.key;
  const afterG = event.timeStamp - gAt < 1200;
  gAt = -Infinity;
  if (afterG) {
    const go = find(`[data-go="${CSS.escape(key)}"]`);
    if (go) { event.preventDefault(); go.click(); return; }
  }
  if (key === "g") { gAt = event.timeStamp; return; }
  if (key === "/") {
    const search = find("[data-search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
    return;
  }
  if (key === "j" || key === "k") { if (move(key === "j" ? 1 : -1)) event.preventDefault(); return; }
  if (key.length === 1) {
    const target = find(`[data-key="${CSS.escape(key)}"]`);
    if (target) { event.preventDefault(); target.click(); }
  }
});

document.addEventListener("click", event => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  closeMenus(target);
  const item = target.closest("details.gac-menu[open] .gac-pop a, details.gac-menu[open] .gac-pop button");
  if (item && !item.closest("[data-keep]")) item.closest("details.gac-menu").removeAttribute("open");
  const opener = target.closest("[data-dialog]");
  if (opener) { document.getElementById(opener.dataset.dialog)?.showModal(); return; }
  if (target.closest("[data-close]") || (target instanceof HTMLDialogElement && target.open)) { target.closest("dialog")?.close(); return; }
  const reveal = target.closest("[data-reveal]");
  if (reveal) {
    const input = document.getElementById(reveal.dataset.reveal);
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    reveal.setAttribute("aria-pressed", String(!shown));
    return;
  }
  const theme = target.closest("[data-theme-choice]");
  if (theme) { window.gacTheme.choose(theme.dataset.themeChoice); }
});

document.addEventListener("focusout", event => {
  const menu = event.target instanceof Element ? event.target.closest("details.gac-menu[open]") : null;
  if (menu && event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.removeAttribute("open");
});
