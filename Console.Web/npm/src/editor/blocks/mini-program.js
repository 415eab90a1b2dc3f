import { Mark } from '@tiptap/core';

const APP_ID = /^wx[0-9a-f]{16}$/;
const PATH = /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_.-]+)*(\?[A-Za-z0-9_.~%=&,:+-]*)?$/;

/** @returns {'appid' | 'path' | null} what is wrong with the address of a page of a mini program */
export function miniProgramFault(appId, path) {
  if (!APP_ID.test(appId)) return 'appid';
  return path.length <= 512 && PATH.test(path) ? null : 'path';
}

/** Words that open a page of a mini program, as the platform writes it. */
export const MiniProgram = Mark.create({
  name: 'miniProgram',
  inclusive: false,
  excludes: 'link',

  addAttributes: () => ({
    appId: { default: '', parseHTML: element => element.getAttribute('data-miniprogram-appid'), renderHTML: ({ appId }) => ({ 'data-miniprogram-appid': appId }) },
    path: { default: '', parseHTML: element => element.getAttribute('data-miniprogram-path'), renderHTML: ({ path }) => ({ 'data-miniprogram-path': path }) },
  }),

  parseHTML: () => [{
    tag: 'a[data-miniprogram-appid]',
    priority: 60,
    getAttrs: element => (miniProgramFault(element.getAttribute('data-miniprogram-appid'), element.getAttribute('data-miniprogram-path') ?? '') ? false : null),
  }],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: '', ...HTMLAttributes }, 0],
});
