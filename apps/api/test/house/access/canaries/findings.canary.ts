import { WantVoices } from '@runder-tisch/domain/findings/heard/coverage-requests';
import {
  AddEvidence,
  CreateFinding,
  MoveWithReason,
  SaveFinding,
  SavePriority,
} from '@runder-tisch/domain/findings/findings-requests';
import { CreateNeedStatement, SaveNeedStatement } from '@runder-tisch/domain/findings/need-requests';
import { SaveDecision, SaveRecommendation } from '@runder-tisch/domain/findings/recommendation-requests';
import {
  addEvidence,
  changeFinding,
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
  recommendationView,
} from '@runder-tisch/scenario/findings';
import { planningArea } from '@runder-tisch/scenario/lists';
import {
  type AreaCanaries,
  type Canary,
  type ForeignWorld,
  type Given,
  office,
  reads,
  type Write,
} from '../canary';
import {
  plantPrioritisations,
  prioritisationOperations,
  prioritisationWords,
} from './findings/prioritisation';

const fieldOf = (world: ForeignWorld): string => String(world.the('field-of-action')['id']);

/** With one stated silence that speaks for it. */
async function madeFinding(world: ForeignWorld, statement = 'Kanarienbefund'): Promise<string> {
  const { planner } = world.somebody;
  const id = await finding(planner, { statement, fieldId: fieldOf(world) });
  await addEvidence(planner, id, { silence: 'Kanarienschweigen' });
  return id;
}

async function madePriority(world: ForeignWorld): Promise<{ findingId: string; id: string }> {
  const findingId = await madeFinding(world);
  const facts = { title: 'Kanarienschwerpunkt', fieldId: fieldOf(world), findingIds: [findingId] };
  return { findingId, id: await priority(world.somebody.planner, facts) };
}

async function madeRecommendation(world: ForeignWorld): Promise<{ priorityId: string; id: string }> {
  const { id: priorityId } = await madePriority(world);
  const facts = { wording: 'Kanarienempfehlung', fieldId: fieldOf(world), priorityIds: [priorityId] };
  return { priorityId, id: await recommendation(world.somebody.planner, facts) };
}

async function decided(world: ForeignWorld): Promise<{ id: string; decisionId: string; version: number }> {
  const { planner } = world.somebody;
  const { id } = await madeRecommendation(world);
  await moveRecommendation(planner, id, 'submit');
  const { decisions, version } = await decide(planner, id, { result: 'ACCEPTED', final: true });
  return { id, decisionId: decisions[0]?.id ?? '', version };
}

const madeNeed = async (world: ForeignWorld): Promise<Canary> =>
  world.somebody.planner.post<{ id: string }>('/api/need-statements', {
    ...need(),
    fieldId: fieldOf(world),
    planningAreaId: await planningArea(world.somebody.planner, world.fresh('Raum')),
  });

const need = (): SaveNeedStatement =>
  Object.assign(new SaveNeedStatement(), { need: 'Kanarienbedarf', source: 'Zählung', asOf: '2026-01-01' });

const savedPriority = (world: ForeignWorld): SavePriority =>
  Object.assign(new SavePriority(), { title: 'Anders', fieldId: fieldOf(world), withoutVoice: 'Auftrag' });

const changed = (of: string | undefined, given: (world: ForeignWorld) => Promise<Given>): Write => ({
  may: ['planner'],
  owner: null,
  ...(of ? { of } : {}),
  given,
});

const decidesToo = [...office, 'reader'] as const;

