// What others wrote comes into the document under one's hands: only the places that changed, so that caret, selection and undo stay.
import { Mapping } from '@tiptap/pm/transform';
import { readArticle } from './article-html.js';
import { hunks } from './sequences.js';

/** Remembers the documents as they were when the server last took everything over, and how they moved since. */
export class Together {
  #taken = new Map();
  #sequence = -1;
  #mapping = new Mapping();
  #article = null;

  constructor(documents) {
    this.documents = documents;
  }

  /** The server takes everything over now, under this number. */
  take(sequence) {
    this.#sequence = sequence;
    this.#taken = new Map(this.documents.all().map(([article, state]) => [article, state.doc]));
    this.#mapping = new Mapping();
    this.#article = this.documents.current;
  }

  /** Something was written on the surface. */
  moved(transaction) {
    if (transaction.docChanged && this.documents.current === this.#article) this.#mapping.appendMapping(transaction.mapping);
  }

  /**
   * Brings the changes in, all or none. `changes` are {article, from, to}: the text the server took, and what it shall become.
   * @returns whether it was possible; if not, the server takes the text over again and tries once more
   */
  bring(changes, sequence) {
    const { view } = this.documents.editor;
    if (view.composing || sequence !== this.#sequence) return false;
    const transactions = [];
    for (const { article, from, to } of changes) {
      const state = this.documents.state(article);
      const taken = this.#taken.get(article);
      if (!state) {
        transactions.push({ article, html: to });
        continue;
      }
      const still = article === this.#article ? this.#mapping : new Mapping();
      const transaction = taken && change(state, taken, still, readArticle(from, state.schema), readArticle(to, state.schema));
      if (!transaction) return false;
      transactions.push({ article, transaction });
    }
    for (const { article, html, transaction } of transactions) {
      if (transaction) this.documents.change(article, transaction);
      else this.documents.replace(article, html);
    }
    this.#sequence = -1;
    return true;
  }
}

/** A transaction on `state` that does to it what leads from `from` to `to`; null where something was written in the same place since. */
export function change(state, taken, mapping, from, to) {
  const blocks = children(taken);
  const known = placesOf(children(from), blocks);
  // The server reads some markup otherwise than it stands here: as long as nobody typed on, the document itself is what is changed.
  if (!known && mapping.maps.length > 0) return null;
  const [source, places] = known ? [children(from), known] : [blocks, [...blocks.keys(), blocks.length]];
  const edits = [];
  for (const hunk of hunks(source, children(to), (a, b) => a.eq(b))) {
    const before = source.slice(hunk.from, hunk.to);
    const after = children(to).slice(hunk.start, hunk.end);
    const [start, end] = [places[hunk.from], hunk.to > hunk.from ? places[hunk.to - 1] + 1 : places[hunk.from]];
    const position = offset(blocks, start);
    if (before.length === 1 && after.length === 1 && end - start === 1 && before[0].inlineContent && before[0].sameMarkup(after[0])) {
      edits.push(...inside(blocks[start], after[0], position + 1));
    } else {
      const pending = blocks.slice(start, end).filter(isUpload);
      edits.push({ from: position, to: offset(blocks, end), nodes: [...after, ...pending] });
    }
  }
  let transaction = state.tr.setMeta('addToHistory', false).setMeta('together', true);
  for (const edit of edits.reverse()) {
    const [start, end] = [mapping.map(edit.from, 1), mapping.map(edit.to, edit.to > edit.from ? -1 : 1)];
    if (end < start || end - start !== edit.to - edit.from || !state.doc.slice(start, end).content.eq(taken.slice(edit.from, edit.to).content)) return null;
    transaction = edit.nodes.length > 0 ? transaction.replaceWith(start, end, edit.nodes) : transaction.delete(start, end);
  }
  return transaction;
}

const children = node => Array.from({ length: node.childCount }, (_, i) => node.child(i));
const offset = (blocks, index) => blocks.slice(0, index).reduce((sum, block) => sum + block.nodeSize, 0);
const isUpload = node => node.type.name === 'picture' && Boolean(node.attrs.upload);

/** Where each block of the text the server read stands in the document: pictures on their way and the empty line at the end are only here. */
function placesOf(from, blocks) {
  const places = [];
  let at = 0;
  for (const block of from) {
    while (at < blocks.length && !blocks[at].eq(block) && (isUpload(blocks[at]) || (blocks[at].textContent === '' && block.textContent !== ''))) at++;
    if (at === blocks.length || !(blocks[at].eq(block) || blocks[at].textContent === block.textContent)) return null;
    places.push(at++);
  }
  places.push(at);
  return places;
}

/** Changes inside one paragraph, character by character: the caret between two of them stays where it is. */
function inside(before, after, position) {
  const [left, right] = [letters(before), letters(after)];
  return hunks(left, right, (a, b) => a.same === b.same && a.node.sameMarkup(b.node)).map(hunk => ({
    from: position + hunk.from,
    to: position + hunk.to,
    nodes: right.slice(hunk.start, hunk.end).map(letter => letter.node),
  }));
}

function letters(block) {
  const list = [];
  block.forEach(node => {
    if (node.isText) for (let i = 0; i < node.text.length; i++) list.push({ same: node.text[i], node: node.cut(i, i + 1) });
    else list.push({ same: node.type.name, node });
  });
  return list;
}
