/** Focus into a field of the form around the text, also where it is folded away. */
export function focusField(id) {
  const field = document.getElementById(id);
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}
