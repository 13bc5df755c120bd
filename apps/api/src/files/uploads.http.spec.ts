import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { ImportView } from '@runder-tisch/domain/imports';
import { refusalOf } from '@runder-tisch/scenario/client';
import { uploadedList } from '@runder-tisch/scenario/imports';
import { until } from '../../test/own-processes';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Files } from './files';
import { Uploads } from './uploads';

const MIB = 1024 * 1024;

describe('A file that is uploaded over a slow line', () => {
  let app: TestApp;
  let coordinator: SignedIn;

  beforeAll(async () => void (app = await testApp()));
  beforeEach(async () => void (coordinator = await signedIn(app, 'coordinator')));
  afterAll(() => app.close());

  const count = async (table: string) =>
    (await app.database.rows<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count;

  /** A list of so many bytes of which the caller sends the pieces. */
  function begun(bytes: number, client = coordinator): { sending: ClientRequest; answer: Promise<Answer> } {
    const sending = request(`${app.url}/api/imports?target=actors&name=lang.csv`, {
      method: 'POST',
      headers: {
        'X-RT-Request': '1',
        'Content-Type': 'application/octet-stream',
        'Content-Length': bytes,
        Cookie: client.cookie ?? '',
      },
    });
    return { sending, answer: answerOf(sending) };
  }

  it('holds no connection and no transaction while its bytes come in', async () => {
    const list = listOf(3 * MIB);
    const { sending, answer } = begun(list.length);
    sending.write(list.subarray(0, 2 * MIB + 5));
    await until(async () => (await count('upload_part')) === 2);
    const held = await app.database.rows(
      `select 1 from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and xact_start is not null and pid <> pg_backend_pid()`,
    );
    expect(held).toEqual([]);
    sending.end(list.subarray(2 * MIB + 5));
    const { status, view } = await answer;
    expect(status).toBe(201);
    const { id } = view as { id: string };
    expect(await coordinator.get<ImportView>(`/api/imports/${id}`)).toMatchObject({ state: 'MAPPING' });
    const [kept] = await app.database.rows<{ id: string }>(
      'select file_id as id from import_run where id = $1',
      [id],
    );
    expect((await app.get(Files).bytes(kept?.id ?? '')).equals(list)).toBe(true);
    expect(await count(`file_part where file_id = '${kept?.id}'`)).toBe(3);
    expect(await count('upload')).toBe(0);
  });

  it('leaves nothing behind when the line breaks in the middle', async () => {
    const before = [await count('import_run'), await count('file')];
    const { sending, answer } = begun(4 * MIB);
    answer.catch(() => undefined);
    sending.write(randomBytes(2 * MIB));
    await until(async () => (await count('upload_part')) === 2);
    sending.destroy();
    await until(async () => (await count('upload')) === 0);
    expect(await count('upload_part')).toBe(0);
    expect([await count('import_run'), await count('file')]).toEqual(before);
  });

  it('is swept where the process that took it in was killed, and its place is free again', async () => {
    const { accountId } = coordinator;
    await app.database.rows(
      `insert into upload (id, account_id, place, alive_until) select gen_random_uuid(), $1, place, $2::timestamptz from unnest(array[1, 2]) as it (place)`,
      [accountId, app.clock.now()],
    );
    await app.database.rows(`insert into upload_part select id, 0, 'x' from upload`);
    expect(await refusalOf(uploadedList(coordinator, 'a.csv', 'Organisation\nHaus (Demo)\n'))).toBe(
      'too-many-uploads',
    );
    app.clock.pass(1, 'minutes');
    await uploadedList(coordinator, 'a.csv', 'Organisation\nHaus (Demo)\n');
    await app.database.rows(
      `insert into upload (id, account_id, place, alive_until) values (gen_random_uuid(), $1, 1, $2)`,
      [accountId, app.clock.now()],
    );
    app.clock.pass(1, 'minutes');
    expect(await app.get(Uploads).sweep()).toBe(1);
    expect(await count('upload')).toBe(0);
  });

  it('is refused as the third of one person at once, and nobody else has to wait for them', async () => {
    const lines = [begun(2 * MIB), begun(2 * MIB)];
    for (const { sending } of lines) sending.write('Organisation\n');
    await until(async () => (await count('upload')) === 2);
    const third = await coordinator.raw(
      'POST',
      '/api/imports?target=actors&name=c.csv',
      Buffer.from('Organisation\nHaus (Demo)\n'),
      { 'Content-Type': 'application/octet-stream' },
    );
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await third.json()).toMatchObject({
      code: 'too-many-uploads',
      detail: expect.stringContaining('schon zwei Dateien'),
    });
    const other = await signedIn(app, 'coordinator');
    await uploadedList(other, 'd.csv', 'Organisation\nHaus Anders (Demo)\n');
    for (const { sending, answer } of lines) {
      answer.catch(() => undefined);
      sending.destroy();
    }
    await until(async () => (await count('upload')) === 0);
    await uploadedList(coordinator, 'e.csv', 'Organisation\nHaus Danach (Demo)\n');
  });

  it('is refused as soon as more comes in than was announced as allowed', async () => {
    const before = await count('file');
    const sending = request(`${app.url}/api/imports?target=actors&name=gross.csv`, {
      method: 'POST',
      headers: {
        'X-RT-Request': '1',
        'Content-Type': 'application/octet-stream',
        Cookie: coordinator.cookie ?? '',
      },
    });
    const answer = answerOf(sending).catch(() => null);
    const part = randomBytes(MIB);
    for (let sent = 0; sent < 27 && !sending.destroyed; sent += 1)
      if (!sending.write(part))
        await Promise.race([once(sending, 'drain'), once(sending, 'close')]).catch(() => 0);
    sending.end();
    await answer;
    await until(async () => (await count('upload')) === 0);
    expect([await count('upload_part'), await count('file')]).toEqual([0, before]);
  });
});

interface Answer {
  status: number;
  view: unknown;
}

async function answerOf(sending: ClientRequest): Promise<Answer> {
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
  return {
    status: response.statusCode ?? 0,
    view: JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown,
  };
}

/** A list of exactly so many bytes; its last row is filled up. */
function listOf(bytes: number): Buffer {
  const head = 'Organisation;Notiz\n';
  const row = (n: number) => `Haus ${n} (Demo);${'x'.repeat(4000)}\n`;
  let text = head;
  for (let n = 1; text.length + 9000 < bytes; n += 1) text += row(n);
  return Buffer.from(`${text}Haus Ende (Demo);${'y'.repeat(bytes - text.length - 18)}\n`);
}
