import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { accentColours, contrastOf, houseAccent } from './accent';
import * as forms from './forms';
import { html } from './html';
import { renderPage } from './page';
import { pagesCss, pagesCssPath } from './pages-css';
import { darkTokens, lightTokens } from './styles/tokens';

const identity = { countyName: 'Landkreis <Test> & Co' };

function documentOf(page: string): Document {
  return new JSDOM(page).window.document;
}

describe('pages: frame', () => {
  it('has language, title, skip link, one main and the links the law asks for', () => {
    const page = documentOf(renderPage({ title: 'Ihre Antwort', identity, main: html`<h1>Treffen</h1>` }));
    expect(page.documentElement.lang).toBe('de');
    expect(page.title).toBe('Ihre Antwort · Landkreis <Test> & Co');
    expect(page.querySelector('a.skip')?.getAttribute('href')).toBe('#inhalt');
    expect(page.querySelectorAll('main#inhalt h1')).toHaveLength(1);
    expect([...page.querySelectorAll('footer a')].map((link) => link.getAttribute('href'))).toEqual([
      '/impressum',
      '/datenschutz',
      '/barrierefreiheit',
    ]);
  });

  it('obeys a strict content security policy: no inline style, no inline script, nothing from elsewhere', () => {
    const written = renderPage({
      title: 'T',
      identity: { ...identity, logoUrl: '/logo', accent: '#8a1c3b' },
      main: html`${forms.answerButtons('answer', 'Kommen Sie?', [{ value: 'yes', label: 'Ja', tone: 'positive' }])}
      ${forms.banner('positive', 'Danke')}`,
      scripts: ['/pages/improve.js'],
      nonce: 'abc',
    });
    expect(written).not.toMatch(/<style| style=| on\w+="|javascript:|https?:/);
    expect(written).toContain('<script src="/pages/improve.js"  nonce="abc" defer></script>');
    expect(written).toContain('accent=8a1c3b');
    expect(Buffer.byteLength(written)).toBeLessThan(30_000);
  });

  it('hides pages behind a link from search engines and shows public ones', () => {
    expect(renderPage({ title: 'T', main: html`x` })).toContain('noindex');
    expect(renderPage({ title: 'T', main: html`x`, findable: true })).not.toContain('noindex');
  });

  it('says an error first and links other languages', () => {
    const page = documentOf(
      renderPage({
        title: 'Anmeldung',
        identity,
        wrong: true,
        main: html`x`,
        alternates: [{ language: 'de-simple', label: 'Leichte Sprache', href: '/leicht' }],
      }),
    );
    expect(page.title).toMatch(/^Fehler: /);
    expect(page.querySelector('nav a')?.getAttribute('hreflang')).toBe('de-simple');
  });
});

describe('pages: forms', () => {
  it('ties label, hint and error to the field and keeps what was typed', () => {
    const page = documentOf(
      forms
        .field({
          name: 'mail',
          label: 'Mail',
          hint: 'Hinweis',
          error: 'Fehlt',
          value: '"><script>',
          type: 'email',
        })
        .toString(),
    );
    const input = page.querySelector('input');
    expect(page.querySelector('label')?.getAttribute('for')).toBe(input?.id);
    expect(input?.value).toBe('"><script>');
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    const described = input?.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => page.getElementById(id)?.textContent)).toEqual(['Hinweis', 'Fehler: Fehlt']);
  });

  it('keeps the first newline of a text', () => {
    const page = documentOf(
      forms.field({ name: 'text', label: 'Text', rows: 3, value: '\n\nHallo' }).toString(),
    );
    expect(page.querySelector('textarea')?.value).toBe('\n\nHallo');
  });

  it('leads from the summary to fields, groups and answers', () => {
    const errors = [
      { name: 'mail', text: 'Mail fehlt' },
      { name: 'who', text: 'Wer fehlt' },
      { name: 'answer', text: 'Antwort fehlt' },
      { text: 'Allgemein' },
    ];
    const page = documentOf(
      html`${forms.errorSummary(errors)} ${forms.field({ name: 'mail', label: 'Mail' })}
      ${forms.choices({ name: 'who', legend: 'Wer', choices: [{ value: 'a', label: 'A' }] })}
      ${forms.answerButtons('answer', 'Kommen Sie?', [])}`.toString(),
    );
    const links = [...page.querySelectorAll('.error-summary a')];
    expect(links).toHaveLength(3);
    for (const link of links) expect(page.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    expect(page.querySelector('.error-summary')?.hasAttribute('autofocus')).toBe(true);
    expect(forms.errorSummary([])).toBeNull();
  });

  it('says the same error at several fields once and leads to the first of them', () => {
    const errors = ['termin-a', 'termin-b'].map((name) => ({ name, text: 'Bitte antworten Sie.' }));
    const summary = String(forms.errorSummary(errors));
    expect(summary.match(/Bitte antworten Sie/g)).toHaveLength(1);
    expect(summary).toContain(`#${forms.fieldId('termin-a')}`);
  });

  it('marks the chosen answer in words and not by colour alone', () => {
    const page = documentOf(
      forms
        .answerButtons('answer', 'Kommen Sie?', [
          { value: 'yes', label: 'Ich komme', tone: 'positive', chosen: true },
          { value: 'no', label: 'Ich kann nicht', tone: 'negative' },
        ])
        .toString(),
    );
    const [yes, no] = [...page.querySelectorAll('button')];
    expect(yes?.textContent).toContain('Ihre Antwort');
    expect(yes?.getAttribute('aria-pressed')).toBe('true');
    expect(no?.getAttribute('aria-pressed')).toBe('false');
    expect(yes?.type).toBe('submit');
  });
});

