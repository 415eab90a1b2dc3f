import { acceptable } from '../shared/picture-file.js';
import { upload } from '../shared/upload.js';

const AT_ONCE = 2;

/**
 * Several pictures at once: each has a line with its name, a bar and what came of it.
 * @param {HTMLElement} root holds an <input type=file multiple> and an empty list [data-uploads]; files may be dropped on it
 * @param options upload {url, fields}, strings by outcome: waiting, done, duplicate, and one per error code
 * @param dotNet receives Uploaded(id) after each and Finished() after the last
 */
export function createUploads(root, options, dotNet) {
  return new Uploads(root, options, dotNet);
}

class Uploads {
  #waiting = [];
  #running = 0;
  #listeners = new AbortController();

  constructor(root, options, dotNet) {
    this.root = root;
    this.options = options;
    this.dotNet = dotNet;
    this.list = root.querySelector('[data-uploads]');
    const listen = { signal: this.#listeners.signal };
    const input = root.querySelector('input[type=file]');
    input.addEventListener('change', () => {
      this.add([...input.files]);
      input.value = '';
    }, listen);
    root.addEventListener('dragover', event => {
      if (![...(event.dataTransfer?.types ?? [])].includes('Files')) return;
      event.preventDefault();
      root.toggleAttribute('data-over', true);
    }, listen);
    root.addEventListener('dragleave', event => root.contains(event.relatedTarget) || root.removeAttribute('data-over'), listen);
    root.addEventListener('drop', event => {
      root.removeAttribute('data-over');
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.add(files);
    }, listen);
    addEventListener('beforeunload', event => this.busy && event.preventDefault(), listen);
  }

  get busy() {
    return this.#running + this.#waiting.length > 0;
  }

  add(files) {
    for (const file of files) this.#waiting.push({ file, line: this.#line(file.name) });
    this.#next();
  }

  clear() {
    this.list.replaceChildren();
  }

  destroy() {
    this.#waiting = [];
    this.#listeners.abort();
  }

  #next() {
    while (this.#running < AT_ONCE && this.#waiting.length > 0) {
      this.#running++;
      void this.#send(this.#waiting.shift());
    }
  }

  async #send({ file, line }) {
    try {
      const stored = await upload(await acceptable(file), this.options.upload, part => (line.bar.value = part));
      line.end(stored.duplicate ? 'duplicate' : 'done', true);
      this.#tell('Uploaded', stored.id);
    } catch (error) {
      line.end(error.code ?? 'upload-failed', false);
    }
    this.#running--;
    this.#next();
    if (!this.busy) this.#tell('Finished');
  }

  #line(name) {
    const { strings } = this.options;
    const item = document.createElement('li');
    const label = document.createElement('span');
    const bar = document.createElement('progress');
    const said = document.createElement('span');
    label.className = 'md-upload-name';
    label.textContent = name;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', name);
    said.textContent = strings.waiting ?? '';
    item.append(label, bar, said);
    this.list.append(item);
    return {
      bar,
      end: (outcome, good) => {
        item.dataset.outcome = good ? 'good' : 'bad';
        said.textContent = strings[outcome] ?? strings['upload-failed'] ?? outcome;
        bar.remove();
      },
    };
  }

  #tell(method, ...args) {
    this.dotNet.invokeMethodAsync(method, ...args).catch(() => {});
  }
}
