import { createHash } from 'node:crypto';
import { createApp, DataTests, type RunningApp, Search } from '@runder-tisch/api/create-app';
import type { ProductSql } from './ceiling/ceiling';
import { type BenchWorld, traceKinds } from './fill/fill';
import { type BenchAnswer, KeepAlive } from './measure/keep-alive';
import { type PageName, pages, pathOf } from './pages';
import { type Recorded, recording } from './recorded';
import { type Asked, type Row, type RowName, rows } from './scenarios';

export const cookieOf = (world: BenchWorld, who: Row['as']): string =>
  `rt_session=${world.sessionTokens[who]}`;

/** The whole application as it runs in a county, with or without the jobs beside it. */
export async function startProduct(
  databaseUrl: string,
  background = false,
): Promise<{ port: number; close(): Promise<void> }> {
  const app: RunningApp = await createApp({
    databaseUrl,
    port: 0,
    host: '127.0.0.1',
    embedded: true,
    background,
    logLevel: 'silent',
  });
  return { port: Number(new URL(app.url).port), close: () => app.close() };
}

/** The place of words that are so rare that names which only resemble them are asked for as well. */
const RARE_WORDS = 3;

/** What the product keeps beside the rows, by its own statements: the index of the search, the tests of the figures. */
export async function keepAside(databaseUrl: string): Promise<void> {
  const app = await createApp({
    databaseUrl,
    port: 0,
    host: '127.0.0.1',
    embedded: true,
    background: false,
    logLevel: 'silent',
  });
  await app.get(Search).rebuild();
  await app.get(DataTests).renewDue();
  await app.close();
}

/** What each row makes the product ask its database. */
export interface ProductStatements {
  sql: ProductSql;
  /** Every statement of one request, in order. */
  all: Record<RowName, Recorded[]>;
}

/** Runs the product once here and writes down its statements. */
export async function listenToProduct(databaseUrl: string, world: BenchWorld): Promise<ProductStatements> {
  const product = await startProduct(databaseUrl);
  const connections = {
    coordinator: new KeepAlive(product.port, cookieOf(world, 'coordinator')),
    planner: new KeepAlive(product.port, cookieOf(world, 'planner')),
  };
  try {
    const hear = async (name: RowName, n = 0): Promise<{ asked: Asked; statements: Recorded[] }> => {
      const asked = rows[name].asked(world, n);
      const connection = connections[rows[name].as];
      const send = async (): Promise<void> => successful(await connection.send(rows[name].request(asked)));
      // The first request also finds out about a fresh connection; the second one is as all others.
      await send();
      return { asked, statements: await recording(send) };
    };
    const [list, meeting, answer] = [await hear('list'), await hear('meeting'), await hear('answer')];
    const [inbox, search] = [await hear('inbox'), await hear('search', RARE_WORDS)];
    const traces = [];
    for (const n of traceKinds.keys()) traces.push(await hear('trace', n));
    const session = list.statements[0];
    if (!session) throw new Error('The product answered without asking for a session.');
    return {
      sql: {
        session,
        sessionHash: createHash('sha256').update(world.sessionTokens.coordinator).digest('hex'),
        list: { statement: only(list.statements, /"functionMailbox"/), asked: list.asked },
        meeting: { statement: only(meeting.statements, /"placeNote"/), asked: meeting.asked },
        rights: { statement: only(answer.statements, /as changeable/), asked: answer.asked },
        reads: { inbox: [inbox], trace: traces, search: [search] },
      },
      all: {
        list: list.statements,
        meeting: meeting.statements,
        answer: answer.statements,
        inbox: inbox.statements,
        trace: traces[0]?.statements ?? [],
        search: search.statements,
      },
    };
  } finally {
    connections.coordinator.close();
    connections.planner.close();
    await product.close();
  }
}

/** The statements of one look at each page, the session's left out. */
export async function listenToPages(
  databaseUrl: string,
  world: BenchWorld,
  names: readonly PageName[],
): Promise<Map<PageName, Recorded[]>> {
  const product = await startProduct(databaseUrl);
  const heard = new Map<PageName, Recorded[]>();
  try {
    for (const name of names) {
      const connection = new KeepAlive(product.port, cookieOf(world, pages[name].as ?? 'planner'));
      const statements: Recorded[] = [];
      for (const asked of pages[name].asks(world, 0)) {
        const send = async (): Promise<void> =>
          successful(await connection.send({ method: 'GET', path: pathOf(asked) }));
        await send();
        statements.push(...(await recording(send)).slice(1));
      }
      connection.close();
      heard.set(name, statements);
    }
  } finally {
    await product.close();
  }
  return heard;
}

export function successful(answer: BenchAnswer): void {
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${answer.status}: ${answer.body.slice(0, 300)}`);
}

function only(statements: readonly Recorded[], mark: RegExp): Recorded {
  const [found, ...more] = statements.filter((statement) => mark.test(statement.text));
  if (!found || more.length)
    throw new Error(`Expected one statement with ${String(mark)}, found ${more.length + (found ? 1 : 0)}.`);
  return found;
}
