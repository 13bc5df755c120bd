import type { Client } from 'pg';
import type { PageName } from './pages';
import type { ProductStatements } from './product';
import { type Recorded, valuesFor } from './recorded';
import { type RowName, rowNames } from './scenarios';

export interface StatementPlan {
  row: RowName | PageName;
  statement: number;
  text: string;
  plan: string;
  milliseconds: number;
}

/** How PostgreSQL carries out what the product asks, with the same values; writes are taken back. */
export async function plansOf(owner: Client, statements: ProductStatements): Promise<StatementPlan[]> {
  const found: StatementPlan[] = [];
  for (const row of rowNames) {
    const asked = statements.all[row].filter(hasPlan);
    for (const [place, statement] of asked.entries())
      if (place > 0 || row === 'list') found.push(await planOf(owner, row, place, statement));
  }
  return found;
}

/** Of each page the statement that takes longest, where its whole time goes. */
export async function slowestOf(
  owner: Client,
  statements: ReadonlyMap<PageName, readonly Recorded[]>,
): Promise<StatementPlan[]> {
  const found: StatementPlan[] = [];
  for (const [page, asked] of statements) {
    const plans: StatementPlan[] = [];
    for (const [place, statement] of asked.filter(hasPlan).entries())
      plans.push(await planOf(owner, page, place, statement));
    found.push(...plans.sort((one, other) => other.milliseconds - one.milliseconds).slice(0, 1));
  }
  return found;
}

/** Those that only begin, end or name a transaction have no plan worth reading. */
function hasPlan({ text }: Recorded): boolean {
  return /^\s*(select|with|update|insert)/i.test(text) && !text.includes('set_config');
}

async function planOf(
  owner: Client,
  row: StatementPlan['row'],
  place: number,
  statement: Recorded,
): Promise<StatementPlan> {
  await owner.query('begin');
  await owner.query(`select set_config('rt.actor', 'bench', true)`);
  try {
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers, costs off, summary on) ${statement.text}`,
      valuesFor(statement),
    );
    const plan = shortened(rows.map((line) => line['QUERY PLAN']).join('\n'));
    const milliseconds = Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1] ?? Number.NaN);
    return { row, statement: place, text: statement.text, plan, milliseconds };
  } finally {
    await owner.query('rollback');
  }
}

/** The keys of twenty networks fill a screen and say nothing. */
function shortened(plan: string): string {
  return plan.replace(
    /'\{([\da-f-]{36},){2,}[\da-f-]{36}\}'/g,
    (list) => `'{… ${list.split(',').length} Schlüssel}'`,
  );
}
