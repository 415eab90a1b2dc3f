import { acceptable } from '../shared/picture-file.js';
import { upload } from '../shared/upload.js';
import { largest, moved, outputSize, scaled } from './frame.js';

const WIDEST = 1080;

/**
 * @param {HTMLElement} root holds a <canvas tabindex=0>, an <input type=file>, an <input type=range> and may hold a <progress>
 * @param options ratio, upload {url, fields, headers}
 * @param dotNet receives CoverReady (a picture can be cropped) and CoverFailed(code)
 */
export function createCropper(root, options, dotNet) {
  return new Cropper(root, options, dotNet);
}

class Cropper {
  #picture = null;
  #frame = null;
  #drag = null;
  #from = null;
  #listeners = new AbortController();

  constructor(root, options, dotNet) {
    this.options = options;
    this.dotNet = dotNet;
    this.canvas = root.querySelector('canvas');
    this.file = root.querySelector('input[type=file]');
    this.zoom = root.querySelector('input[type=range]');
    this.bar = root.querySelector('progress');
    this.root = root;
    const listen = { signal: this.#listeners.signal };
    this.file?.addEventListener('change', () => this.file.files[0] && this.#open(this.file.files[0]), listen);
    this.zoom?.addEventListener('input', () => this.#zoomTo(1 / Number(this.zoom.value)), listen);
    root.addEventListener('dragover', event => event.preventDefault(), listen);
    root.addEventListener('drop', event => this.#dropped(event), listen);
    root.addEventListener('paste', event => event.clipboardData?.files[0] && this.#open(event.clipboardData.files[0]), listen);
    this.canvas.addEventListener('pointerdown', event => this.#grab(event), listen);
    this.canvas.addEventListener('pointermove', event => this.#pull(event), listen);
    for (const end of ['pointerup', 'pointercancel']) this.canvas.addEventListener(end, () => (this.#drag = null), listen);
    this.canvas.addEventListener('wheel', event => this.#wheel(event), { ...listen, passive: false });
    this.canvas.addEventListener('keydown', event => this.#key(event), listen);
  }

  choose() {
    this.file?.click();
  }

  /** Starts from a picture that is already ours, for instance the first one of the text. */
  async load(url) {
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(String(response.status));
      await this.#open(await response.blob());
      // What is cut from a picture of the library keeps its rights and its last day.
      this.#from = /^\/media\/([0-9a-f-]{36})$/i.exec(url)?.[1] ?? null;
    } catch {
      this.#tell('CoverFailed', 'upload-failed');
    }
  }

  /** Cuts, sends, and gives back {id, url, width, height}; null after telling CoverFailed. */
  async crop() {
    if (!this.#picture) return null;
    const { width, height } = outputSize(this.#frame, this.options.ratio, WIDEST);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#picture, this.#frame.x, this.#frame.y, this.#frame.width, this.#frame.height, 0, 0, width, height);
    const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.92));
    try {
      if (this.bar) this.bar.hidden = false;
      const { id, url, width: w, height: h } = await upload(new File([blob], 'cover.jpg', { type: blob.type }), this.#target(), part => {
        if (this.bar) this.bar.value = part;
      });
      return { id, url, width: w, height: h };
    } catch (error) {
      this.#tell('CoverFailed', error.code ?? 'upload-failed');
      return null;
    } finally {
      if (this.bar) this.bar.hidden = true;
    }
  }

  destroy() {
    this.#listeners.abort();
    this.#picture?.close();
    this.#picture = null;
  }

  #target() {
    const { upload: target } = this.options;
    return this.#from ? { ...target, fields: { ...target.fields, from: this.#from } } : target;
  }

  async #open(blob) {
    this.#from = null;
    try {
      const file = await acceptable(blob instanceof File ? blob : new File([blob], 'cover', { type: blob.type }));
      const picture = await createImageBitmap(file);
      this.#picture?.close();
      this.#picture = picture;
    } catch (error) {
      this.#tell('CoverFailed', error.code ?? 'media-type');
      return;
    }
    this.#frame = largest(this.#picture.width, this.#picture.height, this.options.ratio);
    if (this.zoom) this.zoom.value = '1';
    const shown = this.canvas.parentElement.clientWidth || 480;
    const scale = Math.min(shown / this.#picture.width, 360 / this.#picture.height);
    this.canvas.width = Math.max(1, Math.round(this.#picture.width * scale));
    this.canvas.height = Math.max(1, Math.round(this.#picture.height * scale));
    this.#draw();
    this.#tell('CoverReady', this.#picture.width, this.#picture.height);
  }

  #draw() {
    const context = this.canvas.getContext('2d');
    const { width, height } = this.canvas;
    const scale = width / this.#picture.width;
    const { x, y, width: w, height: h } = this.#frame;
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#picture, 0, 0, width, height);
    context.fillStyle = 'rgba(20,29,40,.55)';
    context.fillRect(0, 0, width, height);
    context.drawImage(this.#picture, x, y, w, h, x * scale, y * scale, w * scale, h * scale);
    context.strokeStyle = '#fff';
    context.lineWidth = 2;
    context.strokeRect(x * scale + 1, y * scale + 1, w * scale - 2, h * scale - 2);
  }

  #move(dx, dy) {
    this.#frame = moved(this.#frame, this.#picture, dx, dy);
    this.#draw();
  }

  #zoomTo(part) {
    if (!this.#picture) return;
    this.#frame = scaled(this.#frame, this.#picture, this.options.ratio, part);
    this.#draw();
  }

  #zoomBy(step) {
    if (!this.zoom) return;
    this.zoom.value = String(Number(this.zoom.value) + step);
    this.#zoomTo(1 / Number(this.zoom.value));
  }

  #grab(event) {
    if (!this.#picture) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.#drag = { x: event.clientX, y: event.clientY };
  }

  #pull(event) {
    if (!this.#drag) return;
    const scale = this.#picture.width / this.canvas.getBoundingClientRect().width;
    this.#move((event.clientX - this.#drag.x) * scale, (event.clientY - this.#drag.y) * scale);
    this.#drag = { x: event.clientX, y: event.clientY };
  }

  #wheel(event) {
    if (!this.#picture) return;
    event.preventDefault();
    this.#zoomBy(event.deltaY < 0 ? 0.1 : -0.1);
  }

  #key(event) {
    if (!this.#picture) return;
    const step = (event.shiftKey ? 0.1 : 0.01) * this.#picture.width;
    const arrows = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (arrows[event.key]) this.#move(...arrows[event.key]);
    else if (event.key === '+' || event.key === '=') this.#zoomBy(0.1);
    else if (event.key === '-') this.#zoomBy(-0.1);
    else return;
    event.preventDefault();
  }

  #dropped(event) {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void this.#open(file);
  }

  #tell(method, ...args) {
    this.dotNet.invokeMethodAsync(method, ...args).catch(() => {});
  }
}
