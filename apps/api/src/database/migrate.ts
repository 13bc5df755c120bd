import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { contributions } from '../contributions';
import { advisoryLocks } from './locks';
import { migrations } from './migrations/migrations';
import { applyObjects } from './objects/objects';

/**
 * Brings the database to this version's schema.
 * @param ownerUrl address with the right to change the schema
 * @param appRole role the application runs as; it gets exactly the rights it needs (null: the owner itself)
 * @param only names of the migrations to run, for a backup of an older version; views and triggers then wait for the rest
 * @returns names of the migrations that ran
 */
export async function migrate(
  ownerUrl: string,
  appRole: string | null = null,
  only?: readonly string[],
): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [advisoryLocks.migration]);
    const wanted = only ? migrations.filter((migration) => only.includes(migration.name)) : migrations;
    const dataSource = await new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: [...wanted],
      migrationsTableName: 'migrations',
    }).initialize();
    try {
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      if (!only) await applyObjects(lock, contributions, appRole);
      return ran.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
}
