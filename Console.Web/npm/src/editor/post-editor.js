import { createDocument, Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { Clipboard } from './clipboard.js';
import { DraftStore } from './draft-store.js';
import { occurrences, setMarks } from './check-marks.js';
import { Outbox } from './outbox.js';
import { withoutUploads, withPicturesApart } from './picture.js';
import { Pictures } from './pictures.js';
import { extensions } from './schema.js';
import { Toolbar } from './toolbar.js';

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
  #states = new Map();
  #bodies = new Map();
  #current = null;
  #sequence = 0;
  #timer = 0;
  #model = null;
  #dirty = false;
  #loading = false;
  #listeners = new AbortController();

  constructor(root, options, dotNet) {
    this.root = root;
    this.options = options;
    this.dotNet = dotNet;
    this.form = root.closest('[data-post-form]') ?? root;
    this.store = new DraftStore({ storage: localStorage, key: options.draftKey, onFull: () => this.#tell('Connection', 'storage-full') });
    this.outbox = new Outbox({
      send: (message, bytes) => this.#send(message, bytes),
      onLost: () => this.#connection('lost'),
      onBack: () => this.#connection('back'),
    });
    this.pictures = new Pictures({
      target: options.upload,
      strings: options.strings,
      onArrived: (id, url) => this.#arrived(id, url),
      onFailed: (id, code, name) => this.#failed(id, code, name),
    });
    this.clipboard = new Clipboard({ pictures: this.pictures, report: report => this.#pasted(report) });
    this.editor = new Editor({
      element: root.querySelector('[data-surface]'),
      injectCSS: false,
      editable: !options.readOnly,
      extensions: extensions({ placeholder: options.strings.placeholder ?? '', pictures: this.pictures }),
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.strings.body ?? '', lang: 'zh-CN' },
        transformPastedHTML: html => this.clipboard.clean(html),
        transformPastedText: text => text.replace(/^[\u3000\u00a0 ]+/gm, ''),
        handleDOMEvents: { paste: (_view, event) => this.clipboard.look(event) },
        handlePaste: (view, event) => this.clipboard.handlePaste(view, event),
        handleDrop: (view, event, _slice, moved) => this.clipboard.handleDrop(view, event, moved),
        handleKeyDown: (_view, event) => this.#shortcut(event),
      },
      onUpdate: () => this.#changed(),
      onTransaction: () => this.toolbar?.refresh(),
    });
    this.toolbar = new Toolbar(root, this.editor, { insertPicture: () => this.insertImage() });
    const listen = { signal: this.#listeners.signal };
    this.form.addEventListener('input', event => this.#fieldChanged(event), listen);
    addEventListener('pagehide', () => this.store.flush(), listen);
    document.addEventListener('visibilitychange', () => document.hidden && this.store.flush(), listen);
    addEventListener('beforeunload', event => this.#leaving(event), listen);
  }

  /** Puts an article on the surface; its undo history waits while another is shown. */
  show(article, html) {
    this.#leave();
    this.#current = article;
    const state = this.#states.get(article);
    if (state && this.#bodies.get(article) === html) this.#load(state);
    else this.#load(this.#fresh(html));
    this.#bodies.set(article, this.getHtml());
    this.#mirror();
  }

  /** Replaces the text of an article by what the server holds. */
  setHtml(article, html) {
    this.#states.delete(article);
    this.#bodies.set(article, html);
    if (article !== this.#current) return;
    this.#load(this.#fresh(html));
    this.#mirror();
  }

  remove(article) {
    this.#states.delete(article);
    this.#bodies.delete(article);
    if (article === this.#current) this.#current = null;
  }

  getHtml() {
    // The empty line to go on writing in is not part of the text.
    return this.editor.isEmpty ? '' : withoutUploads(this.editor.getHTML()).replace(/(<p[^>]*><\/p>)+$/, '');
  }

  focus() {
    this.editor.commands.focus();
  }

  focusField(id) {
    const field = document.getElementById(id);
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
  }

  insertImage() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/bmp';
    input.multiple = true;
    input.hidden = true;
    input.dataset.testid = 'picture-file';
    input.addEventListener('change', () => {
      if (input.files.length > 0) this.clipboard.insert(this.editor.view, [...input.files], this.editor.state.selection.to);
      input.remove();
    });
    input.addEventListener('cancel', () => input.remove());
    this.root.append(input);
    input.click();
  }

  /** Lays the marks of the checks on the words. */
  mark(marks) {
    setMarks(this.editor, marks);
  }

  /** Selects the words in the text and brings them into view; false when they are no longer there. */
  jumpTo(text) {
    const place = occurrences(this.editor.state.doc, text)[0];
    if (!place) return false;
    this.editor.chain().focus().setTextSelection(place).scrollIntoView().run();
    return true;
  }

  replaceWords(text, by) {
    const place = occurrences(this.editor.state.doc, text)[0];
    if (!place) return false;
    const chain = this.editor.chain().focus();
    (by ? chain.insertContentAt(place, by) : chain.deleteRange(place)).run();
    return true;
  }

  setEditable(editable) {
    this.editor.setEditable(editable, false);
  }

  /** The preview comes and goes with the width of the window. */
  setPreview(element) {
    this.options.preview = element;
    this.#mirror();
  }

  /** What an earlier visit left in this browser: {at, base, articles} or null. As bytes, since it may be long. */
  leftBehind() {
    const draft = this.store.left();
    return draft ? { at: draft.at, base: draft.base ?? null } : null;
  }

  leftBehindText() {
    return new TextEncoder().encode(JSON.stringify(this.store.left() ?? null));
  }

  discardLeftBehind() {
    this.store.clear();
  }

  /** .NET says what the post consists of, without bodies: {base, articles: [{key, title, …}]}; `changed` when it differs from the server. */
  track(model, changed) {
    this.#model = model;
    if (changed) this.#touch();
  }

  /** The first save gave the post its address; the page stays as it is, only the address bar follows. */
  rename(draftKey, address) {
    this.store.rename(draftKey);
    history.replaceState(history.state, '', new URL(address, document.baseURI));
  }

  /** Everything typed so far has been handed over when this resolves; the number goes back with `saved`. */
  async flush() {
    this.#push();
    await this.outbox.flush();
    return this.#sequence;
  }

  /** The server holds everything up to this number. */
  saved(sequence, base) {
    if (this.#model) this.#model.base = base;
    if (sequence !== this.#sequence) return;
    this.#dirty = false;
    this.store.clear();
  }

  isUploading() {
    return this.pictures.busy;
  }

  destroy() {
    clearTimeout(this.#timer);
    this.store.flush();
    this.outbox.stop();
    this.#listeners.abort();
    this.toolbar.destroy();
    this.pictures.dispose();
    this.editor.destroy();
  }

  #fresh(html) {
    const { schema, plugins } = this.editor.state;
    return EditorState.create({ schema, plugins, doc: createDocument(withPicturesApart(html || ''), schema, { preserveWhitespace: false }) });
  }

  #load(state) {
    this.#loading = true;
    this.editor.view.updateState(state);
    this.#loading = false;
    this.toolbar.refresh();
  }

  #leave() {
    if (this.#current === null) return;
    this.#push();
    this.#states.set(this.#current, this.editor.state);
    this.#bodies.set(this.#current, this.getHtml());
  }

  #changed() {
    if (this.#loading || this.#current === null) return;
    this.#touch();
    this.#mirror();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#push(), TYPING);
  }

  #touch() {
    this.#sequence++;
    this.#dirty = true;
    this.store.keep(() => this.#draft());
  }

  #draft() {
    if (this.#current !== null) this.#bodies.set(this.#current, this.getHtml());
    const articles = this.#model?.articles ?? (this.#current === null ? [] : [{ key: this.#current }]);
    return { base: this.#model?.base ?? null, articles: articles.map(article => ({ ...article, contentHtml: this.#bodies.get(article.key) ?? article.contentHtml ?? '' })) };
  }

  #fieldChanged(event) {
    const field = event.target.dataset?.draft;
    if (!field) return;
    const article = this.#model?.articles.find(a => a.key === this.#current);
    if (article) article[field] = event.target.value;
    this.#mirrorField(field, event.target.value);
    this.#touch();
  }

  #push() {
    clearTimeout(this.#timer);
    if (this.#timer === 0 || this.#current === null) return;
    this.#timer = 0;
    const html = this.getHtml();
    this.#bodies.set(this.#current, html);
    void this.outbox.post({ article: this.#current, characters: this.#characters(), html });
  }

  #send(message, bytes) {
    return bytes === null
      ? this.dotNet.invokeMethodAsync('Content', message.article, message.characters, message.html)
      : this.dotNet.invokeMethodAsync('ContentStream', message.article, message.characters, globalThis.DotNet.createJSStreamReference(bytes));
  }

  #characters() {
    return [...this.editor.state.doc.textBetween(0, this.editor.state.doc.content.size, '', '').replace(/\s/g, '')].length;
  }

  #mirror() {
    const count = this.root.querySelector('[data-count]');
    if (count) count.textContent = (this.options.strings.count ?? '{0}').replace('{0}', String(this.#characters()));
    const body = this.options.preview?.querySelector('[data-preview="body"]');
    if (body) body.innerHTML = this.getHtml();
  }

  #mirrorField(field, value) {
    // Only the text inside the node: the node itself belongs to Blazor.
    const text = this.options.preview?.querySelector(`[data-preview="${field}"]`)?.firstChild;
    if (text?.nodeType === Node.TEXT_NODE && value) text.data = value;
  }

  #arrived(id, url) {
    const known = this.#eachPicture(id, (transaction, position) => transaction.setNodeAttribute(position, 'src', url).setNodeAttribute(position, 'upload', null));
    if (!known) this.#inOtherArticles(id, url);
  }

  #failed(id, code, name) {
    this.#eachPicture(id, (transaction, position) => transaction.delete(position, position + 1));
    this.#tell('PictureFailed', code, name);
  }

  #eachPicture(id, change) {
    const { state } = this.editor;
    const positions = [];
    state.doc.descendants((node, position) => {
      if (node.type.name === 'picture' && node.attrs.upload === id) positions.unshift(position);
    });
    if (positions.length === 0) return false;
    const transaction = positions.reduce(change, state.tr);
    this.editor.view.dispatch(transaction.setMeta('addToHistory', false));
    return true;
  }

  /** The person went on to another article while the picture travelled. */
  #inOtherArticles(id, url) {
    for (const [article, state] of this.#states) {
      let transaction = state.tr;
      state.doc.descendants((node, position) => {
        if (node.type.name === 'picture' && node.attrs.upload === id) transaction = transaction.setNodeMarkup(position, null, { ...node.attrs, src: url, upload: null });
      });
      if (!transaction.docChanged || article === this.#current) continue;
      const next = state.apply(transaction.setMeta('addToHistory', false));
      this.#states.set(article, next);
      const current = this.editor.state;
      this.#load(next);
      const html = this.getHtml();
      const characters = this.#characters();
      this.#load(current);
      this.#bodies.set(article, html);
      this.#touch();
      void this.outbox.post({ article, characters, html });
    }
  }

  #pasted(report) {
    const worthSaying = report.formats + report.empties + report.indents + report.dangerous + report.links + report.lostPictures + report.pictures.length;
    if (worthSaying > 0) this.#tell('Pasted', report);
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
    if (lost || (!this.#dirty && !this.pictures.busy)) return;
    event.preventDefault();
    event.returnValue = '';
  }

  /** News for the page that nobody waits for; without a connection there is nobody to tell. */
  #tell(method, ...args) {
    this.dotNet.invokeMethodAsync(method, ...args).catch(() => {});
  }
}
