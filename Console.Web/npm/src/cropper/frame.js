// The arithmetic of the crop frame, apart from any drawing: everything in pixels of the picture.

/** The largest frame of a ratio that fits into the picture, centred. */
export function largest(width, height, ratio) {
  const w = Math.min(width, height * ratio);
  const h = w / ratio;
  return { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h };
}

/** Moves a frame, staying inside the picture. */
export function moved(frame, picture, dx, dy) {
  return {
    ...frame,
    x: clamp(frame.x + dx, 0, picture.width - frame.width),
    y: clamp(frame.y + dy, 0, picture.height - frame.height),
  };
}

/** Makes the frame a part of the largest one (1 = as large as can be), around its own middle. */
export function scaled(frame, picture, ratio, part) {
  const whole = largest(picture.width, picture.height, ratio);
  const width = whole.width * clamp(part, 0.1, 1);
  const height = width / ratio;
  const resized = { x: frame.x + (frame.width - width) / 2, y: frame.y + (frame.height - height) / 2, width, height };
  return moved(resized, picture, 0, 0);
}

/** How large the result is drawn: as the original, but not wider than the platform shows it. */
export function outputSize(frame, ratio, widest) {
  const width = Math.max(1, Math.min(Math.round(frame.width), widest));
  return { width, height: Math.max(1, Math.round(width / ratio)) };
}

const clamp = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
