import { deepStrictEqual } from 'node:assert';
import type { Client } from 'pg';
import type { BenchWorld } from './fill/fill';
import { KeepAlive } from './measure/keep-alive';
import { cookieOf, successful } from './product';
import { type RowName, rows } from './scenarios';

const SAMPLES = 5;

/**
 * Product and ceiling must do the same before anything is timed: equal answers, and for what is written
 * equal rows and equal marks in the audit.
 */
export async function assertEqualAnswers(
  world: BenchWorld,
  owner: Client,
  ports: { product: number; ceiling: number },
  names: readonly RowName[],
): Promise<void> {
  for (const name of names) {
    const product = new KeepAlive(ports.product, cookieOf(world, rows[name].as));
    const ceiling = new KeepAlive(ports.ceiling, cookieOf(world, rows[name].as));
    try {
      for (let n = 0; n < SAMPLES; n += 1) {
        if (name === 'answer') await assertEqualWrites(world, owner, [product, ceiling], n);
        else await assertEqualReads(world, [product, ceiling], name, n);
      }
    } finally {
      product.close();
      ceiling.close();
    }
  }
}

type Both = readonly [product: KeepAlive, ceiling: KeepAlive];

async function assertEqualReads(world: BenchWorld, both: Both, name: RowName, n: number): Promise<void> {
  const request = rows[name].request(rows[name].asked(world, n));
  const [expected, found] = await Promise.all(both.map((connection) => connection.send(request)));
  if (!expected || !found) throw new Error('No answer.');
  successful(expected);
  successful(found);
  deepStrictEqual(
    JSON.parse(found.body),
    JSON.parse(expected.body),
    `The ceiling answers „${request.path}“ differently: tools/bench has to follow the product.`,
  );
}

async function assertEqualWrites(world: BenchWorld, owner: Client, both: Both, n: number): Promise<void> {
  const asked = rows.answer.asked(world, n * 9 + 1);
  const after: unknown[] = [];
  for (const connection of both) {
    await owner.query(`set rt.actor = 'bench'`);
    await owner.query(
      `update invitation set answer = 'NEEDS_ACTION', answer_channel = null, answered_at = null, answer_sequence = null, entered_by = '',
         companions = 0, deputy_name = '', needs = '', message = '' where id = $1`,
      [asked.invitationId],
    );
    const before = (
      await owner.query<{ last: string }>('select coalesce(max(id), 0) as last from audit_event')
    ).rows[0]?.last;
    successful(await connection.send(rows.answer.request(asked)));
    const { rows: stored } = await owner.query<{ row: Record<string, unknown> }>(
      'select to_jsonb(invitation) as row from invitation where id = $1',
      [asked.invitationId],
    );
    const { rows: events } = await owner.query<object>(
      `select actor, use_case, table_name, operation, (select array_agg(key order by key) from jsonb_object_keys(changes) as key) as columns
       from audit_event where id > $1 order by id`,
      [before],
    );
    const { version: _version, answered_at: answeredAt, ...facts } = stored[0]?.row ?? {};
    after.push({ facts, answered: typeof answeredAt, events });
  }
  deepStrictEqual(
    after[1],
    after[0],
    'The ceiling saves an answer differently: tools/bench/ceiling/ceiling-answer.ts has to follow the product.',
  );
}
