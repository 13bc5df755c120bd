const webOrContact = /^(?:https?:\/\/[^\s/\\]|mailto:[^\s]|tel:[+0-9])/i;
const ownPath = /^\/(?![/\\])/;

/**
 * The address where it may stand behind a link, else nothing (`javascript:`, `data:`, `//other.host`, control
 * characters); the caller then prints the words without a link.
 */
export function safeHref(href: string): string | null {
  const trimmed = href.trim();
  if (/[\s\p{Cc}\\]/u.test(trimmed)) return null;
  return webOrContact.test(trimmed) || ownPath.test(trimmed) || /^#[\w-]+$/.test(trimmed) ? trimmed : null;
}

/** As `safeHref`, with own paths made absolute: mails and PDFs are read far from the site. */
export function absoluteHref(href: string, publicUrl: string | undefined): string | null {
  const safe = safeHref(href);
  if (safe === null || safe.startsWith('#')) return null;
  if (!safe.startsWith('/')) return safe;
  return publicUrl ? new URL(safe, publicUrl).href : null;
}
