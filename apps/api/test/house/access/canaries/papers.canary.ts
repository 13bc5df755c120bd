import {
  AddAgendaTopic,
  MovePaper,
  SaveConsultation,
  SaveConsultationResult,
  SavePaper,
  ScheduleConsultation,
} from '@runder-tisch/domain/papers/papers-requests';
import {
  MoveControl,
  NameResponsible,
  SaveControl,
} from '@runder-tisch/domain/papers/control/control-requests';
import { finding } from '@runder-tisch/scenario/findings';
import { changeControl, control } from '@runder-tisch/scenario/council/controls';
import { committee } from '@runder-tisch/scenario/lists';
import { meeting, staffMeeting } from '@runder-tisch/scenario/meetings';
import {
  agendaTopic,
  consultation,
  enterResult,
  paper,
  paperView,
  schedule,
  submittedPaper,
} from '@runder-tisch/scenario/council/papers';
import { type AreaCanaries, type ForeignWorld, office, reads, readsFile, type Write } from '../canary';

const saved = (world: ForeignWorld): SavePaper =>
  Object.assign(new SavePaper(), { title: world.fresh('Eingeschlichen') });

const changed = (given: Write['given'], more: Partial<Write> = {}): Write => ({
  may: ['planner'],
  owner: null,
  given,
  ...more,
});
const ofPaper = (given: Write['given']): Write => changed(given, { of: 'paper' });
const ofConsultation = (given: Write['given']): Write => changed(given, { of: 'consultation' });

const ofControl = (given: Write['given']): Write => changed(given, { of: 'control' });

const body = (world: ForeignWorld): Promise<string> =>
  committee(world.somebody.planner, { name: world.fresh('Gremium') });

/** Not public, so that nobody but the office sees it. */
async function before(
  world: ForeignWorld,
  committeeId?: string,
): Promise<{ id: string } & { paperId: string; version: number }> {
  const facts = {
    title: world.fresh('Kanarienvorlage'),
    proposal: 'Kanarienbeschlussvorschlag',
    confidential: true,
  };
  const it = await submittedPaper(world.somebody.planner, facts, [committeeId ?? (await body(world))]);
  const [only] = it.consultations;
  if (!only) throw new Error('The paper has no consultation.');
  return { id: only.id, version: only.version, paperId: it.id };
}

async function session(world: ForeignWorld, committeeId: string): Promise<string> {
  return meeting(world.somebody.planner, {
    type: 'COMMITTEE',
    title: world.fresh('Kanariensitzung'),
    committeeId,
    day: '2026-12-10',
    agenda: ['Kanarienpunkt'],
  });
}

async function onAgenda(
  world: ForeignWorld,
): Promise<{ id: string } & { paperId: string; version: number; meetingId: string }> {
  const committeeId = await body(world);
  const it = await before(world, committeeId);
  const meetingId = await session(world, committeeId);
  const { version } = await scheduled(world, it, meetingId);
  return { ...it, version, meetingId };
}

async function scheduled(world: ForeignWorld, it: { id: string; version: number }, meetingId: string) {
  const { consultations } = await schedule(world.somebody.planner, it, meetingId);
  return { version: consultations[0]?.version ?? 0 };
}

async function decided(
  world: ForeignWorld,
  committeeId?: string,
): Promise<{ id: string } & { version: number }> {
  const it = await before(world, committeeId);
  const facts = { decidedOn: '2025-01-01', resolutionNumber: 'K-1' };
  const { consultations } = await enterResult(world.somebody.planner, it, facts);
  return { id: it.id, version: consultations[0]?.version ?? 0 };
}

/** A Befund that may stand on an agenda, and the item for it. */
async function point(world: ForeignWorld): Promise<{ id: string; topic: AddAgendaTopic }> {
  const { planner } = world.somebody;
  const id = await session(world, await body(world));
  const fieldId = String(world.the('field-of-action')['id']);
  const objectId = await finding(planner, { statement: 'Kanarienbefund', fieldId });
  const agendaItemId = (await staffMeeting(planner, id)).agenda[0]?.id ?? '';
  return { id, topic: Object.assign(new AddAgendaTopic(), { agendaItemId, kind: 'finding', objectId }) };
}

/** Its resolution under control, as is nobody's business outside of the body. */
async function controlled(world: ForeignWorld): Promise<{ id: string }> {
  const { id } = await decided(world, String(world.the('committee')['id']));
  const controlId = await control(world.somebody.planner, id);
  await changeControl(world.somebody.planner, controlId, { unit: 'Kanarienamt', dueOn: '2025-06-30' });
  return { id: controlId };
}

