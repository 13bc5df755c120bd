import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { log } from '../log';
import { problem, ProblemException } from '../problem/problem';
import { oneIn, rowsFrom, rowsIn } from './rows';

const DEADLOCK = '40P01';
const SERIALISATION = '40001';

/** The doors of the database: `rows` for lists and views, `read` for what takes several statements, `write` for every change. */
@Injectable()
export class Database implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * A connection that was just given out has nobody yet who hears of its end: cut in that moment, it would take the
   * whole process with it. Whoever uses it next is told in any case.
   */
  onModuleInit(): void {
    const watched = new WeakSet<PoolClient>();
    this.pool.on('acquire', (connection) => {
      if (watched.has(connection)) return;
      watched.add(connection);
      connection.on('error', (error) => log.warn({ err: error }, 'connection to the database lost'));
    });
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  rows<Row extends object>(statement: Sql): Promise<Row[]> {
    return rowsFrom<Row>(this.pool, statement);
  }

  async one<Row extends object>(statement: Sql): Promise<Row | undefined> {
    return (await this.rows<Row>(statement))[0];
  }

  /** One row that must be there for this viewer: otherwise 404, whether it exists or not. */
  async found<Row extends object>(statement: Sql): Promise<Row> {
    const row = await this.one<Row>(statement);
    if (!row) throw problem(generalProblems, 'not-found');
    return row;
  }

  /** Several statements that see one moment, whoever writes meanwhile. Nothing is locked, nothing can be changed. */
  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.inTransaction(() => 'begin isolation level repeatable read read only', work);
  }

  /**
   * One use case, one transaction. The audit trigger reads who acts from the settings made here and
   * refuses changes without them. A deadlock is tried again, at most three times. With an
   * idempotency key the second call gets the first one's answer.
   */
  async write<T>(viewer: Viewer, useCase: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.inTransaction(beginning(viewer, useCase), (tx) =>
          this.once(tx, viewer, useCase, work),
        );
      } catch (error) {
        const code = (error as { code?: string }).code;
        if ((code !== DEADLOCK && code !== SERIALISATION) || attempt >= 3) throw error;
      }
    }
  }

  private async inTransaction<T>(
    begin: (connection: PoolClient) => string,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const connection = (await runner.connect()) as PoolClient;
      // TypeORM does not begin it, and must know: it ends it, and would begin another one for each `save`.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      await connection.query(begin(connection));
      const result = await work(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // TypeORM lets go of a runner whose connection was lost, and says of its own statements only that it has.
      if (runner.isReleased && !(error instanceof ProblemException))
        throw Object.assign(problem(generalProblems, 'database-unavailable'), { cause: error });
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async once<T>(
    tx: EntityManager,
    viewer: Viewer,
    useCase: string,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const once = viewer.idempotency;
    if (!once) return work(tx);

    const owner = actorName(viewer);
    const first = await oneIn<{ key: string }>(
      tx,
      sql`insert into idempotency_key (owner, use_case, key, request_hash, created_at)
          values (${owner}, ${useCase}, ${once.key}, ${once.requestHash}, ${this.clock.now()})
          on conflict do nothing returning key`,
    );
    if (!first) {
      const earlier = await oneIn<{ result: T; requestHash: string }>(
        tx,
        sql`select result, request_hash as "requestHash" from idempotency_key
            where owner = ${owner} and use_case = ${useCase} and key = ${once.key}`,
      );
      if (!earlier || earlier.requestHash !== once.requestHash)
        throw problem(generalProblems, 'idempotency-key-reused');
      return earlier.result;
    }
    const result = await work(tx);
    await rowsIn(
      tx,
      sql`update idempotency_key set result = ${JSON.stringify(result ?? null)}::jsonb
          where owner = ${owner} and use_case = ${useCase} and key = ${once.key}`,
    );
    return result;
  }
}

/**
 * The beginning and who acts go to the database in one message: every change pays for each message. Two statements
 * in one take no parameters, so the driver quotes the three words.
 */
function beginning(viewer: Viewer, useCase: string): (connection: PoolClient) => string {
  return (connection) => {
    const [actor, named, requestId] = [actorName(viewer), useCase, viewer.requestId].map((text) =>
      connection.escapeLiteral(text),
    );
    return `begin; select set_config('rt.actor', ${actor}, true), set_config('rt.use_case', ${named}, true), set_config('rt.request_id', ${requestId}, true)`;
  };
}

/** Who acts, as the audit log names them. */
export function actorName(viewer: Viewer): string {
  if (viewer.accountId) return `account:${viewer.accountId}`;
  if (viewer.kind === 'link' && viewer.personId) return `link:${viewer.personId}`;
  return viewer.kind;
}

/** One row that must be there within a change: otherwise 404, whether it exists or not. */
export async function foundIn<Row extends object>(tx: EntityManager, statement: Sql): Promise<Row> {
  const row = await oneIn<Row>(tx, statement);
  if (!row) throw problem(generalProblems, 'not-found');
  return row;
}

/** Saves a row that is edited alone: nothing happens if somebody else saved in between (412). */
export async function updateVersioned<Entity extends ObjectLiteral & { id: string; version: number }>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  id: string,
  version: number,
  patch: Partial<Entity>,
): Promise<void> {
  const metadata = tx.dataSource.getMetadata(entity);
  const assignments = Object.entries(patch).flatMap(([property, value]) => {
    if (value === undefined) return [];
    const column = metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${metadata.name} has no column for ${property}.`);
    const stored: unknown = tx.dataSource.driver.preparePersistentValue(value, column);
    return [sql`${raw(tx.dataSource.driver.escape(column.databaseName))} = ${stored}`];
  });
  const saved = await rowsIn(
    tx,
    sql`update ${raw(tx.dataSource.driver.escape(metadata.tableName))} set ${join([...assignments, sql`version = version + 1`])}
        where id = ${id} and version = ${version} returning id`,
  );
  if (saved.length === 1) return;
  const exists = await tx.createQueryBuilder(entity, 'it').where('it.id = :id', { id }).getExists();
  throw problem(generalProblems, exists ? 'stale-version' : 'not-found');
}
