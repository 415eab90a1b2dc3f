// Lays the marks of the checks on the very words. The checks themselves run elsewhere and name the words.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const key = new PluginKey('checkMarks');

export const CheckMarks = Extension.create({
  name: 'checkMarks',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => ({ marks: [], set: DecorationSet.empty }),
        apply(transaction, value) {
          const marks = transaction.getMeta(key) ?? value.marks;
          if (marks === value.marks && !transaction.docChanged) return value;
          return { marks, set: decorate(transaction.doc, marks) };
        },
      },
      props: { decorations: state => key.getState(state).set },
    }),
  ],
});

/** @param marks {text: string, kind: 'must'|'advice'}[] */
export function setMarks(editor, marks) {
  editor.view.dispatch(editor.state.tr.setMeta(key, marks).setMeta('addToHistory', false));
}

export function marksOf(state) {
  return key.getState(state)?.marks ?? [];
}

function decorate(doc, marks) {
  const decorations = [];
  for (const { text, kind } of marks)
    for (const { from, to } of occurrences(doc, text)) decorations.push(Decoration.inline(from, to, { class: `ed-word ed-word-${kind}` }));
  return DecorationSet.create(doc, decorations);
}

/** Every place of some words within one paragraph, across bold and links. */
export function occurrences(doc, text) {
  const places = [];
  if (!text) return places;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const words = node.textBetween(0, node.content.size, undefined, '\ufffc');
    for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + text.length))
      places.push({ from: position + 1 + at, to: position + 1 + at + text.length });
    return false;
  });
  return places;
}
