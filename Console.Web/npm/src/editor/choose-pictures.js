/** Asks for pictures of this device. */
export function choosePictures(root, chosen) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/bmp';
  input.multiple = true;
  input.hidden = true;
  input.dataset.testid = 'picture-file';
  input.addEventListener('change', () => {
    if (input.files.length > 0) chosen([...input.files]);
    input.remove();
  });
  input.addEventListener('cancel', () => input.remove());
  root.append(input);
  input.click();
}
