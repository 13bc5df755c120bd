import { deflateSync, inflateSync } from 'node:zlib';
import {
  documentOf,
  figure,
  heading,
  link,
  list,
  paragraph,
  quote,
  table,
} from '@runder-tisch/domain/documents';
import { answerBar } from '@runder-tisch/drawing/answer-bar';
import { asPdf } from '../../src/documents/as-pdf';
import { checkPdf } from './check-pdf';

const options = { footer: 'Fuß', created: new Date('2025-01-20T10:00:00Z') };

const content = documentOf('Prüfstück', [
  heading('Zugang'),
  paragraph('Mehr dazu ', link('hier', 'https://a.example/x'), '.'),
  list(['erstens', 'zweitens']),
  quote('Niemand schafft das.'),
  figure(answerBar({ yes: 4, maybe: 0, no: 1, open: 2 })),
  table(['Name', 'Antwort'], [['Person 1', 'Zusage']]),
]);

let good: Buffer;

beforeAll(async () => {
  good = await asPdf(content, options);
});

/** The good file with something exchanged; a pattern that finds nothing would be a test of nothing. */
function exchanged(pattern: RegExp, by: string): Buffer {
  const source = good.toString('latin1');
  expect(pattern.test(source)).toBe(true);
  return Buffer.from(source.replace(pattern, by), 'latin1');
}

/** The good file with another text in the packed streams that the pattern finds. */
function repacked(pattern: RegExp, by: string): Buffer {
  let found = 0;
  const written = good
    .toString('latin1')
    .replaceAll(/(stream\n)([\s\S]*?)(\nendstream)/g, (whole, head: string, body: string, end: string) => {
      const text = unpacked(Buffer.from(body, 'latin1'));
      if (!text || !pattern.test(text)) return whole;
      found += 1;
      return head + deflateSync(Buffer.from(text.replace(pattern, by), 'latin1')).toString('latin1') + end;
    });
  expect(found).toBeGreaterThan(0);
  return Buffer.from(written, 'latin1');
}

function unpacked(bytes: Buffer): string | null {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return null;
  }
}

describe('The check of PDFs', () => {
  it('finds nothing in what the house prints', () => {
    expect(checkPdf(good)).toEqual([]);
  });

  it.each<[rule: string, finding: RegExp, bad: () => Buffer]>([
    [
      'no language',
      /has no language/,
      () => exchanged(/\/Lang \(de-DE\)\n {2}\/MarkInfo|\/Lang \(de-DE\)/, ''),
    ],
    ['no tags', /is not tagged/, () => exchanged(/\/Marked true/, '/Marked false')],
    ['no title in the window', /name of the file/, () => exchanged(/\/DisplayDocTitle true/, '')],
    ['no title', /has no title/, () => exchanged(/(<dc:title>.*?<rdf:li[^>]*>)[^<]*/, '$1')],
    ['no claim', /does not claim/, () => exchanged(/<pdfuaid:part>1/, '<pdfuaid:part>2')],
    [
      'a head without scope',
      /„Name“ has no scope|„Antwort“ has no scope/,
      () => exchanged(/\/Scope \/Column/, ''),
    ],
    ['a table without heads', /has no heads/, () => exchanged(/\/S \/TH\b/g, '/S /TD')],
    ['a list of paragraphs', /P stands in L/, () => exchanged(/\/S \/LI\b/, '/S /P')],
    ['an unknown element', /Zitat is no known element/, () => exchanged(/\/S \/BlockQuote/, '/S /Zitat')],
    ['a skipped level', /skips from H1 to H3/, () => exchanged(/\/S \/H2\b/, '/S /H3')],
    ['no main heading', /not one heading H1|skips from H0/, () => exchanged(/\/S \/H1\b/, '/S /P')],
    ['a figure without words', /figure has no words/, () => exchanged(/\/Alt \([^)]*\)/, '')],
    ['a link without words', /link on page 1 has no words/, () => exchanged(/\/Contents \(https[^)]*\)/, '')],
    [
      'a link outside of the structure',
      /leads nowhere|not in the structure/,
      () => exchanged(/<<\s*\/Type \/OBJR[^>]*>>/, ''),
    ],
    ['links without order', /no order for its links/, () => exchanged(/\/Tabs \/S/, '')],
    ['a font without its signs', /signs|sign without meaning/, () => exchanged(/\/ToUnicode \d+ 0 R/, '')],
    ['a font outside of the file', /is not in the file/, () => exchanged(/\/FontFile2 \d+ 0 R/, '')],
    [
      'a sign without meaning',
      /sign without meaning/,
      () => exchanged(/<0001> <[0-9A-F]{4}>/, '<0001> <FFFD>'),
    ],
    ['a line without a mark', /draws without a mark/, () => repacked(/(?=\/Artifact)/, '0 0 m 9 9 l S\n')],
    [
      'words without a mark',
      /draws without a mark: .*Zugang|is not on its page/,
      () => repacked(/\/Span <<[^>]*\/MCID 1\b[^>]*>>/, '/X <<>>'),
    ],
    [
      'an artifact in content',
      /mixes content and artifact/,
      () => repacked(/(\/MCID 1\b[^>]*>> BDC)/, '$1 /Artifact BMC EMC'),
    ],
    [
      'content outside of the structure',
      /is not in the structure|is not on its page/,
      () => repacked(/\/MCID 1\b/, '/MCID 4711'),
    ],
    [
      'content read twice',
      /in the structure twice|is not in the structure|does not know its element/,
      () => exchanged(/\/K \[1\]/, '/K [0]'),
    ],
    [
      'content of another element',
      /does not know its element/,
      () => exchanged(/(\/Nums \[.*?)\d+ 0 R\]/, '$1 4711 0 R]'),
    ],
  ])('finds %s, and only that', (_, finding, bad) => {
    const findings = checkPdf(bad());
    expect(findings).not.toEqual([]);
    for (const each of findings) expect(each).toMatch(finding);
  });

  it('finds the head of a table that is read out again, and rows of different length', async () => {
    const again = table(
      ['Name', 'Antwort'],
      [
        ['Person 1', 'Zusage'],
        ['Name', 'Antwort'],
      ],
    );
    expect(checkPdf(await asPdf(documentOf('Doppelt', [again]), options))).toEqual([
      'The head of a table is read out again: Name | Antwort',
    ]);
    const shorter = exchanged(/(\/S \/TR\n {2}\/P \d+ 0 R\n {2}\/K \[)(\d+ 0 R)/, '$1');
    expect(checkPdf(shorter).join('\n')).toMatch(/differ in their number of cells/);
  });

  it('finds all that an untagged file lacks', () => {
    const content = '0 0 m 9 9 l S';
    const plain = [
      '%PDF-1.7',
      '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
      '2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj',
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj',
      `4 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj`,
      'trailer\n<< /Root 1 0 R >>\n%%EOF',
    ];
    expect(checkPdf(Buffer.from(plain.join('\n')))).toEqual(
      expect.arrayContaining([
        'The document has no language.',
        'The document is not tagged.',
        'The document has no title.',
        'The file does not claim PDF/UA-1.',
        'The structure does not begin with the document.',
        'Page 1 draws without a mark: (painting)',
        'The document has not one heading H1.',
      ]),
    );
  });
});
