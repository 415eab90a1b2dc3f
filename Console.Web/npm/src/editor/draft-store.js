// Keeps what is not yet on the server in this browser, so that neither a lost connection nor a closed lid costs a word. Each open page keeps its
// own copy: two tabs of one person never write over each other, and what a page left behind is offered to the next one.
import { DraftLease } from './draft-lease.js';

const PREFIX = 'gac.draft.';
const KEEP_FOR = 30 * 24 * 3600 * 1000;

export class DraftStore {
  #timer = 0;
  #draft = null;
  #left = null;
  #adopted = null;
  #lease;

  /** @param tab names this page; @param locks the browser's, or nothing where it has none */
  constructor({ storage, key, tab = newName(), locks, clock = () => Date.now(), delay = 200, onFull = () => {} }) {
    this.storage = storage;
    this.key = PREFIX + key;
    this.tab = tab;
    this.locks = locks;
    this.clock = clock;
    this.delay = delay;
    this.onFull = onFull;
    this.#forgetOld();
    this.#lease = this.#hold();
  }

  get name() {
    return `${this.key}.${this.tab}`;
  }

  /** Looks for what pages that are gone left unsaved; the newest is offered, the others wait. */
  async find() {
    const held = await this.#lease.held();
    const found = Object.keys(this.storage)
      .filter(name => (name === this.key || name.startsWith(`${this.key}.`)) && name !== this.name && name !== this.#adopted && !held(name))
      .map(name => ({ name, draft: this.#read(name) }))
      .filter(({ draft }) => draft !== null)
      .sort((one, other) => other.draft.at - one.draft.at);
    this.#left = found[0] ?? null;
    return this.#left && { ...this.#left.draft, others: found.length - 1 };
  }

  /** What was found last, or null. */
  left() {
    return this.#left?.draft ?? null;
  }

  /** What was found is this page's now: its own entry goes when this page's copy is safe. */
  adopt() {
    this.#adopted = this.#left?.name ?? this.#adopted;
    this.#left = null;
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
    if (!this.#write({ ...draft, at: this.clock() }) && !this.#write({ ...draft, origin: undefined, at: this.clock() })) return this.onFull();
    this.#drop();
  }

  /** The server has everything, or nobody wants it. */
  clear() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#draft = null;
    this.#drop();
    this.storage.removeItem(this.name);
  }

  /** A new post gets its address with the first save. */
  rename(key) {
    const kept = this.storage.getItem(this.name);
    this.storage.removeItem(this.name);
    this.#lease.end();
    this.key = PREFIX + key;
    this.#lease = this.#hold();
    if (kept !== null) this.storage.setItem(this.name, kept);
  }

  /** The page goes: what is not saved is there for the next one. */
  end() {
    this.flush();
    this.#lease.end();
  }

  #hold() {
    return new DraftLease({ storage: this.storage, name: this.name, locks: this.locks, clock: this.clock });
  }

  #write(draft) {
    try {
      this.storage.setItem(this.name, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  #drop() {
    if (this.#adopted !== null) this.storage.removeItem(this.#adopted);
    this.#adopted = null;
  }

  #read(name) {
    try {
      const draft = JSON.parse(this.storage.getItem(name));
      if (draft?.articles?.length) return draft;
    } catch {
      // Broken: nobody can read it.
    }
    this.storage.removeItem(name);
    return null;
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

const newName = () => Math.random().toString(36).slice(2, 10) + Date.now().toString(36);
