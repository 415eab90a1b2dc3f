// Selecting words on the review page, and walking through its text. A run of text says where it begins (data-start); what is gone (del) and figures (data-skip) are not counted.
const runOf = node => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-start]") ?? null;

export function offsetIn(run, node, offset) {
  const range = document.createRange();
  range.setStart(run, 0);
  range.setEnd(node, offset);
  const before = range.cloneContents();
  before.querySelectorAll("del, [data-skip]").forEach(part => part.remove());
  return Number(run.dataset.start) + before.textContent.length;
}

function picked(root, selection) {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const runs = [...root.querySelectorAll("[data-start]")].filter(run => Number(run.dataset.start) >= 0 && Number(run.dataset.article) >= 0 && range.intersectsNode(run));
  const first = runs[0];
  if (!first) return null;
  const own = runs.filter(run => run.dataset.article === first.dataset.article && run.dataset.field === first.dataset.field);
  const last = own.at(-1);
  const start = runOf(range.startContainer) === first ? offsetIn(first, range.startContainer, range.startOffset) : Number(first.dataset.start);
  const end = runOf(range.endContainer) === last ? offsetIn(last, range.endContainer, range.endOffset) : offsetIn(last, last, last.childNodes.length);
  return end > start ? { article: Number(first.dataset.article), field: first.dataset.field, start, end } : null;
}

export function attach(root, button, peer) {
  // Drawn anew while the page was asking: the next drawing asks again.
  if (!root?.isConnected || !button?.isConnected) return { destroy() {} };
  let choice = null;
  const look = () => {
    if (!root.isConnected || !button.isConnected) return;
    const selection = document.getSelection();
    choice = selection?.anchorNode && root.contains(selection.anchorNode) ? picked(root, selection) : null;
    button.hidden = choice === null;
    if (choice === null) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    const frame = root.getBoundingClientRect();
    button.style.top = `${Math.min(Math.max(box.bottom + 6, frame.top + 8), window.innerHeight - 44)}px`;
    button.style.left = `${Math.min(Math.max(box.left, frame.left + 8), frame.right - 140)}px`;
  };
  const keep = event => event.preventDefault();
  const open = () => {
    if (choice === null) return;
    const { article, field, start, end } = choice;
    button.hidden = true;
    document.getSelection().removeAllRanges();
    peer.invokeMethodAsync("PickAsync", article, field, start, end);
  };
  document.addEventListener("selectionchange", look);
  root.addEventListener("scroll", look, { passive: true });
  button.addEventListener("pointerdown", keep);
  button.addEventListener("click", open);
  // Words selected while the page was still coming alive count as well.
  look();
  return {
    destroy() {
      document.removeEventListener("selectionchange", look);
      root.removeEventListener("scroll", look);
      button.removeEventListener("pointerdown", keep);
      button.removeEventListener("click", open);
    },
  };
}

const seen = target => {
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
};

export function show(id) { seen(document.getElementById(id)); }

export function focus(id) { document.getElementById(id)?.focus(); }

// The next or last change seen from the middle of what is on the screen.
export function walk(root, step) {
  const changes = [...root.querySelectorAll("[data-change]")];
  if (changes.length === 0) return;
  const at = changes.indexOf(root.querySelector(".gac-rv-at"));
  const middle = root.getBoundingClientRect().top + 8;
  const next = at >= 0 ? at + step : step > 0 ? changes.findIndex(change => change.getBoundingClientRect().bottom > middle) : changes.length - 1;
  changes[at]?.classList.remove("gac-rv-at");
  const target = changes[Math.min(Math.max(next, 0), changes.length - 1)];
  target.classList.add("gac-rv-at");
  seen(target);
}
