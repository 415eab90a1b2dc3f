/**
 * Sends one picture to the console and gives back what the server says of it.
 * @param {{url: string, fields?: object, headers?: object}} target
 * @returns {Promise<{id: string, url: string, width: number, height: number}>} rejects with an Error whose `code` is the server's
 */
export function upload(file, target, onProgress = () => {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', target.url);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(target.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300 && request.response?.url) resolve(request.response);
      else reject(failure(request.response?.code ?? byStatus(request.status)));
    };
    request.onerror = () => reject(failure('connection-lost'));
    request.onabort = () => reject(failure('aborted'));
    const form = new FormData();
    for (const [name, value] of Object.entries(target.fields ?? {})) form.append(name, value);
    form.append('file', file, file.name || 'picture');
    request.send(form);
  });
}

export function failure(code) {
  return Object.assign(new Error(code), { code });
}

function byStatus(status) {
  if (status === 413) return 'media-too-large';
  if (status === 415) return 'media-type';
  if (status === 401 || status === 403 || status === 404) return 'forbidden';
  return 'upload-failed';
}
