import type { ActorAnalysisView, ActorEntryView } from '@runder-tisch/domain/cycles';
import {
  AddOrganisations,
  SaveActorEntry,
  SaveTypedGap,
} from '@runder-tisch/domain/cycles/actors/actor-analysis-requests';
import type { Client } from '../client';

const at = (cycleId: string) => `/api/actor-analyses/${cycleId}`;

export function actorAnalysis(client: Client, cycleId: string): Promise<ActorAnalysisView> {
  return client.get<ActorAnalysisView>(at(cycleId));
}

/** Organisations of the register, to be judged afterwards. */
export function addActors(
  client: Client,
  cycleId: string,
  organisationIds: string[],
): Promise<ActorAnalysisView> {
  const request = Object.assign(new AddOrganisations(), { organisationIds });
  return client.post<ActorAnalysisView>(`${at(cycleId)}/organisations`, request);
}

/** `addActor(planner, cycleId, { name: 'Alleinerziehende', influence: 1, affectedness: 3, part: 'HEARD' })` */
export function addActor(
  client: Client,
  cycleId: string,
  facts: Partial<SaveActorEntry>,
): Promise<ActorAnalysisView> {
  return client.post<ActorAnalysisView>(`${at(cycleId)}/entries`, Object.assign(new SaveActorEntry(), facts));
}

/** The row of this name, as it stands with these changes. */
export async function judgeActor(
  client: Client,
  cycleId: string,
  name: string,
  changes: Partial<SaveActorEntry>,
): Promise<ActorAnalysisView> {
  const entry = actorNamed(await actorAnalysis(client, cycleId), name);
  const request = Object.assign(asEntry(entry), changes);
  return client.put<ActorAnalysisView>(`${at(cycleId)}/entries/${entry.id}`, request, entry.version);
}

export function addActorGap(
  client: Client,
  cycleId: string,
  gap: string,
  remedy = '',
): Promise<ActorAnalysisView> {
  const request = Object.assign(new SaveTypedGap(), { gap, remedy });
  return client.post<ActorAnalysisView>(`${at(cycleId)}/gaps`, request);
}

export function actorNamed({ entries }: ActorAnalysisView, name: string): ActorEntryView {
  const found = entries.find((it) => it.name === name);
  if (!found) throw new Error(`No actor ${name}.`);
  return found;
}

export function asEntry(entry: ActorEntryView): SaveActorEntry {
  const { organisation, influence, affectedness, part, field, targetGroup, municipality, note } = entry;
  return Object.assign(new SaveActorEntry(), {
    ...{ influence, affectedness, part, note },
    organisationId: organisation?.id ?? null,
    name: organisation ? '' : entry.name,
    fieldId: field?.id ?? null,
    targetGroupId: targetGroup?.id ?? null,
    municipalityId: municipality?.id ?? null,
  });
}
