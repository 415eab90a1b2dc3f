// The articles of a post as documents: one on the surface, the others kept with their undo history while they wait.
import { EditorState } from '@tiptap/pm/state';
import { readArticle, writeArticle } from './article-html.js';

export class Documents {
  #states = new Map();
  #bodies = new Map();
  #loading = false;

  /** Key of the article on the surface, or null. */
  current = null;

  constructor(editor, { onLoaded }) {
    this.editor = editor;
    this.onLoaded = onLoaded;
  }

  /** Whether the surface is being exchanged: what happens then is not typing. */
  get loading() {
    return this.#loading;
  }

  /** Puts an article on the surface; its undo history waits while another is shown. */
  show(article, html) {
    this.current = article;
    const state = this.#states.get(article);
    this.#load(state && this.#bodies.get(article) === html ? state : this.#fresh(html));
    this.take();
  }

  /** Replaces the text of an article by what the server holds. */
  replace(article, html) {
    this.#states.delete(article);
    this.#bodies.set(article, html);
    if (article === this.current) this.#load(this.#fresh(html));
  }

  /** The article on the surface steps aside with everything it has. */
  leave() {
    if (this.current === null) return;
    this.#states.set(this.current, this.editor.state);
    this.take();
  }

  remove(article) {
    this.#states.delete(article);
    this.#bodies.delete(article);
    if (article === this.current) this.current = null;
  }

  /** Notes the text on the surface as its article's body, and gives it. */
  take() {
    const html = this.html();
    if (this.current !== null) this.#bodies.set(this.current, html);
    return html;
  }

  /** The text on the surface. */
  html() {
    return writeArticle(this.editor.state.doc);
  }

  body(article) {
    return this.#bodies.get(article);
  }

  /** Every article with its state: [key, state]. */
  all() {
    const waiting = [...this.#states].filter(([article]) => article !== this.current);
    return this.current === null ? waiting : [...waiting, [this.current, this.editor.state]];
  }

  /** The state of an article, or undefined when nobody looked at it yet. */
  state(article) {
    return article === this.current ? this.editor.state : this.#states.get(article);
  }

  /** Carries out a transaction that did not come from the person's hands. */
  change(article, transaction) {
    if (article === this.current) {
      this.#loading = true;
      this.editor.view.dispatch(transaction);
      this.#loading = false;
      this.take();
    } else {
      const shown = this.editor.state;
      this.#states.set(article, this.#states.get(article).apply(transaction));
      this.#load(this.#states.get(article));
      this.#bodies.set(article, this.html());
      this.#load(shown);
    }
  }

  characters() {
    const { doc } = this.editor.state;
    return [...doc.textBetween(0, doc.content.size, '', '').replace(/\s/g, '')].length;
  }

  /** Changes articles that wait: `change` gets a state and gives a transaction; `changed` hears of each that did change. */
  changeWaiting(change, changed) {
    for (const [article, state] of this.#states) {
      const transaction = article === this.current ? null : change(state);
      if (!transaction?.docChanged) continue;
      const next = state.apply(transaction.setMeta('addToHistory', false));
      this.#states.set(article, next);
      const shown = this.editor.state;
      this.#load(next);
      const html = this.html();
      const characters = this.characters();
      this.#load(shown);
      this.#bodies.set(article, html);
      changed({ article, characters, html });
    }
  }

  #fresh(html) {
    const { schema, plugins } = this.editor.state;
    return EditorState.create({ schema, plugins, doc: readArticle(html, schema) });
  }

  #load(state) {
    this.#loading = true;
    this.editor.view.updateState(state);
    this.#loading = false;
    this.onLoaded();
  }
}
