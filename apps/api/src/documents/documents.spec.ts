import {
  button,
  divider,
  documentOf,
  facts,
  figure,
  heading,
  link,
  list,
  note,
  numberedList,
  paragraph,
  quote,
  strong,
  table,
} from '@runder-tisch/domain/documents';
import { answerBar } from '@runder-tisch/drawing/answer-bar';
import { JSDOM } from 'jsdom';
import { asMailHtml } from './as-mail-html';
import { asPageHtml } from './as-page-html';
import { asText } from './as-text';
import type { MailFrame } from './mail-frame';
import { mailFooterLines } from './mail-frame';
import { absoluteHref, safeHref } from './safe-href';

const nasty = '<img src=x onerror="alert(1)"> & „Größe“ \'x\'';

/** One of every kind of block, with markup where a person types. */
const everything = documentOf(
  nasty,
  [
    heading(nasty),
    heading('Unterpunkt', 3),
    paragraph(nasty, strong(nasty), link(nasty, '/netzwerke/1'), 'Zeile\nzwei'),
    paragraph(link('Falle', 'javascript:alert(1)'), link('Fremd', '//evil.example/x')),
    list([nasty, [strong('fett'), ' dünn']]),
    numberedList(['eins', nasty]),
    table([nasty, { head: 'Zahl', align: 'end' }], [[nasty, '3'], ['nur eine Zelle']], {
      caption: nasty,
      rowHeads: true,
    }),
    facts([
      [nasty, nasty],
      ['Wo', 'Köthen\nRaum 204'],
    ]),
    button(nasty, '/antwort/abc'),
    button('Quer', 'data:text/html,x', 'quiet'),
    figure(answerBar({ yes: 4, maybe: 0, no: 1, open: 2 }), nasty),
    note(nasty),
    divider(),
    quote(nasty, nasty),
  ],
  { subtitle: nasty },
);

const frame: MailFrame = {
  countyName: nasty,
  sender: nasty,
  why: nasty,
  publicUrl: 'https://tisch.example',
  preview: nasty,
  logo: { url: '/logo', width: 120, height: 40 },
};

function parsed(html: string): Document {
  return new JSDOM(html).window.document;
}

function expectHarmless(page: Document, images: number): void {
  expect(page.querySelectorAll('script, iframe, [onerror], [onclick]')).toHaveLength(0);
  expect(page.querySelectorAll('img')).toHaveLength(images);
  for (const anchor of page.querySelectorAll('a')) {
    expect(anchor.getAttribute('href')).toMatch(/^(https:\/\/tisch\.example\/|\/)[a-z]/);
  }
  expect(page.querySelector('h1')?.textContent?.trim()).toBe(nasty);
}

