import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeedbackInboxView, GroupView } from '@runder-tisch/domain/feedback';
import { Client } from 'pg';
import { migrate } from '@runder-tisch/api/create-app';
import { startEmbeddedPostgres } from '../start/embedded-postgres';
import { benchDatabase } from './database';
import { fillBench } from './fill/fill';
import { judge, type Say } from './life';
import { KeepAlive } from './measure/keep-alive';
import { percentile } from './measure/statistics';
import { cookieOf, startProduct, successful } from './product';
import { recording } from './recorded';

const SCALE = 0.1;
/** At this scale some 550 Hinweise wait for a decision; each round answers its own. */
const ROUNDS = 12;
const SIZES = [4, 40];
const P50_MS = 500;
const TEXT = 'Der Bus fährt abends nicht mehr in die Ortsteile.';

/** `npm run bench -- group-answer`: one answer to forty Hinweise in the same words, each sender with an address. */
export async function groupAnswer(say: Say): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rt-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'pg'), scratch: true, progress: say });
  const database = await benchDatabase(postgres.adminUrl(), 'rt_bench_group_answer');
  const owner = new Client({ connectionString: database.ownerUrl });
  try {
    await migrate(database.ownerUrl, database.appRole);
    const world = await fillBench(database.ownerUrl, SCALE);
    await owner.connect();
    await owner.query(`alter table organisation disable trigger user; alter table feedback disable trigger user;
      update organisation set function_mailbox = 'haus-' || id || '@bench.invalid';
      update feedback set triaged_text = '${TEXT}' where state = 'LINKED';
      -- Who is counted with one of them would be answered along.
      update feedback set counted_with_id = null where counted_with_id is not null;
      alter table organisation enable trigger user; alter table feedback enable trigger user`);
    await owner.query('vacuum (analyze)');
    const product = await startProduct(database.url);
    const planner = new KeepAlive(product.port, cookieOf(world, 'planner'));
    const ask = async <View>(method: 'GET' | 'POST', path: string, body?: object): Promise<View> => {
      const answer = await planner.send({ method, path, ...(body ? { body: JSON.stringify(body) } : {}) });
      successful(answer);
      return JSON.parse(answer.body) as View;
    };
    try {
      const figures = new Map<number, { p50: number; statements: number }>();
      for (const size of SIZES) {
        const times: number[] = [];
        let statements = 0;
        for (let round = 0; round < ROUNDS; round += 1) {
          const { items } = await ask<FeedbackInboxView>('GET', `/api/feedback?view=to-decide&limit=${size}`);
          const feedbackIds = items.map(({ id }) => id);
          const { id } = await ask<GroupView>('POST', '/api/feedback-groups', { name: 'Bus', feedbackIds });
          const request = {
            decision: 'INCORPORATED',
            answer: 'Ab Mai fährt er.',
            notify: true,
            items: items.map((it) => ({ id: it.id, version: it.version })),
          };
          const began = performance.now();
          const heard = await recording(async () => {
            const answered = await ask<{ mailed: number }>(
              'POST',
              `/api/feedback-groups/${id}/answer`,
              request,
            );
            if (answered.mailed !== size) throw new Error(`${answered.mailed} of ${size} letters.`);
          });
          times.push(performance.now() - began);
          statements = heard.length;
        }
        figures.set(size, { p50: percentile(times, 0.5), statements });
        say(
          `${size} Hinweise: p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, ${statements} Anweisungen`,
        );
      }
      const [few, many] = SIZES.map((size) => figures.get(size));
      return judge(say, [
        [
          `vierzig brauchen so viele Anweisungen wie vier: ${many?.statements} und ${few?.statements}`,
          many?.statements === few?.statements,
        ],
        [
          `vierzig Briefe in ${many?.p50.toFixed(0)} ms (höchstens ${P50_MS} ms)`,
          (many?.p50 ?? P50_MS) < P50_MS,
        ],
      ]);
    } finally {
      planner.close();
      await product.close();
    }
  } finally {
    await owner.end();
    await database.drop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
