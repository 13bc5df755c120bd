import { measureLimits } from '@runder-tisch/domain/measures';
import { organisation } from '@runder-tisch/scenario/actors';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import {
  changeMeasure,
  measure,
  measureView,
  moveMeasure,
  sendSheet,
  sheetPreview,
} from '@runder-tisch/scenario/measures';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { readXlsx } from '../../imports/reading/read-xlsx';
import { xlsx } from '../../files/xlsx';

/** Those of this list, whatever else a test has made. */
const ALL = '?search=Ma%C3%9Fnahme%20';

type Table = { headings: string[]; rows: string[][] };

describe('The list of Maßnahmen that goes out and comes in again', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let lead: string;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Soziale Lage');
    lead = await organisation(planner, { name: 'Ahornhaus (Demo)' });
    const partner = await organisation(planner, { name: 'Äpfel & Birnen "Kiebitz" (Demo)' });
    for (let index = 1; index <= 200; index += 1)
      await measure(planner, {
        title: `Maßnahme ${index}`,
        fieldId,
        kind: index % 5 === 0 ? 'PROJECT' : 'MEASURE',
        description: index === 1 ? '=SUMME(A1)\n\tmit _x000D_ und <b>' : '',
        leadOrganisationId: index % 2 ? lead : null,
        partnerIds: index % 3 ? [] : [partner, lead],
        startsOn: '2026-01-01',
        dueOn: index % 4 ? '2027-12-31' : null,
        fundingSource: index % 2 ? 'Land' : '',
        costs: index % 2 ? [{ year: 2027, oneOff: 1000 * index, yearly: 0 }] : [],
      });
  }, 120_000);
  afterAll(() => app.close());

  const fetched = async (query = ''): Promise<Buffer> => {
    const answer = await planner.raw('GET', `/api/measures/export.xlsx${query}`);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };
  const read = async (file: Buffer): Promise<Table> => {
    const table: Table = { headings: [], rows: [] };
    await readXlsx(file, null, {
      head: async ({ headings }) => void (table.headings = headings),
      row: async ({ cells }) => void table.rows.push(cells),
    });
    return table;
  };
  /** The table as Excel would save it once somebody has worked in it. */
  const written = async ({ headings, rows }: Table): Promise<Buffer> => {
    const columns = headings.map((heading) => ({ heading, width: 10 }));
    const file = xlsx({ name: 'Liste', columns, rows }).getStream();
    const parts: Buffer[] = [];
    for await (const part of file) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };
  const setter =
    ({ headings, rows }: Table) =>
    (row: number, heading: string, value: string): void => {
      const cells = rows[row] as string[];
      const at = headings.indexOf(heading);
      while (cells.length <= at) cells.push('');
      cells[at] = value;
    };
  const count = async () =>
    Number((await app.database.rows<{ n: string }>('select count(*) as n from measure'))[0]?.n);

  it('200 out, in again: no change; 20 edited: 20 changes, none doubled, and nothing left to do', async () => {
    const before = await count();
    const file = await fetched(ALL);
    expect(await sheetPreview(planner, file)).toMatchObject({
      rows: 200,
      unchanged: 200,
      changes: [],
      added: [],
      faults: [],
      ignored: [],
    });
    const table = await read(file);
    expect(table.rows).toHaveLength(200);
    const set = setter(table);
    for (let row = 0; row < 20; row += 1) {
      set(row, 'Ziel', `Ziel ${row}`);
      set(row, 'Ende', '30.06.2028');
    }
    set(3, 'Einmalig 2027', '12.500 €');
    set(4, 'Federführung', 'ahornhaus (demo)');
    const edited = await written(table);
    const preview = await sheetPreview(planner, edited);
    expect([preview.changes.length, preview.added.length, preview.unchanged, preview.faults]).toEqual([
      20,
      0,
      180,
      [],
    ]);
    expect(preview.changes[1]?.cells).toEqual([
      { heading: 'Ziel', before: '', after: 'Ziel 1' },
      { heading: 'Ende', before: '31.12.2027', after: '30.06.2028' },
    ]);
    expect((await sendSheet(planner, edited, '0'.repeat(64))).status).toBe(409);
    const applied = await sendSheet(planner, edited, preview.digest);
    expect(await applied.json()).toEqual({ changed: 20, added: 0 });
    expect(await count()).toBe(before);
    expect(await sheetPreview(planner, edited)).toMatchObject({ unchanged: 200, changes: [], faults: [] });
  });

  it('is refused as a whole where it is larger or longer than a list of Maßnahmen can be', async () => {
    const codeOf = async (file: Uint8Array): Promise<unknown> =>
      ((await (await sendSheet(planner, file)).json()) as { code: unknown }).code;
    expect(await codeOf(Buffer.alloc(measureLimits.sheetBytes + 1, 'x'))).toBe('measure-sheet-too-large');
    const long = `Nummer;Titel\n${Array.from({ length: measureLimits.sheetRows + 1 }, (_, row) => `;Zeile ${row}`).join('\n')}`;
    expect(await codeOf(Buffer.from(long))).toBe('file-too-many-rows');
  });

  it('names line and column of what is wrong, and then writes nothing', async () => {
    const table = await read(await fetched(ALL));
    const set = setter(table);
    set(0, 'Ziel', 'Geändert');
    set(1, 'Ende', 'bald');
    set(2, 'Federführung', 'Niemand e. V.');
    set(3, 'Titel', 'x');
    set(4, 'Beginn', '31.12.2029');
    set(5, 'Nummer', 'M-1999-999');
    set(6, 'Nummer', table.rows[7]?.[0] ?? '');
    const bad = await written(table);
    const preview = await sheetPreview(planner, bad);
    expect(preview.faults.map(({ line, column, heading }) => `${column}${line} ${heading}`)).toEqual([
      'K3 Ende',
      'H4 Federführung',
      'E5 Titel',
      'K6 Ende',
      'A7 Nummer',
      'A9 Nummer',
    ]);
    const answer = await sendSheet(planner, bad, preview.digest);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain(
      'Zeile 3, Spalte K (Ende): Hier wird ein Datum erwartet',
    );
    expect(await app.database.rows(`select 1 from measure where target = 'Geändert'`)).toEqual([]);
  });

  it('does not take back what somebody changed since, nor changes what has ended', async () => {
    const [id, ended] = [
      await measure(planner, { title: 'Überholt', fieldId }),
      await measure(planner, { title: 'Vorbei', fieldId }),
    ];
    await moveMeasure(planner, ended, 'reject', { reason: 'Nein.' });
    const table = await read(await fetched('?search=berholt'));
    await changeMeasure(planner, id, { target: 'Von der Seite' });
    const stale = await sheetPreview(planner, await written(table));
    expect(stale.faults).toMatchObject([{ line: 2, column: 'B', heading: 'Fassung' }]);
    const over = await read(await fetched('?search=Vorbei'));
    setter(over)(0, 'Ziel', 'Doch');
    expect((await sheetPreview(planner, await written(over))).faults).toMatchObject([
      { line: 2, heading: 'Nummer' },
    ]);
  });

  it('adds a line without number once, and refuses the same title again', async () => {
    const before = await count();
    const headings = ['Nummer', 'Fassung', 'Handlungsfeld', 'Titel', 'Laufend 2027', 'Notiz'];
    const file = await written({ headings, rows: [['', '', 'soziale lage', 'Ganz neu', '700', 'egal']] });
    const preview = await sheetPreview(planner, file);
    expect(preview).toMatchObject({
      added: [{ line: 2, title: 'Ganz neu' }],
      faults: [],
      ignored: ['Notiz'],
    });
    const answer = await sendSheet(planner, file, preview.digest);
    expect(await answer.json()).toEqual({ changed: 0, added: 1 });
    expect(await count()).toBe(before + 1);
    expect((await sheetPreview(planner, file)).faults[0]?.says).toContain('gibt es schon als M-2026-');
    const [row] = await app.database.rows<{ id: string }>(`select id from measure where title = 'Ganz neu'`);
    expect(await measureView(planner, row?.id ?? '')).toMatchObject({
      kind: 'MEASURE',
      state: 'PROPOSED',
      costs: [{ year: 2027, oneOff: 0, yearly: 700 }],
    });
  });

  it('is no table where it is none, and planners alone send it', async () => {
    expect((await sendSheet(planner, Buffer.from([0x25, 0x50, 0x44, 0x46, 1, 2]))).status).toBe(422);
    const coordinator = await signedIn(app, 'coordinator');
    expect((await sendSheet(coordinator, await fetched())).status).toBe(403);
  });
});
