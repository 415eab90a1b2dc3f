// Small things every part of the paste cleaner does.
export const ELEMENT = 1;
export const TEXT = 3;
export const COMMENT = 8;

export function walk(node, visit) {
  for (const child of [...node.childNodes]) {
    visit(child);
    if (child.parentNode) walk(child, visit);
  }
}

export function unwrap(element) {
  element.replaceWith(...element.childNodes);
}
