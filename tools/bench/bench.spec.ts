import { Client } from 'pg';
import { migrate } from '@runder-tisch/api/create-app';
import { bareTarget } from './ceiling/bare';
import { assertEqualAnswers } from './equal';
import { benchDatabase } from './database';
import { fillBench } from './fill/fill';
import { startCeiling } from './ceiling/ceiling';
import { cookieOf, keepAside, listenToProduct, startProduct } from './product';
import { measure } from './measure/load';
import { pageNames, pages, pathOf } from './pages';
import { KeepAlive } from './measure/keep-alive';
import { rowNames, rows } from './scenarios';

describe('The bench, very small', () => {
  it('compares a ceiling that gives the same answers and saves the same rows as the product', async () => {
    const database = await benchDatabase(process.env['RT_TEST_POSTGRES'] ?? '', 'rt_bench_smoke');
    await migrate(database.ownerUrl, database.appRole);
    const world = await fillBench(database.ownerUrl, 0.01);
    await keepAside(database.url);
    expect(world.counts).toMatchObject({ organisation: 400, meeting: 988, invitation: 7840 });
    for (const [table, count] of Object.entries(world.counts))
      expect([table, count > 0]).toEqual([table, true]);

    const { sql, all } = await listenToProduct(database.url, world);
    expect([all.list.length, all.meeting.length]).toEqual([2, 2]);
    const [product, ceiling] = [await startProduct(database.url), await startCeiling(database.url, sql)];
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await assertEqualAnswers(world, owner, { product: product.port, ceiling: ceiling.port }, rowNames);
      for (const name of rowNames) {
        const targets = [
          { kind: 'http', port: product.port },
          { kind: 'http', port: ceiling.port },
          bareTarget(rows[name], world, database.url, sql),
        ] as const;
        for (const target of targets) {
          const run = await measure(rows[name], world, target, { seconds: 0.1, connections: 4 });
          expect(run.completed).toBeGreaterThan(0);
        }
      }
      // A page that answers with nothing would be fast.
      const planner = new KeepAlive(product.port, cookieOf(world, 'planner'));
      for (const name of pageNames) {
        const sizes: number[] = [];
        for (const asked of [0, 1, 2, 3].flatMap((n) => pages[name].asks(world, n))) {
          const answer = await planner.send({ method: 'GET', path: pathOf(asked) });
          expect([asked, answer.status]).toEqual([asked, 200]);
          sizes.push(answer.body.length);
        }
        expect([name, Math.max(...sizes) > 100]).toEqual([name, true]);
      }
      planner.close();
    } finally {
      await owner.end();
      await ceiling.close();
      await product.close();
      await database.drop();
    }
  }, 120_000);
});
