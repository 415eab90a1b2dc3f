// Keeps what is not yet on the server in this browser, so that neither a lost connection nor a closed lid costs a word.
const PREFIX = 'gac.draft.';
const KEEP_FOR = 30 * 24 * 3600 * 1000;

export class DraftStore {
  #timer = 0;
  #draft = null;
  #left = null;

  constructor({ storage, key, clock = () => Date.now(), delay = 200, onFull = () => {} }) {
    this.storage = storage;
    this.key = PREFIX + key;
    this.clock = clock;
    this.delay = delay;
    this.onFull = onFull;
    this.#forgetOld();
    // Read now: what is typed while the page still loads is this visit's, and must not come back over itself.
    this.#left = storage.getItem(this.key);
  }

  /** What an earlier visit left unsaved, or null. */
  left() {
    try {
      const draft = JSON.parse(this.#left);
      return draft?.articles?.length ? draft : null;
    } catch {
      this.clear();
      return null;
    }
  }

  /** Takes note of the whole draft; it is written shortly after. */
  keep(draft) {
    this.#draft = draft;
    this.#timer ||= setTimeout(() => this.flush(), this.delay);
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#draft === null) return;
    const draft = typeof this.#draft === 'function' ? this.#draft() : this.#draft;
    this.#draft = null;
    try {
      this.storage.setItem(this.key, JSON.stringify({ ...draft, at: this.clock() }));
    } catch {
      this.onFull();
    }
  }

  clear() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#draft = null;
    this.#left = null;
    this.storage.removeItem(this.key);
  }

  /** A new post gets its address with the first save. */
  rename(key) {
    const kept = this.storage.getItem(this.key);
    this.storage.removeItem(this.key);
    this.key = PREFIX + key;
    if (kept !== null) this.storage.setItem(this.key, kept);
  }

  #forgetOld() {
    for (const name of Object.keys(this.storage).filter(name => name.startsWith(PREFIX))) {
      let at = 0;
      try {
        at = JSON.parse(this.storage.getItem(name)).at;
      } catch {
        at = 0;
      }
      if (!(this.clock() - at < KEEP_FOR)) this.storage.removeItem(name);
    }
  }
}
