import type { PageAlternate } from './page';

/** What can be explained in Leichte Sprache, with the page it is about; those behind a link of a mail end with `/`. */
const about = {
  start: '/',
  angebote: '/angebote',
  mitreden: '/mitreden',
  stand: '/mitreden/stand',
  ergebnisse: '/ergebnisse',
  mitmachen: '/mitmachen',
  anmelden: '/anmelden',
  antwort: '/antwort/',
  umfrage: '/umfrage/',
  punkte: '/punkte/',
  aufgabe: '/aufgabe/',
  angaben: '/meine-angaben/',
  hinweis: '/hinweis/',
  protokoll: '/protokoll/',
  anmeldung: '/anmeldung/',
  impressum: '/impressum',
  datenschutz: '/datenschutz',
  barrierefreiheit: '/barrierefreiheit',
} as const;

export type SimplePageName = keyof typeof about;

export const simplePageNames = Object.keys(about) as readonly SimplePageName[];

/** "Leichte Sprache" in the head of a page: it explains what the page is, and leads back to the very page. */
export function inSimpleWords(name: SimplePageName, path: string = about[name]): PageAlternate {
  const own = path === about[name];
  const page = name === 'start' ? '/leicht' : `/leicht/${name}`;
  const href = own ? page : `${page}?von=${encodeURIComponent(path)}`;
  return { language: 'de-simple', label: 'Leichte Sprache', href };
}

/**
 * The way back from Leichte Sprache.
 *
 * @param from the page somebody came from, as the address says; anything but a page of this kind leads to its beginning
 */
export function inEverydayWords(name: SimplePageName, from: unknown): PageAlternate {
  const start = about[name];
  const isOwn =
    typeof from === 'string' && from.startsWith(start) && /^\/[\w/-]*$/.test(from) && from.length < 200;
  const href = isOwn && !from.startsWith('//') ? from : start.length > 1 && start.endsWith('/') ? '/' : start;
  return { language: 'de', label: 'Alltagssprache', href };
}
