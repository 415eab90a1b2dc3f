const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Links by scheme; addresses without one would point into the console itself. */
export function allowedLink(href) {
  try {
    return SCHEMES.has(new URL(href.trim()).protocol);
  } catch {
    return false;
  }
}

/** What a person types without a scheme is meant as a web address; null when it can be none. */
export function completedLink(text) {
  const trimmed = text.trim();
  if (allowedLink(trimmed)) return trimmed;
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]+:\d+(\/|$)/.test(trimmed)) return null;
  const completed = `https://${trimmed}`;
  return /^[^\s/]+\.[^\s/]{2,}/.test(trimmed) && allowedLink(completed) ? completed : null;
}
