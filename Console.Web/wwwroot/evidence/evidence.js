// The sheet is a static page; printing is its only act.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