export const findingsCanaries: AreaCanaries = {
  area: 'findings',
  words: {
    Kanarienbefund: office,
    Kanarienschweigen: office,
    Kanarienschwerpunkt: office,
    Kanarienvorschlag: decidesToo,
    Kanarienempfehlung: office,
    Kanarienbeschluss: decidesToo,
    Kanarienbedarf: office,
    ...prioritisationWords,
  },
  plant: async (world) => {
    const { planner } = world.somebody;
    const draft = await madeFinding(world);
    const wish = { dimension: 'ORGANISATION', id: world.organisationId, wanted: 3 };
    await planner.put('/api/coverage/wishes', Object.assign(new WantVoices(), wish));
    const confirmed = await madeFinding(world, 'Kanarienbefund bestätigt');
    await moveFinding(planner, confirmed, 'confirm');
    const [draftPriority, proposed] = [await madePriority(world), await madePriority(world)];
    await changePriority(planner, proposed.id, { title: 'Kanarienvorschlag' });
    await movePriority(planner, proposed.id, 'propose');
    const [draftRecommendation, submitted] = [
      await madeRecommendation(world),
      await madeRecommendation(world),
    ];
    await changeRecommendation(planner, submitted.id, { wording: 'Kanarienbeschluss' });
    await moveRecommendation(planner, submitted.id, 'submit');
    return {
      finding: [{ id: draft }, { id: confirmed }],
      priority: [{ id: draftPriority.id }, { id: proposed.id }],
      recommendation: [{ id: draftRecommendation.id }, { id: submitted.id }],
      'need-statement': [await madeNeed(world)],
      ...(await plantPrioritisations(world)),
    };
  },
  operations: {
    ...prioritisationOperations,
    'GET /api/findings': reads(),
    'GET /api/findings/{id}': reads('finding'),
    'POST /api/findings': changed(undefined, async (world) => ({
      body: Object.assign(new CreateFinding(), { statement: 'Eingeschlichen', fieldId: fieldOf(world) }),
    })),
    'PUT /api/findings/{id}': changed('finding', async (world) => ({
      path: { id: await madeFinding(world) },
      version: 1,
      body: Object.assign(new SaveFinding(), { statement: 'Eingeschlichen', fieldId: fieldOf(world) }),
    })),
    'POST /api/findings/{id}/evidence': changed('finding', async (world) => ({
      path: { id: await madeFinding(world) },
      body: Object.assign(new AddEvidence(), { silence: 'Eingeschlichen' }),
    })),
    'DELETE /api/findings/{id}/evidence/{evidenceId}': changed('finding', async (world) => {
      const id = await madeFinding(world);
      const { evidence } = await findingView(world.somebody.planner, id);
      return { path: { id, evidenceId: evidence[0]?.id ?? '' } };
    }),
    'POST /api/findings/{id}/evidence/{evidenceId}/accept': {
      ...changed('finding', async (world) => {
        const id = await madeFinding(world);
        const { evidence } = await findingView(world.somebody.planner, id);
        return { path: { id, evidenceId: evidence[0]?.id ?? '' } };
      }),
      // Silence never changes; what does is tried in trusted-links.http.spec.ts.
      refusedAs: 'link-up-to-date',
    },
    'POST /api/findings/{id}/{move}': changed('finding', async (world) => ({
      path: { id: await madeFinding(world), move: 'confirm' },
      version: 1,
      body: new MoveWithReason(),
    })),
    'GET /api/priorities': reads(),
    'GET /api/priorities/{id}': reads('priority'),
    'POST /api/priorities': changed(undefined, async (world) => ({ body: savedPriority(world) })),
    'PUT /api/priorities/{id}': changed('priority', async (world) => ({
      path: { id: (await madePriority(world)).id },
      version: 1,
      body: savedPriority(world),
    })),
    'POST /api/priorities/{id}/findings/{findingId}/accept': changed('priority', async (world) => {
      const { id, findingId } = await madePriority(world);
      await changeFinding(world.somebody.planner, findingId, { statement: 'Kanarienbefund geändert' });
      return { path: { id, findingId } };
    }),
    'POST /api/priorities/{id}/{move}': changed('priority', async (world) => ({
      path: { id: (await madePriority(world)).id, move: 'propose' },
      version: 1,
      body: new MoveWithReason(),
    })),
    'GET /api/recommendations': reads(),
    'GET /api/recommendations/export.csv': reads(),
    'GET /api/recommendations/{id}': reads('recommendation'),
    'POST /api/recommendations': changed(undefined, async (world) => {
      const { id } = await madePriority(world);
      return {
        body: Object.assign(new SaveRecommendation(), {
          wording: 'Eingeschlichen',
          year: 2026,
          fieldId: fieldOf(world),
          priorityIds: [id],
        }),
      };
    }),
    'PUT /api/recommendations/{id}': changed('recommendation', async (world) => {
      const { id, priorityId } = await madeRecommendation(world);
      const facts = { wording: 'Anders', year: 2026, fieldId: fieldOf(world), priorityIds: [priorityId] };
      return { path: { id }, version: 1, body: Object.assign(new SaveRecommendation(), facts) };
    }),
    'POST /api/recommendations/{id}/priorities/{priorityId}/accept': changed(
      'recommendation',
      async (world) => {
        const { id, priorityId } = await madeRecommendation(world);
        await changePriority(world.somebody.planner, priorityId, { title: 'Kanarienschwerpunkt geändert' });
        return { path: { id, priorityId } };
      },
    ),
    'POST /api/recommendations/{id}/decisions': changed('recommendation', async (world) => {
      const { id } = await madeRecommendation(world);
      const { version } = await moveRecommendation(world.somebody.planner, id, 'submit');
      const facts = { bodyName: 'Kreistag', decidedOn: '2026-03-12', result: 'ACCEPTED' };
      return { path: { id }, version, body: Object.assign(new SaveDecision(), facts) };
    }),
    'POST /api/recommendations/{id}/decisions/{decisionId}/remove': changed(
      'recommendation',
      async (world) => {
        const { id, decisionId, version } = await decided(world);
        return { path: { id, decisionId }, version };
      },
    ),
    'POST /api/recommendations/{id}/decisions/{decisionId}/accept': changed(
      'recommendation',
      async (world) => {
        const { id, decisionId } = await decided(world);
        await changeRecommendation(world.somebody.planner, id, { wording: 'Kanarienempfehlung geändert' });
        return { path: { id, decisionId } };
      },
    ),
    'POST /api/recommendations/{id}/{move}': changed('recommendation', async (world) => {
      const { id } = await madeRecommendation(world);
      const { version } = await recommendationView(world.somebody.planner, id);
      return { path: { id, move: 'submit' }, version, body: new MoveWithReason() };
    }),
    'GET /api/need-statements': reads(),
    'POST /api/need-statements': changed(undefined, async (world) => ({
      body: Object.assign(new CreateNeedStatement(), need(), {
        fieldId: fieldOf(world),
        planningAreaId: await planningArea(world.somebody.planner, world.fresh('Raum')),
      }),
    })),
    'PUT /api/need-statements/{id}': changed('need-statement', async (world) => ({
      path: await madeNeed(world),
      version: 1,
      body: Object.assign(need(), {
        planningAreaId: await planningArea(world.somebody.planner, world.fresh('Raum')),
      }),
    })),
    'DELETE /api/need-statements/{id}': changed('need-statement', async (world) => ({
      path: await madeNeed(world),
    })),
    'GET /api/coverage': reads(),
    'PUT /api/coverage/wishes': changed(undefined, async (world) => ({
      body: Object.assign(new WantVoices(), {
        dimension: 'PLANNING_AREA',
        id: await planningArea(world.somebody.planner, world.fresh('Raum')),
      }),
    })),
    'GET /api/loose-ends': reads(),
  },
};
