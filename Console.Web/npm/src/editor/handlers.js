export const INERT = 'data-inert-';

/**
 * Renames event handlers before anything parses the text: browsers report each one they meet to the console, also where it can never run.
 * What makes the text safe is the cleaning afterwards, not this.
 */
export function withoutHandlers(html) {
  return html.replace(/<[a-z][^>]*>/gi, tag => tag.replace(/([\s/"'])(on[a-z]+\s*=)/gi, `$1${INERT}$2`));
}
