import * as fc from 'fast-check';
import sql from 'sql-template-tag';
import { findingMoves, priorityMoves, recommendationVerbs } from '@runder-tisch/domain/findings';
import { type Client, RefusedError } from '@runder-tisch/scenario/client';
import {
  addEvidence,
  changePriority,
  changeRecommendation,
  decide,
  finding,
  findingView,
  moveFinding,
  movePriority,
  moveRecommendation,
  priority,
  recommendation,
} from '@runder-tisch/scenario/findings';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { Database } from '../database/database';

const STEPS = 160;
const RANGE = 2 ** 30;

/** What must never be there, whatever was done in whichever order. */
const forbidden = sql`
  select 'confirmed without evidence' as what, it.number from finding it where it.state = 'CONFIRMED'
    and not exists (select 1 from finding_evidence where finding_evidence.finding_id = it.id)
  union all
  select 'dropped under a priority', it.number from finding it where it.state = 'DROPPED' and exists (
    select 1 from priority_finding join action_priority on action_priority.id = priority_finding.priority_id
    where priority_finding.finding_id = it.id and action_priority.state <> 'DROPPED')
  union all
  select 'priority without basis', it.number from action_priority it where it.state <> 'DROPPED' and trim(it.without_voice) = ''
    and not exists (select 1 from priority_finding where priority_finding.priority_id = it.id)
  union all
  select 'dropped under a recommendation', it.number from action_priority it where it.state = 'DROPPED' and exists (
    select 1 from recommendation_priority join recommendation on recommendation.id = recommendation_priority.recommendation_id
    where recommendation_priority.priority_id = it.id and recommendation.state <> 'WITHDRAWN')
  union all
  select 'recommendation without finding', it.number from recommendation it where it.state <> 'WITHDRAWN' and it.earlier_plan = ''
    and not exists (select 1 from recommendation_priority
      join priority_finding on priority_finding.priority_id = recommendation_priority.priority_id
      where recommendation_priority.recommendation_id = it.id)
  union all
  select 'decided without final decision', it.number from recommendation it where it.earlier_plan = ''
    and (it.state in ('ACCEPTED', 'CHANGED', 'REJECTED')) <> exists (
      select 1 from recommendation_decision where recommendation_decision.recommendation_id = it.id and final)`;

describe('Befunde, Schwerpunkte and Empfehlungen together', () => {
  let app: TestApp;
  let planner: Client;

  beforeAll(async () => {
    app = await testApp();
    planner = await signedIn(app, 'planner');
  });
  afterAll(() => app.close());

  it('reach no forbidden state, in whatever order steps are tried', async () => {
    const numbers = fc.array(fc.nat(RANGE - 1), { minLength: 2000, maxLength: 2000, size: 'max' });
    // One long walk; where it fails, the seed that leads there again is printed.
    await fc.assert(fc.asyncProperty(numbers, walk), { numRuns: 1, endOnFailure: true });
  }, 60_000);

  async function walk(numbers: readonly number[]): Promise<void> {
    let at = 0;
    const random = (): number => (numbers[at++ % numbers.length] ?? 0) / RANGE;
    const fieldId = await fieldOfAction(planner, 'Zufällige Schritte');
    const known = { finding: [] as string[], priority: [] as string[], recommendation: [] as string[] };
    const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const some = (items: readonly string[]): string[] => items.filter(() => random() < 0.4);

    const steps: (() => Promise<unknown>)[] = [
      async () => known.finding.push(await finding(planner, { statement: 'Zufall', fieldId })),
      () => addEvidence(planner, one(known.finding), { silence: 'Niemand' }),
      () => moveFinding(planner, one(known.finding), one(findingMoves.names), 'Grund'),
      async () => {
        const id = one(known.finding);
        const { evidence } = await findingView(planner, id);
        await planner.delete(`/api/findings/${id}/evidence/${one(evidence)?.id}`);
      },
      async () =>
        known.priority.push(
          await priority(planner, {
            title: 'Zufall',
            fieldId,
            findingIds: some(known.finding),
            withoutVoice: one(['', 'Auftrag']),
          }),
        ),
      () =>
        changePriority(planner, one(known.priority), {
          findingIds: some(known.finding),
          withoutVoice: one(['', 'Auftrag']),
        }),
      () => movePriority(planner, one(known.priority), one(priorityMoves.names), 'Grund'),
      async () =>
        known.recommendation.push(
          await recommendation(planner, { wording: 'Zufall', fieldId, priorityIds: some(known.priority) }),
        ),
      () => changeRecommendation(planner, one(known.recommendation), { priorityIds: some(known.priority) }),
      () => moveRecommendation(planner, one(known.recommendation), one(recommendationVerbs), 'Grund'),
      () =>
        decide(planner, one(known.recommendation), {
          result: one(['ACCEPTED', 'CHANGED', 'REJECTED', 'DEFERRED'] as const),
          wording: 'Anders',
          reason: 'Grund',
          final: random() < 0.6,
        }),
    ];
    for (let step = 0; step < STEPS; step += 1) {
      // A refusal is an answer; anything else is a fault.
      await one(steps)().catch((refused: unknown) => {
        if (!(refused instanceof RefusedError) || refused.status >= 500) throw refused;
      });
      expect(await app.get(Database).rows(forbidden)).toEqual([]);
    }
    expect(known.finding.length).toBeGreaterThan(0);
  }
});
