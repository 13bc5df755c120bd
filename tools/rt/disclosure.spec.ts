import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disclosureCommands } from './disclosure';

describe('rt disclosure:protect and disclosure:attack', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rt-disclosure-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (name: 'protect' | 'attack', content: unknown, ...flags: string[]) => {
    const file = join(folder, 'a.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    const said: string[] = [];
    const wrong = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    try {
      const code = await disclosureCommands[`disclosure:${name}`]?.run({
        args: [file],
        flags: new Set(flags),
        values: new Map(),
        say: (line) => said.push(line),
      });
      return { code, said: said.join('\n'), wrong: wrong.mock.calls.map(([line]) => String(line)).join('') };
    } finally {
      wrong.mockRestore();
    }
  };

  const sum = { total: 't', parts: ['a', 'b', 'c', '__proto__'] };
  const tables = {
    minimum: 3,
    zeros: 'published',
    cells: [
      { id: 't', value: 14 },
      { id: 'a', value: 2 },
      { id: 'b', value: 6 },
      { id: 'c', value: 6 },
      { id: '__proto__', value: 0 },
    ],
    equations: [sum],
  };

  it('hides the small cell and of two equally cheap ones the first', async () => {
    const { code, said } = await run('protect', tables, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(said)).toEqual({
      hidden: ['a', 'b'],
      intervals: { a: [1, 7], b: [1, 7] },
      widthsHold: true,
    });
  });

  it.each([64, 100_000])('finds no end of a sum in which a part counts %i times', async (times) => {
    const content = {
      minimum: 3,
      zeros: 'published',
      cells: [
        { id: 't', value: 2 * times, hidden: true },
        { id: 'a', value: 2, hidden: true },
      ],
      equations: [{ total: 't', parts: Array<string>(times).fill('a') }],
    };
    const { said } = await run('attack', content, '--json');
    expect(JSON.parse(said)).toEqual({
      hidden: ['t', 'a'],
      intervals: { t: [times, null], a: [1, null] },
      widthsHold: true,
    });
  });

  it('names a cell by whole letters however long its name is', async () => {
    const id = `${'x'.repeat(59)}😀😀`;
    const { wrong } = await run('attack', { ...tables, cells: [{ id, value: -1 }] }, '--json');
    expect(wrong).toContain(`„${'x'.repeat(59)}😀…“`);
  });

  it('attacks what is marked and hides nothing more', async () => {
    const marked = { ...tables, cells: tables.cells.map((cell) => ({ ...cell, hidden: cell.id === 'a' })) };
    const { said } = await run('attack', marked, '--json');
    expect(JSON.parse(said)).toEqual({ hidden: ['a'], intervals: { a: [2, 2] }, widthsHold: false });
  });

  it('says in words how much is hidden', async () => {
    const { said } = await run('protect', tables);
    expect(said).toBe(
      [
        '2 von 5 Zellen verborgen (40,0 %).',
        '  a: 1 bis 7',
        '  b: 1 bis 7',
        'Jede verborgene Zelle bleibt mindestens 3 weit offen.',
      ].join('\n'),
    );
  });

  it('keeps the names of cells, whatever they are called', async () => {
    const named = {
      ...tables,
      cells: [
        { id: '__proto__', value: 1 },
        { id: 'constructor', value: 2 },
      ],
      equations: [],
    };
    const { said } = await run('protect', named, '--json');
    expect(said).toBe(
      '{"hidden":["__proto__","constructor"],"intervals":{"__proto__":[1,null],"constructor":[1,null]},"widthsHold":true}',
    );
  });

  const cells = (...given: unknown[]) => ({ ...tables, cells: given, equations: [] });
  it.each([
    ['an empty file', '', 'Die Datei ist leer.'],
    ['no JSON', '{', 'Die Datei ist kein gültiges JSON.'],
    ['a list', '[]', 'Die Datei muss ein Objekt mit „minimum“, „zeros“, „cells“, „equations“ sein.'],
    ['an unknown field', { ...tables, cell: [] }, 'Die Datei hat das Feld „cell“, das es nicht gibt.'],
    ['a field of all objects', '{"__proto__": 1}', 'Die Datei hat das Feld „__proto__“, das es nicht gibt.'],
    ['a missing field', { ...tables, minimum: undefined }, 'In der Datei fehlt „minimum“.'],
    ['no minimum', { ...tables, minimum: 0 }, '„minimum“ muss eine ganze Zahl ab 1 sein.'],
    ['a minimum below zero', { ...tables, minimum: -3 }, '„minimum“ muss eine ganze Zahl ab 1 sein.'],
    [
      'another policy',
      { ...tables, zeros: true },
      '„zeros“ muss „published“ (Nullen stehen da) oder „hidden“ (Nullen sind verborgen) sein.',
    ],
    ['no cells', cells(), 'Es ist keine Zelle da: Bitte nennen Sie unter „cells“ mindestens eine.'],
    [
      'a negative value',
      cells({ id: 'a', value: -1 }),
      'Der Wert der Zelle „a“ muss eine ganze Zahl von 0 bis 1.000.000.000.000 sein.',
    ],
    [
      'a fraction',
      cells({ id: 'a', value: 1.5 }),
      'Der Wert der Zelle „a“ muss eine ganze Zahl von 0 bis 1.000.000.000.000 sein.',
    ],
    ['a nameless cell', cells({ value: 1 }), 'Die 1. Zelle: „id“ muss ein Text sein, der nicht leer ist.'],
    [
      'hidden as a word',
      cells({ id: 'a', value: 1, hidden: 'ja' }),
      '„hidden“ der Zelle „a“ muss true oder false sein.',
    ],
    [
      'two cells of a name',
      cells({ id: 'a', value: 1 }, { id: 'a', value: 1 }),
      'Die Zelle „a“ steht zweimal da.',
    ],
    [
      'a hidden zero that is published',
      cells({ id: 'a', value: 0, hidden: true }),
      'Die Zelle „a“ ist null und verborgen, obwohl Nullen veröffentlicht werden.',
    ],
    [
      'a part that does not exist',
      { ...tables, equations: [{ total: 't', parts: ['constructor'] }] },
      'Die Summe „t“ nennt die Zelle „constructor“, die es nicht gibt.',
    ],
    ['no parts', { ...tables, equations: [{ total: 't', parts: [] }] }, 'Die Summe „t“ hat keine Teile.'],
    [
      'a sum that does not add up',
      { ...tables, equations: [{ total: 't', parts: ['a', 'b'] }] },
      'Die Summe „t“ geht nicht auf: Die Teile ergeben 8, dort steht 14.',
    ],
  ])('ends with 2 and one sentence: %s', async (_name, content, sentence) => {
    expect(await run('protect', content, '--json')).toEqual({ code: 2, said: '', wrong: `${sentence}\n` });
  });
});
