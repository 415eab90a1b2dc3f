// Keeps the phone up to date: scrolls to the newest message, and reloads when something has changed and nobody is typing.
const desk = document.querySelector("[data-version-url]");
const talk = document.getElementById("talk");
if (talk) talk.scrollTop = talk.scrollHeight;

async function look() {
  const input = document.querySelector(".write input");
  const isBusy = document.hidden || (input && input.value !== "") || document.querySelector("details[open]");
  if (!isBusy) {
    try {
      const answer = await fetch(desk.dataset.versionUrl, { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== desk.dataset.version) location.reload();
    } catch {
      // The simulator is being restarted; the next look will tell.
    }
  }
  setTimeout(look, 2000);
}
if (desk) setTimeout(look, 2000);
