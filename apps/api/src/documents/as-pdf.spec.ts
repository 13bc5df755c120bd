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
import { elementsWith, readPdf, stringIn } from '../../test/pdf-reader';
import { asPdf, type PdfOptions } from './as-pdf';

const options: PdfOptions = {
  footer: 'Netzwerk Frühe Hilfen',
  created: new Date('2025-01-20T10:00:00Z'),
  countyName: 'Landkreis Anhalt-Bitterfeld',
  publicUrl: 'https://tisch.example',
};

const protocol = documentOf(
  'Protokoll <1> & mehr',
  [
    facts([
      ['Wann', 'Donnerstag,\n16. Januar'],
      ['Wo', link('Köthen (Anhalt)', '/orte/1')],
    ]),
    figure(answerBar({ yes: 4, maybe: 0, no: 1, open: 2 }), 'Antworten'),
    heading('Zugang'),
    paragraph('Größe, ', strong('Straße'), ' und ', link('ein langer Link', 'https://a.example/x'), '.'),
    list(['erstens', 'zweitens']),
    numberedList(['eins']),
    heading('Vereinbarung', 3),
    quote('Niemand schafft das.', 'Fachkraft'),
    button('Antworten', '/antwort/abc'),
    divider(),
    note('Freigegeben.'),
    table(
      ['Name', { head: 'Antwort', align: 'end' }],
      Array.from({ length: 90 }, (_, index) => [`Person ${index + 1}`, 'Zusage']),
      { caption: 'Eingeladen', rowHeads: true },
    ),
  ],
  { subtitle: 'Netzwerk Frühe Hilfen' },
);

describe('documents: PDF', () => {
  let pdf: ReturnType<typeof readPdf>;
  let bytes: Buffer;

  beforeAll(async () => {
    bytes = await asPdf(protocol, options);
    pdf = readPdf(bytes);
  });

  it('is marked as tagged German PDF/UA with its title shown', () => {
    expect(pdf.catalog).toContain('/Lang (de-DE)');
    expect(pdf.catalog).toContain('/StructTreeRoot');
    expect(pdf.catalog).toContain('/MarkInfo');
    const source = bytes.toString('latin1');
    expect(source).toContain('/Marked true');
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(source).toContain('Protokoll &lt;1&gt; &amp; mehr</rdf:li>');
    expect(source.match(/\/Tabs \/S/g)).toHaveLength(pdf.pages);
    expect(source).not.toContain('Helvetica');
    expect(bytes.toString('utf8')).toContain('<rdf:li>Landkreis Anhalt-Bitterfeld</rdf:li>');
  });

  it('marks everything it draws, as content or as artifact, and every mark is in the structure once', () => {
    expect(pdf.unmarked).toEqual([]);
    expect(pdf.structure.text).not.toContain('\ufffd');
  });

  it('has one title, headings in order and bookmarks for them', () => {
    expect(elementsWith(pdf.structure, 'H1').map((each) => each.text)).toEqual(['Protokoll <1> & mehr']);
    expect(elementsWith(pdf.structure, 'H2').map((each) => each.text)).toEqual(['Zugang']);
    expect(elementsWith(pdf.structure, 'H3').map((each) => each.text)).toEqual(['Vereinbarung']);
    expect(pdf.bookmarks).toEqual(expect.arrayContaining(['Protokoll <1> & mehr', 'Zugang', 'Vereinbarung']));
  });

  it('keeps words apart where lines break, and runs together where they do not', () => {
    const paragraphs = elementsWith(pdf.structure, 'P').map((each) => each.text);
    expect(paragraphs).toContain('Größe, Straße und ein langer Link.');
    expect(paragraphs).toContain('Antworten: https://tisch.example/antwort/abc');
    expect(elementsWith(pdf.structure, 'LBody').map((each) => each.text)).toContain('Donnerstag, 16. Januar');
    expect(elementsWith(pdf.structure, 'Lbl').map((each) => each.text)).toEqual([
      'Wann',
      'Wo',
      '•',
      '•',
      '1.',
    ]);
    expect(elementsWith(pdf.structure, 'BlockQuote')[0]?.text).toBe('„Niemand schafft das.“Fachkraft');
  });

  it('describes drawings in words', () => {
    expect(stringIn(elementsWith(pdf.structure, 'Figure')[0]?.source ?? '', 'Alt')).toBe(
      '4 Zusagen, 1 Absage, 2 offen',
    );
  });

  it('gives links a description and their words', () => {
    const links = elementsWith(pdf.structure, 'Link');
    expect(links.map((each) => each.text)).toEqual([
      'Köthen (Anhalt)',
      'ein langer Link',
      'https://tisch.example/antwort/abc',
    ]);
    for (const each of links) expect(each.source).toContain('/Type /OBJR');
    const source = bytes.toString('latin1');
    expect(source).toContain('/URI (https://tisch.example/orte/1)');
    expect(source).toContain('/Contents (ein langer Link)');
  });

  it('repeats the head of a long table on each page without reading it out again', () => {
    expect(pdf.pages).toBeGreaterThanOrEqual(3);
    const [rows] = elementsWith(pdf.structure, 'Table');
    expect(rows && elementsWith(rows, 'TR')).toHaveLength(91);
    const heads = elementsWith(pdf.structure, 'TH');
    expect(heads.filter((each) => each.source.includes('/Scope /Column')).map((each) => each.text)).toEqual([
      'Name',
      'Antwort',
    ]);
    expect(heads.filter((each) => each.source.includes('/Scope /Row'))).toHaveLength(90);
    expect(elementsWith(pdf.structure, 'Caption')[0]?.text).toBe('Eingeladen');
    for (const artifact of pdf.artifacts.slice(1)) expect(artifact).toContain('NameAntwort');
  });

  it('numbers its pages outside of the reading order', () => {
    pdf.artifacts.forEach((artifact, index) => {
      expect(artifact).toContain(`Seite ${index + 1} von ${pdf.pages}`);
      expect(artifact).toContain('Netzwerk Frühe Hilfen');
    });
    expect(pdf.structure.text).not.toContain('Seite 1');
  });

  it('writes the same bytes for the same facts', async () => {
    expect((await asPdf(protocol, options)).equals(bytes)).toBe(true);
  });
});

