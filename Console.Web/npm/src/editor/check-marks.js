// Lays the marks of the checks on the very words. The checks themselves run elsewhere and name the words and which of their places is meant.
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
          const marks = transaction.getMeta(key);
          if (marks) return { marks, set: decorate(transaction.doc, marks) };
          // While somebody types, a mark travels with its words; the next check says anew where it lies.
          return transaction.docChanged ? { marks: value.marks, set: value.set.map(transaction.mapping, transaction.doc) } : value;
        },
      },
      props: { decorations: state => key.getState(state).set },
    }),
  ],
});

/** @param marks {text: string, kind: 'must'|'advice', nth: number}[] */
export function setMarks(editor, marks) {
  editor.view.dispatch(editor.state.tr.setMeta(key, marks).setMeta('addToHistory', false));
}

export function marksOf(state) {
  return key.getState(state)?.marks ?? [];
}

function decorate(doc, marks) {
  const decorations = [];
  for (const { text, kind, nth } of marks) {
    const place = placeOf(doc, text, nth);
    if (place) decorations.push(Decoration.inline(place.from, place.to, { class: `ed-word ed-word-${kind}` }));
  }
  return DecorationSet.create(doc, decorations);
}

/** The nth place of some words; the last one there is when some have gone since the check; null when none is left. */
export function placeOf(doc, text, nth = 0) {
  const places = occurrences(doc, text);
  return places[Math.min(nth, places.length - 1)] ?? null;
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
