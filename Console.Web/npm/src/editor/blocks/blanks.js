// What a template leaves to be filled in stands in the text as 〔停水时间〕. It is shown as a blank, and a click or Tab takes all of it.
import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const BLANK = /〔[^〔〕\n]{1,30}〕/g;

/** Every blank of the text, in order. */
export function blanksIn(doc) {
  const found = [];
  doc.descendants((node, position) => {
    if (node.isText) for (const match of node.text.matchAll(BLANK)) found.push({ from: position + match.index, to: position + match.index + match[0].length });
  });
  return found;
}

const take = (view, blank) => view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, blank.from, blank.to)).scrollIntoView());

export const Blanks = Extension.create({
  name: 'blanks',

  addKeyboardShortcuts() {
    const go = direction => () => {
      const { state, view } = this.editor;
      if (this.editor.isActive('table') || this.editor.isActive('listItem')) return false;
      const { from, to } = state.selection;
      const blanks = blanksIn(state.doc);
      const next = direction > 0 ? blanks.find(blank => blank.from >= to) : blanks.findLast(blank => blank.to <= from);
      if (next) take(view, next);
      return Boolean(next);
    };
    return { Tab: go(1), 'Shift-Tab': go(-1) };
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      state: {
        init: (_, { doc }) => decorate(doc),
        apply: (transaction, set) => (transaction.docChanged ? decorate(transaction.doc) : set),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
        handleClick(view, position) {
          const blank = view.editable && blanksIn(view.state.doc).find(({ from, to }) => from < position && position < to);
          if (blank) take(view, blank);
          return Boolean(blank);
        },
      },
    }),
  ],
});

const decorate = doc => DecorationSet.create(doc, blanksIn(doc).map(({ from, to }) => Decoration.inline(from, to, { class: 'ed-blank' })));
