import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from '../database/database';
import { FILE_BYTES_MOST, Files } from './files';

describe('A file', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await testApp()));
  afterAll(() => app.close());

  it('larger than anything the county needs is not kept, whoever brings it', async () => {
    const file = { name: 'film.csv', mediaType: 'text/csv', bytes: Buffer.alloc(FILE_BYTES_MOST + 1) };
    const store = app.get(Database).write(systemViewer, 'test', (tx) => app.get(Files).store(tx, file));
    await expect(store).rejects.toMatchObject({ status: 413, code: 'too-large' });
    expect(await app.database.rows('select 1 from file')).toEqual([]);
  });
});