describe('documents: PDF of unusual texts', () => {
  it('survives emoji, control characters, words wider than the page and cells taller than it', async () => {
    const bytes = await asPdf(
      documentOf('😀 Titel\u0000 mit allem', [
        paragraph('Freude 👍🏽 und ', strong('Stärke'), '\u200b\u0007!'),
        paragraph('x'.repeat(400)),
        table(['Spalte', 'Text'], [['eins', 'Wort '.repeat(1500)], ['zwei']], { rowHeight: 14 }),
        paragraph(''),
        list([]),
        table(['Leer'], []),
      ]),
      { ...options, logo: Buffer.from('kein Bild') },
    );
    const pdf = readPdf(bytes);
    expect(pdf.unmarked).toEqual([]);
    expect(elementsWith(pdf.structure, 'H1')[0]?.text).toBe('□ Titel mit allem');
    const [emoji, long] = elementsWith(pdf.structure, 'P');
    expect(emoji?.text).toBe('Freude □□ und Stärke!');
    expect(long?.text).toBe('x'.repeat(400));
    const [cell] = elementsWith(pdf.structure, 'TD').filter((each) => each.text.startsWith('Wort'));
    expect(cell?.text.trim()).toBe('Wort '.repeat(1500).trim());
    expect(pdf.pages).toBeGreaterThan(1);
  });

  it('is a letter with address, information and subject in this order', async () => {
    const pdf = readPdf(
      await asPdf(documentOf('Ihre Einladung', [paragraph('Guten Tag')]), {
        ...options,
        letter: {
          sender: 'Landkreis, Am Flugplatz 1, 06366 Köthen',
          recipient: ['Ahornhaus (Demo)', 'Lindenstraße 12', '06366 Köthen (Anhalt)'],
          information: [['Datum', '9. Dezember 2024']],
        },
      }),
    );
    expect(pdf.structure.kids.map((each) => each.tag)).toEqual(['P', 'L', 'H1', 'P']);
    expect(pdf.structure.kids[0]?.text).toBe('Ahornhaus (Demo) Lindenstraße 12 06366 Köthen (Anhalt)');
    expect(pdf.artifacts[0]).toContain('Am Flugplatz 1');
    expect(pdf.unmarked).toEqual([]);
  });
});
