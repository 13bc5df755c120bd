import { randomUUID } from 'node:crypto';
import type { ImportView } from '@runder-tisch/domain/imports';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { ImportWorker } from './import-worker';
import { workbook } from './reading/workbook-fixture';

describe('An uploaded list', () => {
  let app: TestApp;
  let coordinator: Client;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const count = async (table: string) =>
    (await app.database.rows<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count;

  it('keeps the assignment of its columns for the next list with the same headings', async () => {
    const first = await uploadedList(
      coordinator,
      'a.csv',
      'Wer;Sitz;Zuständig\nHaus Eins (Demo);Zerbst;Rita Sommerfeld\n',
    );
    expect(first.columns.map((it) => it.field)).toEqual([null, 'organisation.city', null]);
    const columns = ['organisation.name', '', 'person.fullName'];
    await coordinator.post(`/api/imports/${first.id}/check`, { columns });
    const next = await uploadedList(coordinator, 'b.csv', 'Wer;Sitz;Zuständig\nHaus Zwei (Demo);Aken;\n');
    expect(next.columnsKept).toBe(true);
    expect(suggestedColumns(next)).toEqual(columns);
    await app.get(ImportWorker).runDue();
    await coordinator.post(`/api/imports/${first.id}/discard`);
    expect(await count(`import_row where run_id = '${first.id}'`)).toBe(0);
  });

  it('leaves protected data of single humans outside', async () => {
    const view = await uploadedList(
      coordinator,
      'Klienten.csv',
      'Organisation;Geburtsdatum;BG-Nummer\nHaus Neun (Demo);01.02.1980;BG123456\n',
    );
    expect(view.columns.map((it) => it.sensitive)).toEqual([null, 'Geburtsdatum', 'Akten- oder Kennnummer']);
    expect(view.columns[1]?.samples).toEqual([]);
    expect(view.fileKept).toBe(false);
    const stored = await app.database.rows<{ cells: string[] }>(
      'select cells from import_row where run_id = $1',
      [view.id],
    );
    expect(stored).toEqual([{ cells: ['Haus Neun (Demo)', '', ''] }]);
    expect(
      await refusalOf(
        coordinator.post(`/api/imports/${view.id}/check`, {
          columns: ['organisation.name', 'organisation.note', ''],
        }),
      ),
    ).toBe('import-column-sensitive');
  });

  it('may be a workbook with several sheets', async () => {
    const bytes = workbook({
      Deckblatt: [['Verteiler'], ['2026']],
      Liste: [['Organisation'], ['Haus Zehn (Demo)']],
    });
    const view = await uploadedList(coordinator, 'C:\\Listen\\Verteiler.xlsx', bytes);
    expect(view).toMatchObject({
      fileName: 'Verteiler.xlsx',
      sheet: 'Deckblatt',
      sheets: ['Deckblatt', 'Liste'],
    });
    const chosen = await coordinator.post<ImportView>(`/api/imports/${view.id}/read`, { sheet: 'Liste' });
    expect(chosen.columns.map((it) => [it.heading, it.field, it.samples])).toEqual([
      ['Organisation', 'organisation.name', ['Haus Zehn (Demo)']],
    ]);
    expect(await refusalOf(coordinator.post(`/api/imports/${view.id}/read`, { sheet: 'Fehlt' }))).toBe(
      'file-without-sheet',
    );
  });

  it('waits for somebody to say in which reading the umlauts are right', async () => {
    // "Matouš" as Windows writes it is "Matouö" on a Mac.
    const bytes = Buffer.concat([
      Buffer.from('Organisation;Ansprechpartner\nHaus Elbe (Demo);Matou'),
      Buffer.from([0x9a]),
      Buffer.from(' Novak\n'),
    ]);
    const view = await uploadedList(coordinator, 'Umlaute.csv', bytes);
    expect(view.encodingSure).toBe(false);
    expect(view.readings.map((it) => it.lines[0])).toEqual(
      expect.arrayContaining(['Haus Elbe (Demo);Matouš Novak', 'Haus Elbe (Demo);Matouö Novak']),
    );
    const check = () =>
      coordinator.post(`/api/imports/${view.id}/check`, { columns: suggestedColumns(view) });
    expect(await refusalOf(check())).toBe('import-encoding-open');
    const read = (request: object) => coordinator.post<ImportView>(`/api/imports/${view.id}/read`, request);
    // Another sign between the cells does not answer the question.
    expect((await read({ separator: ',' })).encodingSure).toBe(false);
    await read({ separator: ';' });
    const chosen = await read({ encoding: 'windows-1252' });
    expect(chosen).toMatchObject({ encodingSure: true, encoding: 'Windows-1252', separator: ';' });
    expect(chosen.columns[1]?.samples).toEqual(['Matouš Novak']);
    // … and stays answered when the cells are cut another way.
    expect((await read({ separator: '|' })).encodingSure).toBe(true);
    await read({ separator: ';' });
    await check();
  });

  it('is refused where its umlauts are open and it must not be kept, or where letters are lost', async () => {
    const open = Buffer.concat([
      Buffer.from('Organisation;Geburtsdatum\nHaus Ilse Matou'),
      Buffer.from([0x9a]),
      Buffer.from(';1.1.1980\n'),
    ]);
    expect(await refusalOf(uploadedList(coordinator, 'a.csv', open))).toBe('file-encoding-unsure');
    const lost = 'Organisation\nM\uFFFDwe (Demo)\n';
    expect(await refusalOf(uploadedList(coordinator, 'b.csv', lost))).toBe('file-letters-lost');
    // A file that only shows its protected columns when it is cut another way is not kept any longer.
    const view = await uploadedList(
      coordinator,
      'c.csv',
      'Organisation,Geburtsdatum\nHaus Saale (Demo),1.1.80\n',
    );
    expect(view.fileKept).toBe(false);
    const hidden = await uploadedList(
      coordinator,
      'd.csv',
      'Organisation;Ort|Alter\nHaus Mulde (Demo);Aken|46\n',
    );
    expect(hidden.fileKept).toBe(true);
    const cut = await coordinator.post<ImportView>(`/api/imports/${hidden.id}/read`, { separator: '|' });
    expect(cut.fileKept).toBe(false);
    expect(cut.columns.map((it) => it.samples)).toEqual([['Haus Mulde (Demo);Aken'], []]);
  });

  it('is assigned field by field: none twice, one that names the organisation, none that nobody knows', async () => {
    const view = await uploadedList(coordinator, 'felder.csv', 'Wer;Ort\nHaus Elf (Demo);Aken\n');
    const check = (columns: string[]) =>
      refusalOf(coordinator.post(`/api/imports/${view.id}/check`, { columns }));
    expect(await check(['organisation.name', 'organisation.name'])).toBe('import-field-twice');
    expect(await check(['organisation.city', ''])).toBe('import-field-missing');
    expect(await check(['gibt.es.nicht', ''])).toBe('import-column-unknown');
    expect(await check(['organisation.name'])).toBe('import-column-unknown');
    expect(await coordinator.get(`/api/imports/${view.id}`)).toMatchObject({ state: 'MAPPING' });
  });

  it('is left alone while it is worked on, and is not found once it is gone', async () => {
    const view = await uploadedList(coordinator, 'arbeit.csv', 'Organisation\nHaus Zwölf (Demo)\n');
    const check = () => coordinator.post(`/api/imports/${view.id}/check`, { columns: ['organisation.name'] });
    await check();
    expect(await refusalOf(check())).toBe('import-busy');
    expect(await refusalOf(coordinator.post(`/api/imports/${view.id}/discard`))).toBe('import-busy');
    await app.get(ImportWorker).runDue();
    expect(await coordinator.get(`/api/imports/${view.id}`)).toMatchObject({ state: 'CHECKED' });
    expect(await refusalOf(coordinator.post(`/api/imports/${randomUUID()}/apply`))).toBe('not-found');
  });

  it('keeps the sheet that was read where its file was not kept', async () => {
    const bytes = workbook({
      Liste: [
        ['Organisation', 'Geburtsdatum'],
        ['Haus Dreizehn (Demo)', '01.02.1980'],
      ],
      Andere: [['Organisation'], ['Haus Vierzehn (Demo)']],
    });
    const view = await uploadedList(coordinator, 'geschützt.xlsx', bytes);
    const other = coordinator.post(`/api/imports/${view.id}/read`, { sheet: 'Andere' });
    expect(await refusalOf(other)).toBe('import-sheet-gone');
    expect(await coordinator.get(`/api/imports/${view.id}`)).toMatchObject({ sheet: 'Liste', rows: 1 });
  });

  it('is refused with a sentence and leaves nothing behind when it cannot be read', async () => {
    const before = [await count('import_run'), await count('file')];
    await expect(
      uploadedList(coordinator, 'foto.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2])),
    ).rejects.toMatchObject({
      status: 422,
      problem: { code: 'file-no-table', detail: expect.stringContaining('keine Tabelle') },
    });
    await expect(
      uploadedList(coordinator, 'gross.csv', Buffer.alloc(26 * 1024 * 1024, 97)),
    ).rejects.toMatchObject({ status: 413 });
    expect([await count('import_run'), await count('file')]).toEqual(before);
    for (const columns of [
      ['organisation.name', 'organisation.name'],
      ['organisation.city', ''],
      ['gibt.es.nicht', ''],
      ['organisation.name'],
    ]) {
      const view = await uploadedList(coordinator, 'x.csv', 'Wer;Ort\nA;B\n');
      const response = await coordinator.raw('POST', `/api/imports/${view.id}/check`, { columns });
      expect(response.status).toBe(400);
    }
  });
});
