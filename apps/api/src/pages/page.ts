import { attributes, html, Html } from './html';
import { mark } from './icons';
import { pagesCssPath } from './pages-css';

/** How the county shows itself; the settings know it. */
export interface PageIdentity {
  readonly countyName: string;
  /** Own path of the logo, e.g. `/api/settings/logo?v=3`. */
  readonly logoUrl?: string;
  /** Six hex digits with `#`. */
  readonly accent?: string;
  /** What everybody finds here without an account; stands on public pages only. */
  readonly links?: readonly PageLink[];
}

export interface PageLink {
  readonly label: string;
  readonly href: string;
}

export interface PageAlternate {
  /** `de-simple` is Leichte Sprache. */
  readonly language: PageLanguage;
  readonly label: string;
  readonly href: string;
}

export type PageLanguage = 'de' | 'de-simple' | 'en';

export interface Page {
  /** Says where one is: "Ihre Antwort: Netzwerktreffen Frühe Hilfen". */
  readonly title: string;
  readonly main: Html;
  /** Absent only where the settings cannot be read, e.g. while the database is away. */
  readonly identity?: PageIdentity;
  readonly language?: PageLanguage;
  readonly alternates?: readonly PageAlternate[];
  /** A form came back with errors: the title says so first, as screen readers read it first. */
  readonly wrong?: boolean;
  /** A form was kept: the title says so first. */
  readonly saved?: boolean;
  /** Only pages for everyone may be found by search engines; pages behind a link never. They carry the public navigation. */
  readonly findable?: boolean;
  /** The entry of the public navigation one is in, e.g. `/angebote`. */
  readonly section?: string;
  /** Who is known here is led to work in the corner where others sign in. */
  readonly signedIn?: boolean;
  /** Where "Seite schnell verlassen" leads; on topics that must not be seen over a shoulder. */
  readonly leaveTo?: string;
  readonly description?: string;
  /** Own scripts that only improve. They need the nonce of this answer's CSP. */
  readonly scripts?: readonly string[];
  readonly nonce?: string;
}

const nameless: PageIdentity = { countyName: 'Runder Tisch' };

const htmlLanguages: Readonly<Record<PageLanguage, string>> = {
  de: 'de',
  'de-simple': 'de-simple',
  en: 'en',
};

const footerLinks: readonly (readonly [name: string, path: string])[] = [
  ['Impressum', '/impressum'],
  ['Datenschutz', '/datenschutz'],
  ['Barrierefreiheit', '/barrierefreiheit'],
];

/** A whole page for readers without account: works without script, in one style sheet, with the links the law asks for. */
export function renderPage(page: Page): string {
  const identity = page.identity ?? nameless;
  const language = page.language ?? 'de';
  const alternates = page.alternates ?? [];
  const title = `${page.wrong ? 'Fehler: ' : page.saved ? 'Gespeichert: ' : ''}${page.title} · ${identity.countyName}`;
  return html`<!doctype html>
    <html lang="${htmlLanguages[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${page.description && html`<meta name="description" content="${page.description}" />`}
        ${!page.findable && html`<meta name="robots" content="noindex, nofollow" />`}
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${pagesCssPath(identity.accent)}" />
        ${alternates.map(
          (other) =>
            html`<link rel="alternate" hreflang="${htmlLanguages[other.language]}" href="${other.href}" />`,
        )}
        ${(page.scripts ?? []).map(
          (path) => html`<script src="${path}" ${attributes({ nonce: page.nonce })} defer></script>`,
        )}
      </head>
      <body ${attributes({ class: language === 'de-simple' ? 'simple' : null })}>
        <a class="skip" href="#inhalt">Zum Inhalt springen</a>
        ${page.leaveTo && quickExit(page.leaveTo)} ${siteHead(identity, alternates, page)}
        <main id="inhalt" tabindex="-1"><div class="wrap">${page.main}</div></main>
        <footer class="site-foot">
          <div class="wrap">
            <p>${identity.countyName}</p>
            <ul>
              ${footerLinks.map(([name, path]) => html`<li><a href="${path}">${name}</a></li>`)}
            </ul>
          </div>
        </footer>
      </body>
    </html> `.toString();
}

/** First in the order of the keyboard and always in sight; the other page learns nothing about this one. */
function quickExit(href: string): Html {
  return html`<a class="leave" href="${href}" rel="noreferrer noopener">Seite schnell verlassen</a>`;
}

function publicNavigation(identity: PageIdentity, page: Page): Html | false {
  const links = page.findable ? (identity.links ?? []) : [];
  return (
    links.length > 0 &&
    html`<nav aria-label="Öffentliche Seiten">
      <ul class="site-links">
        ${links.map(
          ({ label, href }) =>
            html`<li>
              <a href="${href}" ${attributes({ 'aria-current': page.section === href ? 'page' : null })}
                >${label}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`
  );
}

function siteHead(identity: PageIdentity, alternates: readonly PageAlternate[], page: Page): Html {
  const sign = identity.logoUrl ? html`<img src="${identity.logoUrl}" alt="" height="44" />` : mark();
  return html`<header class="site-head">
    <div class="wrap">
      <a class="brand" href="/">
        ${sign}
        <span><b>${identity.countyName}</b>${identity !== nameless && html`<span>Runder Tisch</span>`}</span>
      </a>
      ${publicNavigation(identity, page)} ${corner(alternates, page)}
    </div>
  </header>`;
}

/** At the same place of every page: other languages, and on public pages the quiet way in for those who work here. */
function corner(alternates: readonly PageAlternate[], page: Page): Html | false {
  const door = page.signedIn
    ? html`<a href="/arbeitsplatz">Zum Arbeitsplatz</a>`
    : html`<a href="/anmelden" rel="nofollow">Anmelden</a>`;
  return (
    (alternates.length > 0 || page.findable === true) &&
    html`<nav aria-label="Sprache und Anmeldung">
      <ul class="languages">
        ${alternates.map(
          (other) =>
            html`<li>
              <a href="${other.href}" hreflang="${htmlLanguages[other.language]}">${other.label}</a>
            </li>`,
        )}
        ${page.findable && html`<li>${door}</li>`}
      </ul>
    </nav>`
  );
}
