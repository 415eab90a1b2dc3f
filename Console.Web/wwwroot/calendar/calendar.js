// Dragging, carrying by keyboard and the card of the calendar. One message to the server per intent, never one per mouse move.
//   [data-entry]  an entry; [data-move] one that may be given another time
//   [data-day]    a place to drop on, with data-time in the week; data-why says the rule that stops it, data-label what a drop would do
//   [data-say]    where the rule is said aloud
const CARD_WIDTH = 336, CARD_DELAY = 280, LEAVE_DELAY = 220;

export function findToday(root) {
  const coming = root.querySelector("[data-coming]");
  const box = coming?.closest(".gac-cal-scroll");
  if (box && coming.previousElementSibling) box.scrollTop = coming.offsetTop - 34;
}

export function attach(root, page) {
  const abort = new AbortController();
  const on = (type, handler) => root.addEventListener(type, handler, { signal: abort.signal });
  const call = (name, ...values) => page.invokeMethodAsync(name, ...values).catch(() => {});
  const say = text => { const place = root.querySelector("[data-say]"); if (place && place.textContent !== text) place.textContent = text; };
  let dragging = false, over = null, timer = 0, shown = null;

  // The place for words belongs to this script alone: Blazor renders nothing into it.
  const leaveCell = () => { over?.classList.remove("gac-cal-over"); over = null; };
  const hide = () => { clearTimeout(timer); if (shown) { shown = null; call("Unpeek"); } };

  on("dragstart", event => {
    const entry = event.target.closest?.("[data-move]");
    if (!entry) { event.preventDefault(); return; }
    hide();
    dragging = true;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", entry.dataset.entry);
    call("PickUp", entry.dataset.entry, false);
  });
  const hover = event => {
    const cell = event.target.closest?.("[data-day]");
    if (!dragging || !cell) return;
    if (cell !== over) { leaveCell(); over = cell; cell.classList.add("gac-cal-over"); }
    say(cell.dataset.why ?? cell.dataset.label ?? "");
    if (!cell.dataset.why) { event.preventDefault(); event.dataTransfer.dropEffect = "move"; }
  };
  on("dragenter", hover);
  on("dragover", hover);
  on("drop", event => {
    const cell = event.target.closest?.("[data-day]");
    if (!dragging || !cell || cell.dataset.why) return;
    event.preventDefault();
    dragging = false;
    leaveCell();
    say("");
    call("DropOn", cell.dataset.day, cell.dataset.time ?? null);
  });
  on("dragend", () => {
    leaveCell();
    say("");
    if (dragging) { dragging = false; call("LetGo"); }
  });

  on("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (root.dataset.lifted !== undefined) {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: root.dataset.lifted === "week" ? [0, -30] : [-7, 0], ArrowDown: root.dataset.lifted === "week" ? [0, 30] : [7, 0] }[event.key];
      if (step) call("Carry", ...step);
      else if (event.key === "[" || event.key === "]") call("Carry", 0, event.key === "[" ? -30 : 30);
      else if (event.key === "Enter") call("DropHere");
      else if (event.key === "Escape") call("LetGo");
      else if (event.key === "Tab") { call("LetGo"); return; }
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === "Escape") { hide(); return; }
    const entry = document.activeElement?.closest("[data-move]");
    if (event.key === "m" && entry && root.contains(entry)) {
      hide();
      call("PickUp", entry.dataset.entry, true);
      event.preventDefault();
      event.stopPropagation();
    }
  });

  const peek = (entry, delay) => {
    clearTimeout(timer);
    if (dragging || root.dataset.lifted !== undefined || shown === entry.dataset.entry) return;
    timer = setTimeout(() => {
      if (!entry.isConnected) return;
      const box = entry.getBoundingClientRect();
      const right = box.right + 8 + CARD_WIDTH <= window.innerWidth;
      const left = right ? box.right + 8 : Math.max(8, box.left - 8 - CARD_WIDTH);
      const top = Math.max(56, Math.min(box.top - 12, window.innerHeight - 290));
      shown = entry.dataset.entry;
      call("Peek", entry.dataset.entry, Math.round(left), Math.round(top));
    }, delay);
  };
  on("pointerover", event => {
    if (event.pointerType === "touch") return;
    const entry = event.target.closest?.("[data-entry]");
    if (entry) peek(entry, CARD_DELAY);
    else if (event.target.closest?.("[data-card]")) clearTimeout(timer);
    else if (shown) { clearTimeout(timer); timer = setTimeout(hide, LEAVE_DELAY); }
    else clearTimeout(timer);
  });
  on("pointerleave", () => { clearTimeout(timer); timer = setTimeout(hide, LEAVE_DELAY); });
  on("focusin", event => {
    const entry = event.target.closest?.("[data-entry]");
    if (entry && entry.matches(":focus-visible")) peek(entry, CARD_DELAY);
    else if (!entry && !event.target.closest?.("[data-card]")) hide();
  });
  on("focusout", event => { if (!event.relatedTarget || !root.contains(event.relatedTarget)) hide(); });

  return { dispose: () => { clearTimeout(timer); abort.abort(); }, forget: () => { shown = null; } };
}
