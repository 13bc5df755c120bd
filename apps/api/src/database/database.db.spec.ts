import sql from 'sql-template-tag';
import { type TestApp, testApp } from '../../test/test-app';
import { systemViewer } from '../access/viewer';
import { Database } from './database';
import { oneIn, planKept, rowsIn } from './rows';

const ID = '01890000-0000-7000-8000-000000000001';

describe('The door for reading', () => {
  let app: TestApp;
  let database: Database;

  beforeAll(async () => {
    app = await testApp();
    database = app.get(Database);
  });
  afterAll(() => app.close());

  const name = sql`select name from field_of_action where id = ${ID}`;
  const rename = (to: string) =>
    database.write(systemViewer, 'test', (tx) =>
      rowsIn(
        tx,
        sql`insert into field_of_action (id, name, description, position) values (${ID}, ${to}, '', 1)
            on conflict (id) do update set name = excluded.name`,
      ),
    );

  it('refuses a change and a lock', async () => {
    const inRead = (statement: ReturnType<typeof sql>) => database.read((tx) => rowsIn(tx, statement));
    await expect(inRead(sql`update field_of_action set name = 'Heimlich'`)).rejects.toThrow('read-only');
    await expect(inRead(sql`select 1 from field_of_action for update`)).rejects.toThrow('read-only');
    expect(await database.rows(sql`select 1 from field_of_action where name = 'Heimlich'`)).toEqual([]);
  });

  it('shows one moment, whatever is written between two statements', async () => {
    await rename('Vorher');
    await database.read(async (tx) => {
      expect(await oneIn(tx, name)).toEqual({ name: 'Vorher' });
      await rename('Nachher');
      expect(await oneIn(tx, name)).toEqual({ name: 'Vorher' });
    });
    expect(await database.found(name)).toEqual({ name: 'Nachher' });
  });

  it('leaves nothing behind on its connection', async () => {
    await expect(database.read(() => Promise.reject(new Error('midway')))).rejects.toThrow('midway');
    await rename('Danach');
    expect(await database.found(name)).toEqual({ name: 'Danach' });
  });
});

describe('a statement whose plan is kept', () => {
  it('hides values with a type from the planner and asks the same', () => {
    const id = '0199a000-0000-7000-8000-000000000001';
    const kept = planKept(
      sql`select 1 from person where id = ${id}::uuid and born <= ${'1990-01-01'}::date order by 1`,
    );
    expect(kept.text).toBe(
      'select 1 from person where id = (select $1::uuid) and born <= (select $2::date) order by 1',
    );
    expect(kept.values).toEqual([id, '1990-01-01']);
  });

  it('leaves lists and values without a type as they are', () => {
    const kept = planKept(sql`select 1 where state = any(${['OPEN']}::text[]) and title = ${'Pflege'}`);
    expect(kept.text).toBe('select 1 where state = any($1::text[]) and title = $2');
  });
});
