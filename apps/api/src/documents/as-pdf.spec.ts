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
import { checkPdf } from '../../test/pdf/check-pdf';
import { printedSamples, sampleLogo } from '../../test/pdf/printed-samples';
import { elementsWith, readPdf } from '../../test/pdf/read-pdf';
import { asPdf } from './as-pdf';
import type { PdfOptions } from './pdf-options';
import { compileTypst } from './pdf/typst';

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

  it('passes the check of PDF/UA, as does everything the house prints', async () => {
    expect(checkPdf(bytes)).toEqual([]);
    for (const sample of printedSamples()) {
      expect([sample.name, ...checkPdf(await asPdf(sample.content, sample.options))]).toEqual([sample.name]);
    }
  });

  it('tells its language, title, author and day', () => {
    const { root } = pdf.file;
    expect(pdf.file.text(root.get('Lang'))).toBe('de-DE');
    expect(pdf.metadata).toContain('Protokoll &lt;1&gt; &amp; mehr</rdf:li>');
    expect(pdf.metadata).toContain('<rdf:li>Landkreis Anhalt-Bitterfeld</rdf:li>');
    expect(pdf.metadata).toContain('<xmp:CreateDate>2025-01-20T10:00:00');
  });

  it('has one title, headings in order and bookmarks for them', () => {
    const headings = ['H1', 'H2', 'H3'].map((tag) =>
      elementsWith(pdf.structure, tag).map((each) => each.text),
    );
    expect(headings).toEqual([['Protokoll <1> & mehr'], ['Zugang'], ['Vereinbarung']]);
    expect(pdf.bookmarks).toEqual(['Protokoll <1> & mehr', 'Zugang', 'Vereinbarung']);
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
    const [figureElement] = elementsWith(pdf.structure, 'Figure');
    expect(pdf.file.text(figureElement?.dictionary.get('Alt'))).toBe('4 Zusagen, 1 Absage, 2 offen');
  });

  it('links words and printed addresses to absolute addresses', () => {
    const links = elementsWith(pdf.structure, 'Link').map((each) => [
      each.text,
      ...each.annotations.map((annotation) =>
        pdf.file.text(pdf.file.dictionary(annotation.get('A')).get('URI')),
      ),
    ]);
    expect(links).toEqual([
      ['Köthen (Anhalt)', 'https://tisch.example/orte/1'],
      ['ein langer Link', 'https://a.example/x'],
      ['https://tisch.example/antwort/abc', 'https://tisch.example/antwort/abc'],
    ]);
  });

  it('repeats the head of a long table on each page without reading it out again', () => {
    expect(pdf.pages.length).toBeGreaterThanOrEqual(3);
    const [rows] = elementsWith(pdf.structure, 'Table');
    expect(rows && elementsWith(rows, 'TR')).toHaveLength(91);
    const heads = elementsWith(pdf.structure, 'TH');
    const scope = (head: (typeof heads)[number]): string => pdf.file.name(head.attributes.get('Scope'));
    expect(heads.filter((each) => scope(each) === 'Column').map((each) => each.text)).toEqual([
      'Name',
      'Antwort',
    ]);
    expect(heads.filter((each) => scope(each) === 'Row')).toHaveLength(90);
    expect(elementsWith(pdf.structure, 'Caption')[0]?.text).toBe('Eingeladen');
    for (const artifact of pdf.artifacts.slice(1)) expect(artifact).toContain('NameAntwort');
  });

  it('numbers its pages outside of the reading order', () => {
    pdf.artifacts.forEach((artifact, index) => {
      expect(artifact).toContain(`Seite ${index + 1} von ${pdf.pages.length}`);
      expect(artifact).toContain('Netzwerk Frühe Hilfen');
    });
    expect(pdf.structure.text).not.toContain('Seite 1');
  });

  it('writes the same bytes for the same facts', async () => {
    expect((await asPdf(protocol, options)).equals(bytes)).toBe(true);
  });

  it('is a letter with address, information and subject in this order', async () => {
    const letter = readPdf(
      await asPdf(documentOf('Ihre Einladung', [paragraph('Guten Tag')]), {
        ...options,
        letter: {
          sender: 'Landkreis, Am Flugplatz 1, 06366 Köthen',
          recipient: ['Ahornhaus (Demo)', 'Lindenstraße 12', '06366 Köthen (Anhalt)'],
          information: [['Datum', '9. Dezember 2024']],
        },
      }),
    );
    expect(letter.structure.kids.map((each) => each.tag)).toEqual(['P', 'L', 'H1', 'P']);
    expect(letter.structure.kids[0]?.text).toBe('Ahornhaus (Demo) Lindenstraße 12 06366 Köthen (Anhalt)');
    expect(letter.artifacts[0]).toContain('Am Flugplatz 1');
  });

  it('binds letters to several: each on paper of its own, with its own address and count of pages', async () => {
    const letter = (name: string, lines: number) => ({
      content: documentOf(
        `Brief an ${name}`,
        Array.from({ length: lines }, (_, index) => paragraph(`Zeile ${index + 1}.`)),
      ),
      footer: `Haus ${name}`,
      letter: { sender: 'Landkreis', recipient: [name, 'Am Markt 1', '06366 Köthen'], information: [] },
    });
    const { content, ...first } = letter('Ahorn', 1);
    const bound = { title: 'Jahresbriefe 2026', after: [letter('Birke', 60), letter('Linde', 1)] };
    const bytes = await asPdf(content, { ...options, ...first, bound });
    expect(checkPdf(bytes, 3)).toEqual([]);
    const file = readPdf(bytes);
    expect(file.metadata).toContain('Jahresbriefe 2026</rdf:li>');
    expect(file.bookmarks).toEqual(['Brief an Ahorn', 'Brief an Birke', 'Brief an Linde']);
    const feet = file.artifacts.map(
      (artifact) => /Haus (\w+)Seite (\d) von (\d)/.exec(artifact)?.slice(1) ?? [],
    );
    // The back of the first letter and of the second one's last page stay empty.
    expect(feet).toEqual([
      ['Ahorn', '1', '1'],
      [],
      ['Birke', '1', '3'],
      ['Birke', '2', '3'],
      ['Birke', '3', '3'],
      [],
      ['Linde', '1', '1'],
    ]);
    expect(file.artifacts.filter((artifact) => artifact.includes('Am Markt'))).toEqual([]);
    expect(elementsWith(file.structure, 'P').filter(({ text }) => text.includes('Am Markt'))).toHaveLength(3);
  });
});

