/** Shows a picture, or the local file with a bar while it travels. */
export class PictureView {
  constructor(node, pictures) {
    this.pictures = pictures;
    this.dom = document.createElement('figure');
    this.dom.className = 'gac-picture';
    this.update(node);
  }

  update(node) {
    if (node.type.name !== 'picture') return false;
    this.stopWatching?.();
    const image = document.createElement('img');
    image.alt = node.attrs.alt ?? '';
    image.draggable = false;
    this.dom.replaceChildren(image);
    if (node.attrs.caption) this.dom.append(Object.assign(document.createElement('figcaption'), { textContent: node.attrs.caption }));
    this.dom.toggleAttribute('data-uploading', !node.attrs.src);
    if (node.attrs.src) {
      image.src = node.attrs.src;
    } else {
      const local = this.pictures.localAddress(node.attrs.upload);
      if (local) image.src = local;
      const bar = document.createElement('progress');
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute('aria-label', this.pictures.strings.uploading ?? '');
      this.dom.append(bar);
      this.stopWatching = this.pictures.watch(node.attrs.upload, part => (bar.value = part));
    }
    return true;
  }

  selectNode() {
    this.dom.classList.add('is-selected');
  }

  deselectNode() {
    this.dom.classList.remove('is-selected');
  }

  ignoreMutation() {
    return true;
  }

  destroy() {
    this.stopWatching?.();
  }
}