describe('pages: style sheet', () => {
  it('has the colours of the web application', () => {
    const scss = readFileSync(join(__dirname, '../../../../libs/ui/src/theme/tokens.scss'), 'utf8');
    const shared = [...scss.matchAll(/(--rt-[a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
    const compared = shared.filter(([, name]) => lightTokens[name ?? '']);
    expect(compared.length).toBeGreaterThan(12);
    for (const [, name = '', light, dark] of compared) {
      expect([name, lightTokens[name], darkTokens[name]]).toEqual([name, light, dark]);
    }
  });

  it('reads well: text, links, errors and answers reach 4.5 : 1 on every surface in light and dark', () => {
    for (const tokens of [lightTokens, darkTokens]) {
      for (const text of ['text', 'text-quiet', 'accent', 'positive', 'warning', 'negative']) {
        for (const surface of ['surface', 'surface-raised']) {
          const ratio = contrastOf(tokens[`--rt-${text}`] ?? '', tokens[`--rt-${surface}`] ?? '');
          expect([text, surface, ratio >= 4.5]).toEqual([text, surface, true]);
        }
      }
    }
  });

  it("makes any county's colour readable", () => {
    expect(accentColours(null)).toBe(houseAccent);
    expect(accentColours('red;}body{display:none')).toBe(houseAccent);
    for (const accent of ['#ffff00', '#000000', '#ffffff', '#8a1c3b', '#00a0e0']) {
      const colours = accentColours(accent);
      expect(contrastOf(colours.light, '#f7f5f1')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(colours.onLight, colours.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(colours.dark, '#14191b')).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(colours.onDark, colours.dark)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('stays small, balanced and addressed by its content', () => {
    const sheet = pagesCss(null);
    expect(sheet.text.length).toBeLessThan(21_000);
    expect(sheet.text.split('{').length).toBe(sheet.text.split('}').length);
    expect(pagesCssPath(null)).toBe(`/pages.css?v=${sheet.hash}`);
    expect(pagesCss('#8a1c3b').hash).not.toBe(sheet.hash);
  });
});
