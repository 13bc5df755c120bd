import type { EntityManager } from 'typeorm';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { FILE_BYTES_MOST, Files } from './files';

describe('A file', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await testApp()));
  afterAll(() => app.close());

  const write = <T>(work: (tx: EntityManager, files: Files) => Promise<T>) =>
    app.get(Database).write(systemViewer, 'test', (tx) => work(tx, app.get(Files)));

  it('larger than anything the county needs is not kept, whoever brings it', async () => {
    const file = { name: 'film.csv', mediaType: 'text/csv', bytes: Buffer.alloc(FILE_BYTES_MOST + 1) };
    const store = write((tx, files) => files.store(tx, file));
    await expect(store).rejects.toMatchObject({ status: 413, code: 'too-large' });
    expect(await app.database.rows(`select 1 from file where name = 'film.csv'`)).toEqual([]);
  });

  it('is not filled with more than that either, where it was made here', async () => {
    const file = { name: 'Protokoll.pdf', mediaType: 'application/pdf', bytes: Buffer.alloc(0) };
    const id = await write((tx, files) => files.store(tx, file));
    const fill = write((tx, files) => files.fill(tx, id, Buffer.alloc(FILE_BYTES_MOST + 1)));
    await expect(fill).rejects.toMatchObject({ status: 413, code: 'too-large' });
    expect(await app.get(Files).find(id)).toMatchObject({ size: 0 });
  });
});
