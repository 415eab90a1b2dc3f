/** Links by type: in the text the platform opens only its own articles; everything else is for the source link or a mini program. */
export function allowedLink(href) {
  const address = webAddress(href);
  return address !== null && address.hostname === 'mp.weixin.qq.com' && !address.port && !address.username && !address.password;
}

/** Whether an address belongs to one of the sites a body may point readers to: government domains, and those it lists. */
export function isOfficialSite(href, hosts = []) {
  const host = webAddress(href)?.hostname;
  return Boolean(host) && ['gov.cn', ...hosts].some(own => host === own || host.endsWith(`.${own}`));
}

/** What a person types without a scheme is meant as a web address; null when it can be none. */
export function completedLink(text) {
  const trimmed = text.trim();
  if (webAddress(trimmed)) return trimmed;
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]+:\d+(\/|$)/.test(trimmed)) return null;
  const completed = `https://${trimmed}`;
  return /^[^\s/]+\.[^\s/]{2,}/.test(trimmed) && webAddress(completed) ? completed : null;
}

function webAddress(text) {
  try {
    const address = new URL(text.trim());
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}