export const papersCanaries: AreaCanaries = {
  area: 'papers',
  words: { Kanarienvorlage: office, Kanarienbeschlussvorschlag: office, Kanarienamt: office },
  plant: async (world) => {
    const draft = await paper(world.somebody.planner, { title: 'Kanarienvorlage' });
    const [there, over, scheduledOne] = [await before(world), await decided(world), await onAgenda(world)];
    return {
      paper: [{ id: draft }, { id: String(there.paperId) }],
      consultation: [there, over, scheduledOne].map(({ id }) => ({ id })),
      control: [await controlled(world)],
    };
  },
  operations: {
    'GET /api/papers': reads(),
    'GET /api/papers/{id}': reads('paper'),
    'GET /api/agenda-choices': reads(null, { kind: 'finding' }),
    'GET /api/meetings/{id}/matters': reads('meeting'),
    'POST /api/papers': changed(async (world) => ({ body: saved(world) })),
    'PUT /api/papers/{id}': ofPaper(async (world) => ({
      path: { id: await paper(world.somebody.planner, { title: world.fresh('Vorlage') }) },
      version: 1,
      body: saved(world),
    })),
    'POST /api/papers/{id}/consultations': ofPaper(async (world) => ({
      path: { id: await paper(world.somebody.planner, { title: world.fresh('Vorlage') }) },
      body: Object.assign(new SaveConsultation(), { committeeId: await body(world) }),
    })),
    'POST /api/papers/{id}/{move}': ofPaper(async (world) => {
      const { paperId } = await before(world);
      const { version } = await paperView(world.somebody.planner, paperId);
      return { path: { id: paperId, move: 'revise' }, version, body: new MovePaper() };
    }),
    'PUT /api/consultations/{id}': ofConsultation(async (world) => {
      const paperId = await paper(world.somebody.planner, { title: world.fresh('Vorlage') });
      const id = await consultation(world.somebody.planner, paperId, await body(world));
      const request = Object.assign(new SaveConsultation(), { committeeId: await body(world) });
      return { path: { id }, version: 1, body: request };
    }),
    'DELETE /api/consultations/{id}': ofConsultation(async (world) => {
      const paperId = await paper(world.somebody.planner, { title: world.fresh('Vorlage') });
      return {
        path: { id: await consultation(world.somebody.planner, paperId, await body(world)) },
        version: 1,
      };
    }),
    'POST /api/consultations/{id}/schedule': ofConsultation(async (world) => {
      const committeeId = await body(world);
      const { id, version } = await before(world, committeeId);
      const request = { meetingId: await session(world, committeeId) };
      return { path: { id }, version, body: Object.assign(new ScheduleConsultation(), request) };
    }),
    'POST /api/consultations/{id}/unschedule': ofConsultation(async (world) => {
      const { id, version } = await onAgenda(world);
      return { path: { id }, version };
    }),
    'POST /api/consultations/{id}/result': ofConsultation(async (world) => {
      const { id, version } = await before(world);
      const facts = { result: 'DEFERRED', decidedOn: '2025-01-01' };
      return { path: { id }, version, body: Object.assign(new SaveConsultationResult(), facts) };
    }),
    'POST /api/consultations/{id}/take-back': ofConsultation(async (world) => {
      const { id, version } = await decided(world);
      return { path: { id }, version };
    }),
    'POST /api/consultations/{id}/control': ofConsultation(async (world) => ({
      path: { id: (await decided(world)).id },
    })),
    'GET /api/controls': reads(),
    'GET /api/controls/export.xlsx': { reads: null, openTo: [...office, 'reader'] },
    'GET /api/controls/units': reads(),
    'GET /api/controls/people': reads(),
    'GET /api/controls/{id}': reads('control'),
    'GET /api/committees/{id}/control': reads('committee'),
    'GET /api/committees/{id}/control.pdf': readsFile('committee', [...office, 'reader']),
    'PUT /api/controls/{id}': ofControl(async (world) => ({
      path: await controlled(world),
      version: 2,
      body: Object.assign(new SaveControl(), { unit: world.fresh('Eingeschlichen') }),
    })),
    'DELETE /api/controls/{id}': ofControl(async (world) => ({
      path: { id: await control(world.somebody.planner, (await decided(world)).id) },
      version: 1,
    })),
    'POST /api/controls/{id}/take': ofControl(async (world) => ({
      path: await controlled(world),
      version: 2,
    })),
    'POST /api/controls/{id}/responsible': ofControl(async (world) => ({
      path: await controlled(world),
      version: 2,
      body: new NameResponsible(),
    })),
    'POST /api/controls/{id}/{move}': ofControl(async (world) => ({
      path: { ...(await controlled(world)), move: 'begin' },
      version: 2,
      body: new MoveControl(),
    })),
    'POST /api/meetings/{id}/matters': changed(async (world) => {
      const { id, topic } = await point(world);
      return { path: { id }, body: topic };
    }),
    'DELETE /api/meetings/{id}/matters/{topicId}': changed(async (world) => {
      const { id, topic } = await point(world);
      return { path: { id, topicId: await agendaTopic(world.somebody.planner, id, topic) } };
    }),
  },
};
