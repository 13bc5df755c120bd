import { getMetadataStorage } from 'class-validator';

import { DataSource } from 'typeorm';
import { answerSchemasPath } from '../../src/open-data/openapi.controller';
import { OpenApi, readAnswerSchemas } from '../../src/open-data/openapi';
import { defaultMetadataStorage } from '../../src/open-data/type-metadata';
import { systemViewer } from '../../src/access/viewer';
import { contributions } from '../../src/contributions';
import { Database } from '../../src/database/database';
import { referencesTo } from '../../src/merge/references';
import { StoredTables } from '../../src/merge/stored-tables';
import { movedWith } from '../../src/merge/unite';
import { LineOwners } from '../../src/meetings/session/line-owners';
import { Search } from '../../src/search/search';
import { type TestApp, testApp } from '../test-app';

/** Rules of the house that no single area can keep alone. */
describe('The house', () => {
  let app: TestApp;
  const tables = contributions.flatMap((contribution) => contribution.tables);

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('has no route without a permission or the word public', () => {
    const operations = app.get(OpenApi).operations(readAnswerSchemas(answerSchemasPath()));
    expect(operations.length).toBeGreaterThan(50);
    expect(operations.filter((it) => it.permission === '(closed)').map((it) => it.id)).toEqual([]);
  });

  it('declares for every table whether it is audited', async () => {
    const stored = await app.database.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migrations', 'typeorm_metadata')`,
    );
    expect(stored.map((it) => it.name).sort()).toEqual(tables.map((it) => it.table).sort());
  });

  it('has the audit trigger on every audited table', async () => {
    const triggers = await app.database.rows<{ name: string }>(
      `select relname as name from pg_trigger join pg_class on pg_class.oid = tgrelid where tgname = 'audit'`,
    );
    expect(triggers.map((it) => it.name).sort()).toEqual(
      tables
        .filter((it) => it.audit !== 'none')
        .map((it) => it.table)
        .sort(),
    );
  });

  it('knows every reference to a person or an organisation, for merge and erasure', async () => {
    const keys = await app.database.rows<{ source: string; column: string; target: string }>(`
      select source.relname as source, attname as column, target.relname as target
      from pg_constraint join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
        join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and target.relname in ('person', 'organisation')`);
    const missing = keys.filter(({ source, column, target }) => {
      const declared = tables.find((it) => it.table === source)?.references;
      return !(target === 'person' ? declared?.person : declared?.organisation)?.includes(column);
    });
    expect(missing).toEqual([]);
  });

  it('can say of everything that moves in a merge what it is', () => {
    const unnamed = tables.filter((it) => it.references && !it.merge?.label);
    expect(unnamed.map((it) => it.table)).toEqual([]);
  });

  it('moves every reference to a person or an organisation when two become one', async () => {
    for (const kind of ['person', 'organisation'] as const) {
      const declared = referencesTo(kind);
      const moved = await app
        .get(Database)
        .write(systemViewer, 'test.merge', (tx) => movedWith(new StoredTables(tx), kind));
      const names = moved.map((it) => `${it.table}.${it.column}`);
      expect(declared.filter((it) => !names.includes(`${it.table}.${it.column}`))).toEqual([]);
      // A statement that does not fit its table would only fail when somebody merges.
      for (const { table, column } of declared)
        await app.database.rows(`select ${column} from ${table} where ${column} is null limit 1`);
    }
  });

  it('keeps its stored classes and the migrated schema alike', async () => {
    const columns = await app.database.rows<{
      table: string;
      column: string;
      nullable: string;
      type: string;
    }>(
      `select table_name as table, column_name as column, is_nullable as nullable, data_type as type from information_schema.columns where table_schema = 'public'`,
    );
    const drift: string[] = [];
    const ofLineOwners = Object.keys(app.get(LineOwners).references('TEXT', null));
    for (const entity of app.get(DataSource).entityMetadatas) {
      const stored = columns.filter((it) => it.table === entity.tableName);
      const declared = entity.columns.map((it) => it.databaseName);
      if (entity.tableName === 'minutes_entry') declared.push(...ofLineOwners);
      drift.push(
        ...stored
          .filter((it) => !declared.includes(it.column))
          .map((it) => `${it.table}.${it.column} is not declared`),
      );
      for (const column of entity.columns) {
        const found = stored.find((it) => it.column === column.databaseName);
        if (!found) drift.push(`${entity.tableName}.${column.databaseName} is not stored`);
        else if ((found.nullable === 'YES') !== column.isNullable)
          drift.push(`${entity.tableName}.${column.databaseName} differs in being nullable`);
      }
    }
    expect(drift).toEqual([]);
  });

  it('checks nested parts of every request', () => {
    const storage = getMetadataStorage() as unknown as {
      validationMetadatas: Map<unknown, { type: string; target: new () => object; propertyName: string }[]>;
    };
    const nested = [...storage.validationMetadatas.values()]
      .flat()
      .filter((it) => it.type === 'nestedValidation');
    expect(nested.length).toBeGreaterThan(3);
    expect(
      nested
        .filter((it) => !defaultMetadataStorage.findTypeMetadata(it.target, it.propertyName))
        .map((it) => `${it.target.name}.${it.propertyName}`),
    ).toEqual([]);
  });

  it('can rebuild its search index', async () => {
    await expect(app.get(Search).rebuild()).resolves.toBeGreaterThanOrEqual(0);
  });
});
