import { testDatabase } from './test-database';

describe('the database of a test', () => {
  it('is migrated, and the account of the API cannot change its schema or the audit', async () => {
    const database = await testDatabase();
    const tables = await database.rows<{ count: number }>(
      `select count(*)::int as count from information_schema.tables where table_schema = 'public'`,
    );
    expect(tables[0]?.count).toBeGreaterThan(5);
    const rights = await database.rows<{ ddl: boolean; rewrite: boolean; read: boolean }>(
      `select has_schema_privilege('runder_tisch', 'public', 'create') as ddl,
              has_table_privilege('runder_tisch', 'audit_event', 'update') as rewrite,
              has_table_privilege('runder_tisch', 'audit_event', 'select') as read`,
    );
    expect(rights[0]).toEqual({ ddl: false, rewrite: false, read: true });
    await database.close();
  });

  it('is not shared: what one writes the other does not see', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    await one.rows('create table only_here (id int)');
    const found = await other.rows(`select 1 from information_schema.tables where table_name = 'only_here'`);
    expect(found).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  });
});
