import type { Sql } from 'sql-template-tag';
import { systemViewer } from '../src/access/viewer';
import { Database } from '../src/database/database';
import { rowsIn } from '../src/database/rows';
import type { TestApp } from './test-app';

/** Writes past the use cases, audited as the system: for states that take many steps to reach. */
export async function byHand(app: TestApp, statement: Sql): Promise<void> {
  await app.get(Database).write(systemViewer, 'test', (tx) => rowsIn(tx, statement));
}