describe('documents: page HTML', () => {
  const page = parsed(asPageHtml(everything).toString());

  it('shows what people typed as text, never as markup, and drops dangerous addresses', () => {
    expectHarmless(page, 0);
    expect(page.body.textContent).toContain('Falle');
  });

  it('is semantic: heads with scope, facts as a list of terms, drawing with its table twin', () => {
    expect(page.querySelectorAll('th[scope=col]').length).toBeGreaterThanOrEqual(4);
    expect(page.querySelectorAll('th[scope=row]')).toHaveLength(2);
    expect(page.querySelectorAll('td.end')).toHaveLength(2);
    expect(page.querySelectorAll('dl dt')).toHaveLength(2);
    expect(page.querySelector('figure svg desc')?.textContent).toBe('4 Zusagen, 1 Absage, 2 offen');
    expect(page.querySelector('figure details table')?.textContent).toContain('Absagen');
    const region = page.querySelector('[role=region]');
    expect(page.getElementById(region?.getAttribute('aria-labelledby') ?? '')?.textContent?.trim()).toBe(
      nasty,
    );
  });

  it('steps its headings down under the head of a page', () => {
    const under = parsed(asPageHtml(everything, { titleLevel: 2 }).toString());
    expect(under.querySelectorAll('h1')).toHaveLength(0);
    expect([...under.querySelectorAll('h2, h3, h4')].map((each) => each.tagName)).toEqual(['H2', 'H3', 'H4']);
  });

  it('obeys a strict style policy', () => {
    expect(page.querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('documents: mail HTML', () => {
  const written = asMailHtml(everything, frame);
  const page = parsed(written);

  it('shows what people typed as text, makes addresses absolute and drops dangerous ones', () => {
    expectHarmless(page, 1);
    expect([...page.querySelectorAll('a')].map((anchor) => anchor.href)).toContain(
      'https://tisch.example/antwort/abc',
    );
  });

  it('says who writes, why one gets it and where the Impressum is', () => {
    const end = [...page.querySelectorAll('p')].slice(-3).map((line) => line.textContent?.trim());
    expect(end[0]).toContain(nasty);
    expect(end[1]).toBe(nasty);
    expect(end[2]).toContain('Impressum');
    expect(page.querySelector('a[href="https://tisch.example/impressum"]')).not.toBeNull();
  });

  it('is laid out in presentation tables no wider than 600 px; data tables keep their heads', () => {
    for (const each of page.querySelectorAll('table')) {
      const isData = each.classList.contains('data');
      expect(each.getAttribute('role')).toBe(isData ? null : 'presentation');
      expect(each.querySelectorAll(':scope > thead th[scope=col]').length > 0).toBe(isData);
    }
    expect(written).toContain('max-width:600px');
    expect(page.documentElement.lang).toBe('de');
  });

  it('survives clients: no svg, no foreign font, dark colours twice, short of the limit of Gmail', () => {
    expect(page.querySelector('svg, link')).toBeNull();
    expect(written).toContain('prefers-color-scheme:dark');
    expect(written).toContain('[data-ogsc] .card');
    expect(Buffer.byteLength(written)).toBeLessThan(40_000);
  });
});

describe('documents: text', () => {
  it('keeps words, addresses and columns', () => {
    const text = asText(
      documentOf('Einladung', [
        paragraph('Guten Tag ', strong('Frau Beispiel'), ','),
        button('Jetzt antworten', '/antwort/abc'),
        facts([['Wann', '16. Januar\n14:00 Uhr']]),
        table(['Thema', { head: 'Minuten', align: 'end' }], [['Rückblick', '20']]),
        quote('Gut so.', 'Fachkraft'),
        paragraph(link('Karte', 'https://karte.example/a'), ' ', link('a@b.test', 'mailto:a@b.test')),
      ]),
      {
        publicUrl: 'https://tisch.example',
        footer: mailFooterLines({ ...frame, why: 'Weil.', sender: 'Anna' }),
      },
    );
    expect(text).toContain('Einladung\n=========\n');
    expect(text).toContain('Jetzt antworten:\nhttps://tisch.example/antwort/abc\n');
    expect(text).toContain('Wann: 16. Januar\n      14:00 Uhr');
    expect(text).toContain('Thema       Minuten\n---------   -------\nRückblick        20');
    expect(text).toContain('  „Gut so.“\n  – Fachkraft');
    expect(text).toContain('Karte (https://karte.example/a) a@b.test');
    expect(text).toMatch(/\n-- \nAnna\n/);
    expect(text).toContain('Impressum: https://tisch.example/impressum');
  });

  it('never breaks an address and keeps other lines short', () => {
    const address = `https://tisch.example/${'a'.repeat(120)}`;
    const text = asText(
      documentOf('T', [paragraph(`${'Wort '.repeat(60)}${address} ${'Wort '.repeat(60)}`)]),
    );
    expect(text).toContain(address);
    for (const line of text.split('\n')) expect(line.includes(address) || line.length <= 76).toBe(true);
  });
});

describe('documents: addresses', () => {
  it('lets web, mail, telephone and own paths stand behind a link', () => {
    for (const href of [
      'https://a.example/x?y=1#z',
      'mailto:a@b.test',
      'tel:+493496600',
      '/pfad',
      '#anker',
    ]) {
      expect(safeHref(href)).toBe(href);
    }
  });

  it('refuses scripts, data, foreign hosts in disguise and control characters', () => {
    const refused = [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      '/\\evil.example',
      'https:\\\\evil.example',
      'https://',
      'foo',
      '',
    ];
    for (const href of refused) expect([href, safeHref(href)]).toEqual([href, null]);
  });

  it('makes own paths absolute', () => {
    expect(absoluteHref('/a', 'https://tisch.example')).toBe('https://tisch.example/a');
    expect(absoluteHref('/a', undefined)).toBeNull();
    expect(absoluteHref('#a', 'https://tisch.example')).toBeNull();
  });
});
