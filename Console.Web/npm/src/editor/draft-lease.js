// Which drafts of this browser belong to a page that is still open: nobody else may take those over.
const LEASE = 'gac.lease.';
const RENEW = 20_000;
// A page in the background is woken once a minute.
const GOOD_FOR = 150_000;

/** Held as a lock where the browser has locks (they end with the page, however it ends), else as a time that is renewed. */
export class DraftLease {
  #release = null;
  #ended = false;
  #timer = 0;

  constructor({ storage, name, locks, clock = () => Date.now() }) {
    this.storage = storage;
    this.name = name;
    this.locks = locks;
    this.clock = clock;
    if (locks) void locks.request(name, () => this.#ended ? undefined : new Promise(release => (this.#release = release))).catch(() => {});
    else {
      this.#renew();
      this.#timer = setInterval(() => this.#renew(), RENEW);
      }
  }

  /** Says of each name whether a page holds it. */
  async held() {
    if (this.locks) {
      const { held = [], pending = [] } = await this.locks.query();
      const names = new Set([...held, ...pending].map(lock => lock.name));
      return name => names.has(name);
    }
    return name => this.storage.getItem(LEASE + name) !== null && this.clock() - Number(this.storage.getItem(LEASE + name)) < GOOD_FOR;
  }

  end() {
    this.#ended = true;
    this.#release?.();
    clearInterval(this.#timer);
    if (!this.locks) this.storage.removeItem(LEASE + this.name);
  }

  #renew() {
    try {
      this.storage.setItem(LEASE + this.name, String(this.clock()));
    } catch {
      // A full storage is said by the draft itself.
    }
  }
}
