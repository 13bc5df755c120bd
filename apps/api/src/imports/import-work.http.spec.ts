import { existsSync, writeFileSync } from 'node:fs';
import type { ImportView } from '@runder-tisch/domain/imports';
import { organisation } from '@runder-tisch/scenario/actors';
import { type Client, refusalOf } from '@runder-tisch/scenario/client';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import { ownProcesses, until } from '../../test/own-processes';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { tryLock } from '../database/locks';
import { ImportWorker } from './import-worker';
import { ImportWrite } from './import-write';
import { workbook } from './reading/workbook-fixture';

const HEAD = 'Träger;PLZ;Ort;Vorname;Nachname;E-Mail;Funktion';

/** Answers with one sheet when the file `go` is there; until then it reads. */
const heldReader = `
import { existsSync, writeFileSync } from 'node:fs';
process.stdin.resume();
writeFileSync(FOLDER + '/begun', '');
const say = (it) => process.stdout.write(JSON.stringify(it) + '\\n');
const head = { format: 'xlsx', encoding: '', separator: '', sheets: ['Eins', 'Zwei'], sheet: 'Zwei', headings: ['Organisation'], line: 1 };
setInterval(function () {
  say({ head });
  if (!existsSync(FOLDER + '/go')) return;
  clearInterval(this);
  say({ row: [2, ['Vom zweiten Blatt (Demo)'], []] });
  say({ done: true });
}, 20);
`;

const twoSheets = workbook({
  Eins: [['Organisation'], ['Vom ersten Blatt (Demo)']],
  Zwei: [['Organisation']],
});