describe('documents: PDF of unusual texts', () => {
  it('prints texts as they were typed, whatever they mean to the compiler', async () => {
    const typed = [
      '#import "@preview/cetz:0.3.0"',
      '#read("/etc/passwd")',
      '$x^2$',
      '*a* _b_',
      '@ref <label>',
      '// weg',
      '/* weg */',
      '\\ \\u{41}',
      '"so" \'und\' so',
      '`code` ```mehr```',
      'https://a.example/x?y=1&z=#a',
      '= Kopf',
      '- Punkt',
      '+ Zahl',
      '/ Wort: Sinn',
      '~ -- --- ...',
      '[x] {y} (z)',
    ];
    const bytes = await asPdf(
      documentOf(
        typed.join(' '),
        [...typed.map((text) => paragraph(text)), list(typed), table(typed.slice(0, 2), [typed.slice(2, 4)])],
        { subtitle: typed[0] },
      ),
      { ...options, footer: typed[1] ?? '', countyName: typed[2] },
    );
    expect(checkPdf(bytes)).toEqual([]);
    const { structure } = readPdf(bytes);
    expect(elementsWith(structure, 'H1')[0]?.text).toBe(typed.join(' '));
    expect(elementsWith(structure, 'P').map((each) => each.text)).toEqual([typed[0], ...typed]);
    expect(elementsWith(structure, 'LBody').map((each) => each.text)).toEqual(typed);
    expect(elementsWith(structure, 'TH').map((each) => each.text)).toEqual(typed.slice(0, 2));
    expect(elementsWith(structure, 'TD').map((each) => each.text)).toEqual(typed.slice(2, 4));
  });

  it('survives emoji, control characters, words wider than the page and cells taller than it', async () => {
    const bytes = await asPdf(
      documentOf('😀 Titel\u0000 mit allem', [
        paragraph('Freude 👍🏽 und ', strong('Stärke'), '\u200b\u0007\ud800!'),
        paragraph('x'.repeat(400)),
        table(['Spalte', 'Text'], [['eins', 'Wort '.repeat(1500)], ['zwei']], { rowHeight: 14 }),
        paragraph(''),
        list([]),
        table(['Leer'], []),
      ]),
      options,
    );
    expect(checkPdf(bytes)).toEqual([]);
    const pdf = readPdf(bytes);
    expect(elementsWith(pdf.structure, 'H1')[0]?.text).toBe('□ Titel mit allem');
    const [emoji, long] = elementsWith(pdf.structure, 'P');
    expect(emoji?.text).toBe('Freude □□ und Stärke□!');
    expect(long?.text).toBe('x'.repeat(400));
    const [cell] = elementsWith(pdf.structure, 'TD').filter((each) => each.text.startsWith('Wort'));
    expect(cell?.text.trim()).toBe('Wort '.repeat(1500).trim());
    expect(pdf.pages.length).toBeGreaterThan(1);
  });

  it('prints signs of every script, each as itself or as a box', async () => {
    const rows = Array.from({ length: 80 }, (_, row) =>
      paragraph(...Array.from({ length: 128 }, (__, sign) => String.fromCodePoint(row * 128 + sign))),
    );
    expect(checkPdf(await asPdf(documentOf('Zeichen', rows), options))).toEqual([]);
  });

  it('prints nothing and a thousand rows', async () => {
    const nothing = await asPdf(documentOf('', []), { footer: '', created: options.created });
    expect(checkPdf(nothing)).toEqual([]);
    const rows = Array.from({ length: 1000 }, (_, index) => [`Person ${index}`, 'Zusage']);
    const many = await asPdf(documentOf('Liste', [table(['Name', 'Antwort'], rows)]), options);
    expect(checkPdf(many)).toEqual([]);
    expect(elementsWith(readPdf(many).structure, 'TR')).toHaveLength(1001);
  });
});

