import type { TestApp } from '@runder-tisch/api/test';
import type { World } from '../world';

const DAY = 86_400_000;

/** What the demo year condensed, weighed, recommended and does, as its pages are opened. */
export async function planningIdsOf(app: TestApp) {
  const one = async (text: string): Promise<string> => {
    const [row] = await app.database.rows<{ id: string }>(text);
    if (!row) throw new Error(`The demo has no ${text}.`);
    return row.id;
  };
  const points = (state: string) => one(`select id from prioritisation where state = '${state}' limit 1`);
  const measure = (title: string) => one(`select id from measure where title like '%${title}%'`);
  return {
    group: await one(`select id from feedback_group where name like 'Wege%'`),
    argument: await one(`select id from argument where title like 'Zwischen Antrag%'`),
    finding: await one(`select id from finding where statement like 'In vielen Ortsteilen%'`),
    // Rests on a Befund that has other words by now.
    priority: await one(`select id from action_priority where title like 'Übergänge%'`),
    // Adopted in other words than proposed.
    recommendation: await one(
      `select id from recommendation where state = 'CHANGED' and wording like '%Dorfdialogen%'`,
    ),
    runningPoints: await points('OPEN'),
    closedPoints: await points('CLOSED'),
    pointsCode: await one(`select join_code as id from prioritisation where state = 'OPEN' limit 1`),
    measure: await measure('Schuldnerberatung in Zerbst'),
    evaluatedMeasure: await measure('Barrierecheck'),
    provisionalMeasure: await measure('Antragslotsen'),
  };
}

/** The link of a mail that asks how a measure goes; the demo's own went with its mails. */
export async function progressTokenOf(
  world: World,
  app: TestApp,
  personId: string,
  objectId: string,
): Promise<string> {
  return app.get(world.Database).write(world.systemViewer, 'test.links', (tx) =>
    app.get(world.MailLinks).create(tx, {
      purpose: 'measure-progress',
      personId,
      objectKind: 'measure',
      objectId,
      expiresAt: new Date(app.clock.now().getTime() + 30 * DAY),
    }),
  );
}
