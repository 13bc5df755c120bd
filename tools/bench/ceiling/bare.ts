import pg from 'pg';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import type { ProductSql } from './ceiling';
import { saveAnswer, type Viewer } from './ceiling-answer';
import type { BenchWorld } from '../fill/fill';
import type { Target, Worker } from '../measure/load';
import { readAs } from './ceiling-reads';
import { prepared } from '../recorded';
import { replacements, type Row } from '../scenarios';

/** The floor: what the database alone needs, asked by the driver over one connection, without any server. */
export function bareTarget(row: Row, world: BenchWorld, databaseUrl: string, sql: ProductSql): Target {
  return {
    kind: 'bare',
    open: () =>
      row.name === 'answer' ? writer(row, world, databaseUrl, sql) : reader(row, world, databaseUrl, sql),
  };
}

async function reader(row: Row, world: BenchWorld, databaseUrl: string, sql: ProductSql): Promise<Worker> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { name } = row;
  const ask = async (query: pg.QueryConfig): Promise<object[]> => (await client.query<object>(query)).rows;
  return {
    work: async (n) => {
      const now = row.asked(world, n);
      if (name === 'inbox' || name === 'trace' || name === 'search') {
        await readAs(name, sql.reads[name], now, ask);
        return;
      }
      const { statement, asked } = name === 'list' ? sql.list : sql.meeting;
      await client.query(prepared(statement, replacements(asked, now)));
    },
    close: () => client.end(),
  };
}

async function writer(row: Row, world: BenchWorld, databaseUrl: string, sql: ProductSql): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const { rows } = await pool.query<Viewer>(prepared(sql.session));
  const [viewer] = rows;
  if (!viewer) throw new Error('The session of the bench has ended.');
  return {
    work: async (n) => {
      const asked = row.asked(world, n);
      const answer = Object.assign(new AnswerInvitation(), JSON.parse(row.request(asked).body ?? '{}'));
      const rights = prepared(sql.rights.statement, replacements(sql.rights.asked, asked));
      const done = await saveAnswer(pool, {
        viewer,
        requestId: 'bench',
        invitationId: asked.invitationId ?? '',
        answer,
        rights,
      });
      if (!done) throw new Error('The answer was refused.');
    },
    close: () => pool.end(),
  };
}
