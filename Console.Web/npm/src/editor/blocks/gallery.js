import { Node } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

const MOST = 9;

/** Pictures side by side, two or three in a row. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'picture*',
  defining: true,
  isolating: true,

  addAttributes: () => ({
    columns: {
      default: 2,
      parseHTML: element => (element.getAttribute('data-columns') === '3' ? 3 : 2),
      renderHTML: ({ columns }) => ({ 'data-columns': columns }),
    },
  }),

  parseHTML: () => [{ tag: 'section[data-block=gallery]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', { 'data-block': 'gallery', ...HTMLAttributes }, 0],

  addCommands() {
    return {
      /** Lays the selected pictures side by side; inside a gallery changes its columns. */
      gallery: columns => ({ editor, state, tr, dispatch }) => {
        if (editor.isActive('gallery')) return editor.commands.updateAttributes('gallery', { columns });
        const run = picturesAround(state);
        if (!run) return false;
        if (dispatch) tr.replaceWith(run.from, run.to, state.schema.nodes.gallery.create({ columns }, run.pictures));
        return true;
      },
      /** Takes the pictures of a gallery apart again. */
      ungallery: () => ({ state, tr, dispatch }) => {
        const { $from } = state.selection;
        for (let depth = $from.depth; depth > 0; depth--) {
          const node = $from.node(depth);
          if (node.type.name !== 'gallery') continue;
          if (dispatch) tr.replaceWith($from.before(depth), $from.after(depth), node.content);
          return true;
        }
        return false;
      },
    };
  },

  // A gallery whose last picture went is no gallery.
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!transactions.some(transaction => transaction.docChanged)) return null;
        const empty = [];
        state.doc.descendants((node, position) => {
          if (node.type.name === 'gallery' && node.childCount === 0) empty.unshift(position);
        });
        return empty.length === 0 ? null : empty.reduce((transaction, position) => transaction.delete(position, position + 2), state.tr);
      },
    }),
  ],
});

/** The unbroken run of pictures at the selection, on one level, or null. */
function picturesAround(state) {
  const { $from, to } = state.selection;
  const parent = $from.parent.isTextblock ? $from.node($from.depth - 1) : $from.parent;
  const depth = $from.parent.isTextblock ? $from.depth - 1 : $from.depth;
  let position = $from.start(depth);
  const run = { from: 0, to: 0, pictures: [] };
  for (let index = 0; index < parent.childCount; index++) {
    const child = parent.child(index);
    const end = position + child.nodeSize;
    if (child.type.name === 'picture') {
      if (run.pictures.length === 0) run.from = position;
      run.pictures.push(child);
      run.to = end;
    } else if (run.pictures.length > 0) {
      if (run.to >= $from.pos && run.from <= to) break;
      run.pictures = [];
    }
    position = end;
  }
  return run.pictures.length > 0 && run.pictures.length <= MOST && run.to >= $from.pos && run.from <= to ? run : null;
}
