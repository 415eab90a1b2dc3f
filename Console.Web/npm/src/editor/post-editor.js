// The editor of a post: what .NET calls, and how the parts are put together. Each part has a file of its own.
import { readArticle } from './article-html.js';
import { arrived, arrivedElsewhere, failed } from './arrivals.js';
import { setMarks } from './check-marks.js';
import { choosePictures } from './choose-pictures.js';
import { Clipboard } from './clipboard.js';
import { Documents } from './documents.js';
import { PlaceTeller, showColleagues } from './colleagues.js';
import { DraftStore } from './draft-store.js';
import { Mirror } from './mirror.js';
import { Outbox } from './outbox.js';
import { emptyReport, isWorthSaying } from './paste.js';
import { PastedText } from './pasted-text.js';
import { Pictures } from './pictures.js';
import { createSurface } from './surface.js';
import { focusField } from './fields.js';
import { Together } from './together.js';
import { Toolbar } from './toolbar.js';
import { jumpTo, jumpToPicture, replaceWords } from './words.js';
import { WorkingCopy } from './working-copy.js';

const TYPING = 300;

/**
 * @param {HTMLElement} root holds [data-surface], and where they are wanted [data-toolbar], [data-panel], [data-count]; fields of the post
 *   around it carry data-draft="<field>" inside the nearest [data-post-form]
 * @param options draftKey, upload {url, fields, headers}, strings, readOnly, preview (element or null)
 * @param dotNet receives Content, ContentStream, Pasted, PictureFailed, Connection
 */
export function create(root, options, dotNet) {
  // A resumed circuit draws the page anew over the old one.
  editors.get(root)?.destroy();
  const editor = new PostEditor(root, options, dotNet);
  editors.set(root, editor);
  return editor;
}

const editors = new WeakMap();

class PostEditor {
  #timer = 0;
  #listeners = new AbortController();

