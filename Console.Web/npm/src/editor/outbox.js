// Hands the newest text to .NET: never two at a time, only the last of many, and again after a lost connection.
const INLINE = 6000;

export class Outbox {
  #waiting = new Map();
  #running = null;
  #stopped = false;

  /** @param send (message, stream) => Promise; `stream` is a byte array where the text exceeds what one SignalR message carries */
  constructor({ send, retryAfter = 2000, onLost = () => {}, onBack = () => {} }) {
    this.send = send;
    this.retryAfter = retryAfter;
    this.onLost = onLost;
    this.onBack = onBack;
  }

  /** The message carries `article` and `html`; a newer one of the same article replaces one that waits. */
  post(message) {
    this.#waiting.set(message.article, message);
    return this.#drain();
  }

  /** Resolves once nothing waits any more. */
  async flush() {
    await this.#drain();
  }

  stop() {
    this.#stopped = true;
    this.#waiting.clear();
  }

  #drain() {
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run() {
    let lost = false;
    while (this.#waiting.size > 0 && !this.#stopped) {
      const [article, message] = this.#waiting.entries().next().value;
      this.#waiting.delete(article);
      const { html, ...rest } = message;
      const long = html.length > INLINE;
      try {
        await this.send({ ...rest, html: long ? null : html }, long ? new TextEncoder().encode(html) : null);
        if (lost) this.onBack();
        lost = false;
      } catch {
        if (this.#stopped) return;
        if (!this.#waiting.has(article)) this.#waiting.set(article, message);
        if (!lost) this.onLost();
        lost = true;
        await new Promise(resolve => setTimeout(resolve, this.retryAfter));
      }
    }
  }
}
