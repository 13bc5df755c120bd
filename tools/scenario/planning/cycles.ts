import type {
  CycleMove,
  CycleView,
  MethodNoteItem,
  MethodNoteView,
  StepActorView,
  StepListItem,
  StepMove,
  StepView,
  TemplateListItem,
  TemplatePhaseView,
  TemplateView,
} from '@runder-tisch/domain/cycles';
import { BeginCycle, SaveCycle } from '@runder-tisch/domain/cycles/cycles/cycle-requests';
import { SaveStep, type StepActorInput } from '@runder-tisch/domain/cycles/steps/step-requests';
import {
  SaveTemplate,
  type TemplatePhaseInput,
} from '@runder-tisch/domain/cycles/templates/template-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { Client } from '../client';

/** The versions of the Bauplan, the newest first. */
export async function templates(client: Client): Promise<TemplateListItem[]> {
  return (await client.get<Page<TemplateListItem>>('/api/process-templates')).items;
}

/** The newest one that cycles are made from. */
export async function releasedTemplate(client: Client): Promise<TemplateView> {
  const found = (await templates(client)).find(({ state }) => state === 'RELEASED');
  if (!found) throw new Error('No version of the Bauplan is released.');
  return templateView(client, found.id);
}

export function templateView(client: Client, id: string): Promise<TemplateView> {
  return client.get<TemplateView>(`/api/process-templates/${id}`);
}

/** The draft of the next version: the one there is, or a new one. */
export async function templateDraft(client: Client): Promise<TemplateView> {
  const all = await templates(client);
  const draft = all.find(({ state }) => state === 'DRAFT');
  if (draft) return templateView(client, draft.id);
  const basedOnId = all[0]?.id ?? '';
  const { id } = await client.post<{ id: string }>('/api/process-templates', { basedOnId });
  return templateView(client, id);
}

export function saveTemplate(client: Client, template: TemplateView): Promise<TemplateView> {
  const { id, version } = template;
  return client.put<TemplateView>(`/api/process-templates/${id}`, templateRequest(template), version);
}

/** What the page would send of a version as it stands. */
export function templateRequest({ months, changeNote, phases }: TemplateView): SaveTemplate {
  return Object.assign(new SaveTemplate(), { changeNote, months, phases: phases.map(asInput) });
}

export function releaseTemplate(client: Client, { id, version }: TemplateView): Promise<TemplateView> {
  return client.post<TemplateView>(`/api/process-templates/${id}/release`, {}, version);
}

function asInput(phase: TemplatePhaseView): TemplatePhaseInput {
  return {
    ...phase,
    steps: phase.steps.map(({ methods, ...step }) => ({ ...step, methodIds: methods.map(({ id }) => id) })),
  };
}

export async function methodNotes(client: Client): Promise<MethodNoteItem[]> {
  return (await client.get<Page<MethodNoteItem>>('/api/method-notes')).items;
}

export async function methodNote(
  client: Client,
  title: string,
  text = 'So wird es gemacht.',
): Promise<string> {
  return (await client.post<{ id: string }>('/api/method-notes', { title, text })).id;
}

export function methodNoteView(client: Client, id: string): Promise<MethodNoteView> {
  return client.get<MethodNoteView>(`/api/method-notes/${id}`);
}

export async function releaseMethodNote(client: Client, id: string): Promise<MethodNoteView> {
  const { version } = await methodNoteView(client, id);
  return client.post<MethodNoteView>(`/api/method-notes/${id}/release`, {}, version);
}

/** `await cycle(planner, { beginsOn: '2024-01-01', endsOn: '2026-12-31' })`: out of the newest Bauplan. */
export async function cycle(client: Client, facts: Partial<BeginCycle> = {}): Promise<string> {
  const templateId = facts.templateId ?? (await releasedTemplate(client)).id;
  const request = Object.assign(new BeginCycle(), {
    name: 'Zyklus',
    beginsOn: '2024-01-01',
    endsOn: '2026-12-31',
    ...facts,
    templateId,
  });
  return (await client.post<{ id: string }>('/api/cycles', request)).id;
}

export function cycleView(client: Client, id: string): Promise<CycleView> {
  return client.get<CycleView>(`/api/cycles/${id}`);
}

/** Saves it as it is now with these changes. */
export async function changeCycle(
  client: Client,
  id: string,
  changes: Partial<SaveCycle>,
): Promise<CycleView> {
  const { version, ...now } = await cycleView(client, id);
  const request = Object.assign(new SaveCycle(), pick(now), changes);
  return client.put<CycleView>(`/api/cycles/${id}`, request, version);
}

function pick(view: Omit<CycleView, 'version'>): SaveCycle {
  const { name, beginsOn, endsOn, termName, termBeginsOn, termEndsOn, electionOn, planTitle, planAdoptedOn } =
    view;
  const { milestones } = view;
  return {
    ...{ name, beginsOn, endsOn, termName, termBeginsOn, termEndsOn, electionOn, planTitle, planAdoptedOn },
    milestones,
  };
}

/** `moveCycle(planner, id, 'collect', 'analyse')`: one verb after the other. */
export async function moveCycle(client: Client, id: string, ...moves: CycleMove[]): Promise<CycleView> {
  let now = await cycleView(client, id);
  for (const move of moves)
    now = await client.post<CycleView>(`/api/cycles/${id}/${move}`, { reason: 'Neue Lage' }, now.version);
  return now;
}

/** From preparation to Umsetzung. */
export const untilImplemented = [
  'collect',
  'analyse',
  'discuss',
  'prioritise',
  'draft',
  'decide',
  'submit',
  'implement',
] as const satisfies readonly CycleMove[];

/** `stepNamed(await cycleView(planner, id), '3.1')` */
export function stepNamed({ phases }: CycleView, number: string): StepListItem {
  const found = phases.flatMap(({ steps }) => steps).find((step) => step.number === number);
  if (!found) throw new Error(`No step ${number}.`);
  return found;
}

export function stepView(client: Client, id: string): Promise<StepView> {
  return client.get<StepView>(`/api/cycle-steps/${id}`);
}

export async function changeStep(client: Client, id: string, changes: Partial<SaveStep>): Promise<StepView> {
  const { version, dueOn, lead, responsible, actors } = await stepView(client, id);
  const request = Object.assign(
    new SaveStep(),
    { dueOn, lead, responsibleId: responsible?.id ?? null, actors: actors.map(asActor) },
    changes,
  );
  return client.put<StepView>(`/api/cycle-steps/${id}`, request, version);
}

export function asActor({ organisation, history: _, ...actor }: StepActorView): StepActorInput {
  return { ...actor, organisationId: organisation?.id ?? null };
}

export async function moveStep(
  client: Client,
  id: string,
  move: StepMove,
  reason = 'Darum',
): Promise<StepView> {
  const { version } = await stepView(client, id);
  return client.post<StepView>(`/api/cycle-steps/${id}/${move}`, { reason }, version);
}

/** Every open step is done. */
export async function finishSteps(client: Client, cycleId: string): Promise<void> {
  const { phases } = await cycleView(client, cycleId);
  for (const { id, state } of phases.flatMap(({ steps }) => steps))
    if (state === 'OPEN' || state === 'IN_PROGRESS') await moveStep(client, id, 'finish');
}
