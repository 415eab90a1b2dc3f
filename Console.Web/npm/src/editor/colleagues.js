// Where colleagues are: a name beside the block they stand in. It moves with the text until they say where they went.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey('colleagues');

export const Colleagues = Extension.create({
  name: 'colleagues',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, set) {
          const here = transaction.getMeta(key);
          return here ? decorate(transaction.doc, here) : set.map(transaction.mapping, transaction.doc);
        },
      },
      props: { decorations: state => key.getState(state) },
    }),
  ],
});

/** @param here {name: string, block: number}[] */
export function showColleagues(editor, here) {
  editor.view.dispatch(editor.state.tr.setMeta(key, here).setMeta('addToHistory', false));
}

/** Tells in which block the caret is, when that changed and at most every one and a half seconds; null while it is elsewhere. */
export class PlaceTeller {
  #timer = 0;
  #told = '';

  constructor(documents, tell) {
    this.documents = documents;
    this.tell = tell;
  }

  look() {
    this.#timer ||= setTimeout(() => this.#say(), 1500);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #say() {
    this.#timer = 0;
    const { editor, current } = this.documents;
    const place = editor.isFocused ? editor.state.selection.$head.index(0) : null;
    if (this.#told === `${current} ${place}`) return;
    this.#told = `${current} ${place}`;
    this.tell(place);
  }
}

function decorate(doc, here) {
  const names = new Map();
  for (const { name, block } of here) if (block < doc.childCount) names.set(block, [...(names.get(block) ?? []), name]);
  const decorations = [];
  doc.forEach((node, offset, index) => {
    if (names.has(index)) decorations.push(Decoration.node(offset, offset + node.nodeSize, { class: 'ed-colleague', 'data-colleague': names.get(index).join('、') }));
  });
  return DecorationSet.create(doc, decorations);
}
