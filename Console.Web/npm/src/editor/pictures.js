import { acceptable } from '../shared/picture-file.js';
import { upload } from '../shared/upload.js';

/** Pictures on their way: each has a number that stands in the document until the server has given the address. */
export class Pictures {
  #jobs = new Map();
  #next = 1;

  constructor({ target, strings, onFailed, onArrived }) {
    this.target = target;
    this.strings = strings;
    this.onFailed = onFailed;
    this.onArrived = onArrived;
  }

  get busy() {
    return [...this.#jobs.values()].some(job => !job.url && !job.failed);
  }

  localAddress(id) {
    return this.#jobs.get(id)?.local ?? null;
  }

  arrivedAddress(id) {
    return this.#jobs.get(id)?.url ?? null;
  }

  watch(id, listener) {
    const job = this.#jobs.get(id);
    if (!job) return () => {};
    job.listeners.add(listener);
    listener(job.part);
    return () => job.listeners.delete(listener);
  }

  /** @returns {string} the number under which the picture stands in the document */
  start(file) {
    const id = String(this.#next++);
    const job = { part: 0, listeners: new Set(), local: URL.createObjectURL(file), url: null, failed: false };
    this.#jobs.set(id, job);
    this.#run(id, job, file);
    return id;
  }

  async #run(id, job, file) {
    try {
      const picture = await upload(await acceptable(file), this.target, part => {
        job.part = part;
        for (const listener of job.listeners) listener(part);
      });
      job.url = picture.url;
      this.onArrived(id, picture.url);
    } catch (error) {
      job.failed = true;
      this.onFailed(id, error.code ?? 'upload-failed', file.name ?? '');
    } finally {
      URL.revokeObjectURL(job.local);
      job.local = null;
    }
  }

  dispose() {
    for (const job of this.#jobs.values()) if (job.local) URL.revokeObjectURL(job.local);
    this.#jobs.clear();
  }
}
