import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIndicators } from './read-indicators';

const TABLE = `GENESIS-Tabelle: 13211-01-03-5
Arbeitslose;;;
- Jahresdurchschnitt -;;;
Arbeitslose (Anzahl);;;
2016;;;
;;Insgesamt;männlich
15082;Anhalt-Bitterfeld, Landkreis;9;-
15082005;Aken (Elbe);4;.
`;

describe('rt indicators:read', () => {
  let folder: string;
  const written = { out: '', err: '' };

  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'indicators-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    Object.assign(written, { out: '', err: '' });
    const into = (key: 'out' | 'err') => (text: string | Uint8Array) => {
      written[key] += String(text);
      return true;
    };
    jest.spyOn(process.stdout, 'write').mockImplementation(into('out'));
    jest.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  });
  afterEach(() => jest.restoreAllMocks());

  const read = async (text: string, json = true, mapping: string | null = null): Promise<number> => {
    const file = join(folder, 'table.csv');
    writeFileSync(file, text);
    return readIndicators(file, { json, mapping, say: (line) => (written.out += `${line}\n`) });
  };

  it('prints one line of JSON per value and what there is to say beside them', async () => {
    expect(await read(TABLE)).toBe(0);
    const values = written.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(values.map((it) => [it['area'], it['value'], it['flag'], it['marker'], it['line']])).toEqual([
      ['15082', 9, 'OK', null, 7],
      ['15082', null, 'NOT_YET_AVAILABLE', '-', 7],
      ['15082005', 4, 'OK', null, 8],
      ['15082005', null, 'SUPPRESSED_PRIMARY', '.', 8],
    ]);
    expect(written.err).toMatch(
      /^Frage: .*Liegt der Wert noch nicht vor\?.*\nWarnung: .*ohne die Fußzeile.*\n$/,
    );
  });

  it('prints an overview without --json', async () => {
    expect(await read(TABLE, false)).toBe(0);
    expect(written.out).toContain('Regionaldatenbank, breite Form');
    expect(written.out).toContain('13211-01-03-5 Arbeitslose');
  });

  it('refuses with one sentence, prints no value and ends with 2', async () => {
    expect(await read(TABLE.replace('Insgesamt', 'Geburtsdatum'))).toBe(2);
    expect(written.out).toBe('');
    expect(written.err.trim().split('\n')).toHaveLength(1);
    expect(written.err).toContain('Datenschutz');
  });

  it('says that a mapping is no JSON, and that a file is not there', async () => {
    const mapping = join(folder, 'mapping.json');
    writeFileSync(mapping, '{');
    expect(await read(TABLE, true, mapping)).toBe(2);
    expect(written.err).toContain('ist kein JSON');
    const gone = await readIndicators(join(folder, 'gone.csv'), {
      json: true,
      mapping: null,
      say: () => undefined,
    });
    expect(gone).toBe(2);
    expect(written.err).toContain('gone.csv gibt es nicht');
  });

  it.each([
    ['with a field of two lines', '{"a\\nb":1}', '„a b“'],
    [
      'with a period of a thousand digits',
      `{"period":{"fixed":"${'9'.repeat(1000)}"}}`,
      `„${'9'.repeat(60)}“`,
    ],
    ['that is not there', null, 'fehlt.json ist nicht zu lesen'],
    ['with a sheet that is no name', '{"sheet":1}', '„sheet“'],
    ['with a unit that is no word', '{"values":[{"column":"a","measure":"b","unit":1}]}', '„unit“'],
    [
      'with a factor beyond all numbers',
      '{"values":[{"column":"a","measure":"b","factor":1e308}]}',
      '„factor“',
    ],
    ['with columns left out that are no list', '{"ignore":"Spalte"}', '„ignore“'],
    [
      'with words in place of a label',
      '{"values":[{"column":"a","measure":"b","dimensions":{"x":{}}}]}',
      '„x“',
    ],
  ])('refuses a mapping %s in one sentence about the mapping', async (_, content, sentence) => {
    const mapping = join(folder, content === null ? 'fehlt.json' : 'nonsense.json');
    const sound = {
      area: { column: 'AGS' },
      period: { fixed: '2020' },
      values: [{ column: 'a', measure: 'b' }],
    };
    if (content !== null)
      writeFileSync(mapping, `\uFEFF${JSON.stringify({ ...sound, ...(JSON.parse(content) as object) })}`);
    expect(await read(TABLE, true, mapping)).toBe(2);
    expect(written.err).toContain('Die Zuordnung');
    expect(written.err).toContain(sentence);
    expect(written.err.trim().split('\n')).toHaveLength(1);
  });

  it('says of a path through a file that it cannot be read', async () => {
    const file = join(folder, 'table.csv');
    writeFileSync(file, TABLE);
    const say = () => undefined;
    expect(await readIndicators(join(file, 'x.csv'), { json: true, mapping: null, say })).toBe(2);
    expect(written.err).toContain('ist nicht zu lesen');
  });
});
