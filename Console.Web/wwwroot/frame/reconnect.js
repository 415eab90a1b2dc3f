// The dialog Blazor drives when the connection to the server is lost. It never covers the page: what was typed stays readable.
const dialog = document.getElementById("components-reconnect-modal");
const retryButton = document.getElementById("components-reconnect-button");
const resumeButton = document.getElementById("components-resume-button");

dialog.addEventListener("components-reconnect-state-changed", event => {
  const state = event.detail.state;
  if (state === "show") dialog.show();
  else if (state === "hide") dialog.close();
  else if (state === "failed") document.addEventListener("visibilitychange", whenVisible);
  else if (state === "rejected") location.reload();
});

async function retry() {
  document.removeEventListener("visibilitychange", whenVisible);
  try {
    // True: the old circuit lives. False: the server answers but the circuit is gone; resume it, else start anew.
    if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) location.reload();
  } catch {
    document.addEventListener("visibilitychange", whenVisible);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    dialog.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

async function whenVisible() {
  if (document.visibilityState === "visible") await retry();
}

retryButton.addEventListener("click", retry);
resumeButton.addEventListener("click", resume);
