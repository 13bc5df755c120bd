const ORIGIN = 'https://own.invalid';

/**
 * A page of this application to go on to, or the start page: addresses of other hosts in any spelling, the API and
 * sign-in pages are no place to go.
 */
export function inAppPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return '/';
  let url: URL;
  try {
    url = new URL(wanted, ORIGIN);
  } catch {
    return '/';
  }
  if (url.origin !== ORIGIN || url.pathname.startsWith('//')) return '/';
  if (/^\/(api|anmeldung|anmelden|einrichten)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
