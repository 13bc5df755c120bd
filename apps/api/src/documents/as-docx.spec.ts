import { fromBuffer } from 'yauzl';
import { SaxesParser } from 'saxes';
import {
  documentOf,
  facts,
  figure,
  heading,
  link,
  list,
  numberedList,
  paragraph,
  quote,
  strong,
  table,
} from '@runder-tisch/domain/documents';
import { asDocx } from './as-docx';

const created = new Date('2026-11-23T09:00:00Z');
const options = { footer: 'Landkreis Beispiel · Jahresbericht', created, countyName: 'Landkreis Beispiel' };

/** The parts of the file by name; each must be well-formed XML with its prefixes bound. */
async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failed, zip) => {
      if (failed) return reject(failed);
      zip.on('error', reject);
      zip.on('end', () => resolve());
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (refused, stream) => {
          if (refused) return reject(refused);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
  for (const [name, text] of parts) if (/\.(xml|rels)$/.test(name)) assertXml(name, text);
  return parts;
}

function assertXml(name: string, text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (fault) => {
    throw new Error(`${name}: ${fault.message}`);
  });
  parser.write(text).close();
}

/** Every id a part refers to is there, and every target is in the file: what Word repairs otherwise. */
function brokenReferences(parts: ReadonlyMap<string, string>): string[] {
  const rels = parts.get('word/_rels/document.xml.rels') ?? '';
  const document = parts.get('word/document.xml') ?? '';
  const ids = [...rels.matchAll(/Id="([^"]+)"/g)].map(([, id]) => id ?? '');
  const used = [...document.matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id ?? '');
  const targets = [
    ...rels.matchAll(/<Relationship (?![^>]*TargetMode="External")[^>]*Target="([^"]+)"/g),
  ].map(([, target]) => `word/${target ?? ''}`);
  const types = parts.get('[Content_Types].xml') ?? '';
  const endings = [...parts.keys()].map((name) => name.split('.').at(-1) ?? '');
  return [
    ...used.filter((id) => !ids.includes(id)),
    ...targets.filter((target) => !parts.has(target)),
    ...endings.filter((end) => !types.includes(`Extension="${end}"`) && !types.includes(`.${end}"`)),
  ];
}

describe('A Word file', () => {
  const scene = {
    width: 200,
    height: 80,
    title: 'Antworten',
    sentence: 'Drei kommen, eine nicht.',
    marks: [{ kind: 'rect', x: 0, y: 0, width: 100, height: 20, tone: 'accent' }],
    labels: [{ x: 0, y: 40, text: 'kommt', size: 12, tone: 'text' }],
    table: { head: ['Antwort', 'Zahl'], rows: [['kommt', '3']] },
  } as const;
  const content = documentOf(
    'Jahresbericht 2026: Frühe Hilfen',
    [
      heading('Treffen und Themen'),
      paragraph(
        'Ein Satz mit ',
        strong('Nachdruck'),
        ' und ',
        link('Adresse', 'https://beispiel.example/ä?a=1&b=2'),
        '.',
      ),
      heading('Zuletzt entschieden', 3),
      list(['Erstens', 'Zweitens']),
      numberedList(['Eins', 'Zwei']),
      facts([['Koordination', 'Anna Beispiel']]),
      table(
        ['Organisation', { head: 'Dabei', align: 'end' }],
        [
          ['Ahornhaus & Söhne <gGmbH>', '3 von 4'],
          ['Kiebitz', '1 von 4'],
        ],
        { caption: 'Anwesenheit', rowHeads: true },
      ),
      quote('Der Bus fährt nicht.\u0000\u0008', 'eine Mutter'),
      figure(scene, 'Antworten im Bild'),
    ],
    { subtitle: 'Netzwerk · 2026' },
  );

  it('opens without repair: well-formed parts, nothing refers to what is not there', async () => {
    const parts = await partsOf(await asDocx(content, options));
    expect(brokenReferences(parts)).toEqual([]);
    expect(parts.get('word/document.xml')).not.toContain('\u0000');
    expect(parts.get('word/document.xml')).toContain('Ahornhaus &amp; Söhne &lt;gGmbH&gt;');
  });

  it('has real headings, lists and a table head that repeats', async () => {
    const parts = await partsOf(await asDocx(content, options));
    const document = parts.get('word/document.xml') ?? '';
    const headings = [...document.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => level);
    expect(headings).toEqual(['1', '2', '3']);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document).toMatch(/<w:tblLook[^>]*w:firstRow="(?:1|true)"/);
    expect(document.match(/<w:numPr>/g)).toHaveLength(4);
  });

  it('speaks German, counts its pages and says what its drawings show', async () => {
    const parts = await partsOf(await asDocx(content, options));
    expect(parts.get('word/styles.xml')).toContain('w:val="de-DE"');
    const foot = [...parts].find(([name]) => /^word\/footer\d*\.xml$/.test(name))?.[1] ?? '';
    expect(foot).toContain('Landkreis Beispiel · Jahresbericht');
    expect(foot).toContain('PAGE');
    expect(foot).toContain('NUMPAGES');
    expect(parts.get('word/document.xml')).toContain('descr="Drei kommen, eine nicht."');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Jahresbericht 2026: Frühe Hilfen</dc:title>');
    expect([...parts.keys()].filter((name) => /vba|macro/i.test(name))).toEqual([]);
  });
});
