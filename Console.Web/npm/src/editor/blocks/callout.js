import { Node } from '@tiptap/core';

/** The kinds of boxed text: 说明, 通知, 提示, 辟谣, 办事指南. Each has its colour in the table of looks. */
export const CALLOUTS = ['note', 'notice', 'tip', 'rumour', 'guide'];

/** A box around paragraphs that says at a glance what kind of text it is. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,

  addAttributes: () => ({
    kind: { default: 'note', parseHTML: element => element.getAttribute('data-block'), renderHTML: ({ kind }) => ({ 'data-block': kind }) },
  }),

  parseHTML: () => CALLOUTS.map(kind => ({ tag: `section[data-block=${kind}]` })),
  renderHTML: ({ HTMLAttributes }) => ['section', HTMLAttributes, 0],

  addCommands() {
    return {
      toggleCallout: kind => ({ editor, commands }) => {
        if (editor.isActive('callout', { kind })) return commands.lift('callout');
        return editor.isActive('callout') ? commands.updateAttributes('callout', { kind }) : commands.wrapIn('callout', { kind });
      },
    };
  },
});

/** A section somebody made elsewhere, with its own colours: kept as it came. */
export const Box = Node.create({
  name: 'box',
  group: 'block',
  content: 'block+',

  addAttributes: () => ({ look: { default: null, parseHTML: element => element.getAttribute('style'), renderHTML: ({ look }) => ({ style: look, 'data-look': look }) } }),

  parseHTML: () => [{ tag: 'section[style]:not([data-block])' }, { tag: 'div[style]:not([data-block])' }].map(rule => ({
    ...rule,
    getAttrs: element => (/background|border|padding|margin|width/.test(element.getAttribute('style')) ? null : false),
  })),
  renderHTML: ({ HTMLAttributes }) => ['section', HTMLAttributes, 0],
});