  constructor(root, options, dotNet) {
    this.root = root;
    this.dotNet = dotNet;
    this.form = root.closest('[data-post-form]') ?? root;
    this.pictures = new Pictures({
      target: options.upload,
      strings: options.strings,
      onArrived: (id, url) => this.#arrived(id, url),
      onFailed: (id, code, name) => this.#failed(id, code, name),
    });
    this.clipboard = new Clipboard({ pictures: this.pictures, report: report => this.#pasted(report), markdown: text => this.pastedText.expect(text) });
    this.editor = createSurface({
      element: root.querySelector('[data-surface]'),
      options,
      pictures: this.pictures,
      clipboard: this.clipboard,
      onUpdate: () => this.#changed(),
      onTransaction: transaction => this.#moved(transaction),
      onShortcut: event => this.#shortcut(event),
    });
    this.toolbar = new Toolbar(root, this.editor, { insertPicture: () => this.insertImage() });
    this.documents = new Documents(this.editor, { onLoaded: () => this.toolbar.refresh() });
    this.pastedText = new PastedText(this.documents, () => this.#tell('Pasted', { ...emptyReport(), markdown: true }));
    this.together = new Together(this.documents);
    this.place = new PlaceTeller(this.documents, place => this.#tell('Place', place));
    this.mirror = new Mirror({ root, element: options.preview, count: options.strings.count });
    this.store = new DraftStore({ storage: localStorage, locks: navigator.locks, key: options.draftKey, onFull: () => this.#tell('Connection', 'storage-full') });
    this.copy = new WorkingCopy({ store: this.store, body: article => this.#body(article), current: () => this.documents.current });
    this.outbox = new Outbox({
      send: (message, bytes) => this.#send(message, bytes),
      onLost: () => this.#connection('lost'),
      onBack: () => this.#connection('back'),
    });
    this.#listen();
  }

  /** Puts an article on the surface. */
  show(article, html) {
    this.#push();
    this.documents.leave();
    this.documents.show(article, html);
    this.mirror.show(this.documents);
  }

  /** Replaces the text of an article by what the server holds. */
  setHtml(article, html) {
    this.documents.replace(article, html);
    if (article === this.documents.current) this.mirror.show(this.documents);
  }

  remove(article) {
    this.documents.remove(article);
  }

  focus() {
    this.editor.commands.focus();
  }

  focusField(id) {
    focusField(id);
  }

  /** Puts text from a document behind what is there, in one step. */
  append(html) {
    const end = this.editor.state.doc.content.size;
    this.editor.chain().focus('end').insertContentAt(this.editor.isEmpty ? { from: 0, to: end } : end, readArticle(html, this.editor.schema).content.toJSON()).run();
  }

  /** Puts a picture of ours where the person was writing. */
  placePicture(src, alt) {
    this.editor.chain().focus().insertContent({ type: 'picture', attrs: { src, alt } }).run();
  }

  /** The text without formats that was pasted last, as bytes: it may be long. */
  pastedPlain = () => this.pastedText.bytes();

  /** Gives that text its formats, in its place, as one step that can be undone; false when it was changed meanwhile. */
  formatPasted = html => this.pastedText.format(this.editor, html);

  insertImage = () => choosePictures(this.root, files => this.clipboard.insert(this.editor.view, files, this.editor.state.selection.to));

  /** Lays the marks of the checks on the words. */
  mark = marks => setMarks(this.editor, marks);

  showColleagues = here => showColleagues(this.editor, here);

  jumpTo = (text, nth) => jumpTo(this.editor, text, nth);

  jumpToPicture = id => jumpToPicture(this.editor, id);

  replaceWords = (text, by, nth) => replaceWords(this.editor, text, by, nth);

  setEditable(editable) {
    this.editor.setEditable(editable, false);
  }

  /** The preview comes and goes with the width of the window. */
  setPreview(element) {
    this.mirror.element = element;
    this.mirror.show(this.documents);
  }

  /** What a page that is gone left in this browser: {at, base, others} or null; then all of it, as bytes, since it may be long. */
  async leftBehind() {
    const draft = await this.store.find();
    return draft ? { at: draft.at, base: draft.base ?? null, others: draft.others } : null;
  }

  leftBehindText() {
    const draft = this.store.left();
    this.store.adopt();
    return new TextEncoder().encode(JSON.stringify(draft));
  }

  discardLeftBehind = () => this.store.clear();

  /** .NET says what the post consists of; `changed` when it differs from the server. */
  track(model, changed) {
    this.copy.track(model);
    if (changed) this.copy.touch();
  }

  /** The first save gave the post its address; the page stays as it is, only the address bar follows. */
  rename(draftKey, address) {
    this.store.rename(draftKey);
    history.replaceState(history.state, '', new URL(address, document.baseURI));
  }

  /** Everything typed so far has been handed over when this resolves; the number goes back with `saved`. */
  async flush() {
    this.#push();
    // What the server gets now is what it will compare with; typing goes on meanwhile.
    const { sequence } = this.copy;
    this.together.take(sequence);
    await this.outbox.flush();
    return sequence;
  }

  /** The server holds everything up to this number. */
  saved(sequence, base) {
    this.copy.saved(sequence, base);
  }

  /** What others wrote, {article, from, to}[], comes into the text; false while a word is being composed or the same place is typed in. */
  bring(changes, sequence) {
    const done = this.together.bring(changes, sequence);
    if (done) this.mirror.show(this.documents);
    return done;
  }

  isUploading() {
    return this.pictures.busy;
  }

  destroy() {
    clearTimeout(this.#timer);
    this.place.stop();
    this.store.end();
    this.outbox.stop();
    this.#listeners.abort();
    this.toolbar.destroy();
    this.pictures.dispose();
    this.editor.destroy();
  }

  #listen() {
    const listen = { signal: this.#listeners.signal };
    this.form.addEventListener('input', event => this.#fieldChanged(event), listen);
    addEventListener('pagehide', () => this.store.flush(), listen);
    document.addEventListener('visibilitychange', () => document.hidden && this.store.flush(), listen);
    addEventListener('beforeunload', event => this.#leaving(event), listen);
  }

  #body(article) {
    return article === this.documents.current ? this.documents.take() : this.documents.body(article);
  }

  #moved(transaction) {
    this.pastedText?.moved(transaction);
    this.together?.moved(transaction);
    this.toolbar?.refresh();
    this.place?.look();
  }

  #changed() {
    // The surface speaks already while it is being made.
    if (!this.documents || this.documents.loading || this.documents.current === null) return;
    this.copy.touch();
    this.mirror.show(this.documents);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#push(), TYPING);
  }

  #fieldChanged(event) {
    const field = event.target.dataset?.draft;
    if (!field) return;
    this.mirror.showField(field, event.target.value);
    this.copy.setField(field, event.target.value);
  }

  #push() {
    clearTimeout(this.#timer);
    if (this.#timer === 0 || this.documents.current === null) return;
    this.#timer = 0;
    void this.outbox.post({ article: this.documents.current, characters: this.documents.characters(), html: this.documents.take() });
  }

  #send(message, bytes) {
    return bytes === null
      ? this.dotNet.invokeMethodAsync('Content', message.article, message.characters, message.html)
      : this.dotNet.invokeMethodAsync('ContentStream', message.article, message.characters, globalThis.DotNet.createJSStreamReference(bytes));
  }

  #arrived(id, url) {
    if (arrived(this.editor, id, url)) return;
    arrivedElsewhere(this.documents, id, url, message => {
      this.copy.touch();
      void this.outbox.post(message);
    });
  }

  #failed(id, code, name) {
    failed(this.editor, id);
    this.#tell('PictureFailed', code, name);
  }

  #pasted(report) {
    if (isWorthSaying(report)) this.#tell('Pasted', report);
  }

  #shortcut(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return false;
    event.preventDefault();
    this.toolbar.openLink();
    return true;
  }

  #connection(state) {
    this.form.toggleAttribute('data-offline', state === 'lost');
    if (state === 'back') this.#tell('Connection', state);
  }

  #leaving(event) {
    this.store.flush();
    // When the server refuses the old circuit the page reloads by itself; the text is kept here and offered again.
    const lost = document.querySelector('.components-reconnect-rejected, .components-reconnect-failed');
    if (lost || (!this.copy.dirty && !this.pictures.busy)) return;
    event.preventDefault();
    event.returnValue = '';
  }

  /** News for the page that nobody waits for; without a connection there is nobody to tell. */
  #tell(method, ...args) {
    this.dotNet.invokeMethodAsync(method, ...args).catch(() => {});
  }
}
