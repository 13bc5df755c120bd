import type { Client } from 'pg';
import { valuesFor } from './recorded';
import type { ProductStatements } from './product';
import { type RowName, rowNames } from './scenarios';

export interface StatementPlan {
  row: RowName;
  statement: number;
  text: string;
  plan: string;
  milliseconds: number;
}

/** How PostgreSQL carries out what the product asks, with the same values; writes are taken back. */
export async function plansOf(owner: Client, statements: ProductStatements): Promise<StatementPlan[]> {
  const found: StatementPlan[] = [];
  for (const row of rowNames) {
    // Those that only begin, end or name a transaction have no plan worth reading.
    const asked = statements.all[row].filter(
      ({ text }) => /^\s*(select|with|update|insert)/i.test(text) && !text.includes('set_config'),
    );
    for (const [place, statement] of asked.entries()) {
      if (place === 0 && row !== 'list') continue;
      await owner.query('begin');
      await owner.query(`select set_config('rt.actor', 'bench', true)`);
      try {
        const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
          `explain (analyze, buffers, costs off, summary on) ${statement.text}`,
          valuesFor(statement),
        );
        const plan = shortened(rows.map((line) => line['QUERY PLAN']).join('\n'));
        const milliseconds = Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1] ?? Number.NaN);
        found.push({ row, statement: place, text: statement.text, plan, milliseconds });
      } finally {
        await owner.query('rollback');
      }
    }
  }
  return found;
}

/** The keys of twenty networks fill a screen and say nothing. */
function shortened(plan: string): string {
  return plan.replace(
    /'\{([\da-f-]{36},){2,}[\da-f-]{36}\}'/g,
    (list) => `'{… ${list.split(',').length} Schlüssel}'`,
  );
}