describe('documents: PDF with a logo', () => {
  const content = documentOf('Mit Logo', [paragraph('Text')]);
  const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

  it.each([
    ['PNG', sampleLogo()],
    ['WebP', webp],
  ])('shows a %s in the head of the first page', async (_, logo) => {
    const bytes = await asPdf(content, { ...options, logo });
    expect(bytes.toString('latin1')).toContain('/Subtype /Image');
    expect(checkPdf(bytes)).toEqual([]);
  });

  it.each([
    ['no picture', Buffer.from('kein Bild')],
    ['cut off', sampleLogo().subarray(0, 200)],
    ['empty', Buffer.alloc(0)],
  ])('is written without a logo that is %s', async (_, logo) => {
    const bytes = await asPdf(content, { ...options, logo });
    expect(bytes.toString('latin1')).not.toContain('/Subtype /Image');
    expect(readPdf(bytes).structure.text).toContain('Mit Logo');
  });
});

describe('documents: PDF that not everybody could read', () => {
  it('is refused for a drawing without words', async () => {
    const drawing = { ...answerBar({ yes: 4, maybe: 0, no: 1, open: 2 }), sentence: '' };
    await expect(asPdf(documentOf('Bild', [figure(drawing)]), options)).rejects.toThrow('missing alt text');
  });

  it('is refused for a heading that skips a level', async () => {
    const content = documentOf('Sprung', [heading('Zwei'), heading('Vier', 4)]);
    await expect(asPdf(content, options)).rejects.toThrow('skipped from heading level 2 to 4');
  });
});

describe('The compiler of PDFs', () => {
  it.each(['/etc/passwd', '../../../etc/passwd', 'package.json'])(
    'reads no file of the machine: %s',
    (path) => {
      expect(() => compileTypst(`#set document(title: "x")\n#read("${path}")`, {})).toThrow(
        /not found|denied/,
      );
    },
  );
});