describe('The work on a list', () => {
  let app: TestApp;
  let coordinator: Client;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-12T09:00:00Z' });
    coordinator = await signedIn(app, 'coordinator');
  });
  afterAll(() => app.close());

  const worker = () => app.get(ImportWorker);
  const see = (id: string) => coordinator.get<ImportView>(`/api/imports/${id}`);
  const count = async (table: string) =>
    (await app.database.rows<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count;

  async function checked(content: string): Promise<ImportView> {
    const view = await uploadedList(coordinator, 'liste.csv', content);
    await coordinator.post(`/api/imports/${view.id}/check`, { columns: suggestedColumns(view) });
    await worker().runDue();
    return see(view.id);
  }

  it('is written whole or not at all, whoever stops it', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `Ganz oder gar nicht ${at} (Demo);;;P${at};Ganz;p${at}@ganz.test;`,
    );
    const view = await checked(`${HEAD}\n${rows.join('\n')}\n`);
    const before = await count('organisation');
    const steps = ImportWrite.prototype as never as { link(): Promise<void> };
    await coordinator.post(`/api/imports/${view.id}/apply`);

    // The process dies in the middle: its transaction ends, and it says nothing more.
    const dying = jest.spyOn(steps, 'link').mockRejectedValueOnce(new Error('killed'));
    const silent = jest.spyOn(worker() as never, 'failed').mockResolvedValueOnce(undefined as never);
    await worker().runDue();
    expect(silent).toHaveBeenCalled();
    expect(await see(view.id)).toMatchObject({ state: 'APPLYING', done: 90, total: 90 });
    expect(await count('organisation')).toBe(before);
    expect(await worker().runDue()).toBe(0);

    // Another one takes over when the lease has ended; there somebody presses "Abbrechen".
    dying.mockImplementationOnce(() => coordinator.post(`/api/imports/${view.id}/cancel`));
    app.clock.pass(2, 'minutes');
    expect(await worker().runDue()).toBe(1);
    dying.mockRestore();
    expect(await see(view.id)).toMatchObject({
      state: 'CHECKED',
      note: 'Abgebrochen. Es wurde nichts geändert.',
    });
    expect(await count('organisation')).toBe(before);

    await coordinator.post(`/api/imports/${view.id}/apply`);
    await Promise.all([worker().runDue(), worker().runDue()]);
    expect((await see(view.id)).state).toBe('APPLIED');
    expect(await count('organisation')).toBe((before ?? 0) + 30);
  });

  it('is stopped in its last moment too, and leaves nothing of its check', async () => {
    const view = await uploadedList(coordinator, 'liste.csv', 'Organisation\nZu spät gestoppt (Demo)\n');
    await coordinator.post(`/api/imports/${view.id}/check`, { columns: ['organisation.name'] });
    const steps = worker() as never as { ended(...of: unknown[]): Promise<void> };
    const ended = steps.ended.bind(worker());
    const late = jest.spyOn(steps, 'ended').mockImplementationOnce(async (...of) => {
      await coordinator.post(`/api/imports/${view.id}/cancel`);
      await ended(...of);
    });
    await worker().runDue();
    expect(late).toHaveBeenCalled();
    late.mockRestore();
    expect(await see(view.id)).toMatchObject({
      state: 'MAPPING',
      note: 'Abgebrochen. Es wurde nichts geändert.',
    });
    expect(await count(`import_entry where run_id = '${view.id}'`)).toBe(0);
  });

  it('is looked at again where an entry it would fill is gone meanwhile, and writes nothing', async () => {
    const id = await organisation(coordinator, { name: 'Bald fort (Demo)' });
    const view = await checked(
      'Organisation;Telefon zentral\nBald fort (Demo);03494 7\nGanz anders (Demo);\n',
    );
    expect(view.counts[0]).toMatchObject({ create: 1, merge: 1 });
    const stays = await organisation(coordinator, { name: 'Bleibt (Demo)' });
    const merge = { otherId: id, otherVersion: 1, take: [] };
    await coordinator.post(`/api/organisations/${stays}/merge`, merge, 1);
    await coordinator.post(`/api/imports/${view.id}/apply`);
    await worker().runDue();
    expect(await see(view.id)).toMatchObject({
      state: 'MAPPING',
      note: expect.stringContaining('nichts übernommen'),
    });
    expect(await count(`organisation where name = 'Ganz anders (Demo)'`)).toBe(0);
  });

  it('of two at once that make the same, one is asked to look again', async () => {
    const one = await checked('Organisation\nZwei zugleich (Demo)\n');
    const two = await checked('Organisation;Ort\nZwei zugleich (Demo);Zerbst\n');
    for (const { id } of [one, two]) await coordinator.post(`/api/imports/${id}/apply`);
    await Promise.all([worker().runDue(), worker().runDue()]);
    // The second found the first at it, and comes again.
    app.clock.pass(5, 'seconds');
    await worker().runDue();
    const states = [await see(one.id), await see(two.id)];
    expect(states.map((it) => it.state).sort()).toEqual(['APPLIED', 'MAPPING']);
    expect(states.find((it) => it.state === 'MAPPING')?.note).toContain('nichts übernommen');
    expect(await count(`organisation where name = 'Zwei zugleich (Demo)'`)).toBe(1);
  });

  it('waits while another list is written, without a lock and without counting as tried', async () => {
    const first = await checked('Organisation\nWird gerade geschrieben (Demo)\n');
    const second = await checked('Organisation\nKommt danach (Demo)\n');
    const steps = ImportWrite.prototype as never as { link(): Promise<void> };
    const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writing = jest.spyOn(steps, 'link').mockImplementationOnce(() => {
      begun.resolve();
      return go.promise;
    });
    await coordinator.post(`/api/imports/${first.id}/apply`);
    const work = worker().runDue();
    await begun.promise;
    await coordinator.post(`/api/imports/${second.id}/apply`);
    for (let look = 1; look <= 4; look += 1) {
      expect(await worker().runDue()).toBe(1);
      app.clock.pass(5, 'seconds');
    }
    expect((await see(second.id)).state).toBe('APPLYING');
    expect(await count(`organisation where name = 'Kommt danach (Demo)'`)).toBe(0);
    go.resolve();
    await work;
    writing.mockRestore();
    await worker().runDue();
    expect((await see(first.id)).state).toBe('APPLIED');
    expect(await see(second.id)).toMatchObject({ state: 'APPLIED', note: '' });
  });

  it('that three processes died of is set aside with a sentence, and what stands behind it goes on', async () => {
    const ill = await checked('Organisation\nGiftige Liste (Demo)\n');
    const well = await checked('Organisation\nGesunde Liste (Demo)\n');
    await coordinator.post(`/api/imports/${ill.id}/apply`);
    const steps = ImportWrite.prototype as never as { link(): Promise<void> };
    const dying = jest.spyOn(steps, 'link').mockRejectedValue(new Error('killed'));
    const silent = jest.spyOn(worker() as never, 'failed').mockResolvedValue(undefined as never);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await worker().runDue()).toBe(1);
      expect((await see(ill.id)).state).toBe('APPLYING');
      app.clock.pass(1, 'minutes');
    }
    dying.mockRestore();
    silent.mockRestore();
    await coordinator.post(`/api/imports/${well.id}/apply`);
    await worker().runDue();
    expect((await see(well.id)).state).toBe('APPLIED');
    expect(await see(ill.id)).toMatchObject({
      state: 'CHECKED',
      note: expect.stringContaining('dreimal abgebrochen'),
    });

    // It is not given up: whoever presses the button begins anew.
    await coordinator.post(`/api/imports/${ill.id}/apply`);
    await worker().runDue();
    expect(await see(ill.id)).toMatchObject({ state: 'APPLIED', note: '' });
  });

  it('reads another sheet while nobody waits for a lock, and once at a time', async () => {
    const { id } = await uploadedList(coordinator, 'Verteiler.xlsx', twoSheets);
    const processes = ownProcesses({ 'table-reader': heldReader });
    try {
      const choose = () => coordinator.post<ImportView>(`/api/imports/${id}/read`, { sheet: 'Zwei' });
      const [chosen, again] = [choose(), choose()];
      await until(() => existsSync(processes.file('begun')));
      await app.database.rows('select 1 from import_run where id = $1 for update nowait', [id]);
      expect((await see(id)).columns[0]?.samples).toEqual(['Vom ersten Blatt (Demo)']);
      writeFileSync(processes.file('go'), '');
      await again;
      expect((await chosen).columns[0]?.samples).toEqual(['Vom zweiten Blatt (Demo)']);
      expect(await app.database.rows('select line from import_row where run_id = $1', [id])).toEqual([
        { line: 2 },
      ]);
    } finally {
      processes.close();
    }
  });

  it('leaves a sheet alone that another replica is reading', async () => {
    const { id } = await uploadedList(coordinator, 'Verteiler.xlsx', twoSheets);
    await app.get(Database).write(systemViewer, 'import.read', async (tx) => {
      expect(await tryLock(tx, 'importSheet', id)).toBe(true);
      expect(await refusalOf(coordinator.post(`/api/imports/${id}/read`, { sheet: 'Zwei' }))).toBe(
        'import-busy',
      );
    });
  });
});
