import type { Page } from '@runder-tisch/domain/lists';
import type { ConsolidationSubject, ConsolidationView, CriterionView } from '@runder-tisch/domain/structure';
import {
  SaveConsolidationCheck,
  SaveCriterion,
} from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import type { Client } from './client';

/** Where the checks of something are asked and kept. */
export function checksOf(subject: ConsolidationSubject, id = ''): string {
  const of = { NETWORK: `networks/${id}`, FORMAT: `formats/${id}`, PLANNING: 'planning' };
  return `/api/consolidation/${of[subject]}`;
}

export function consolidation(
  client: Client,
  subject: ConsolidationSubject,
  id = '',
): Promise<ConsolidationView> {
  return client.get<ConsolidationView>(checksOf(subject, id));
}

/**
 * A check of that day with answers by the beginning of a criterion's name; what is not named is met, with a reason where
 * one is owed: `await consolidationCheck(planner, 'NETWORK', id, '2026-11-23', { Ergebnisse: [false, 'noch keine'] })`.
 */
export async function consolidationCheck(
  client: Client,
  subject: ConsolidationSubject,
  id: string,
  checkedOn: string,
  answers: Readonly<Record<string, readonly [met: boolean, reason: string]>> = {},
): Promise<string> {
  const { proposals } = await consolidation(client, subject, id);
  const request = Object.assign(new SaveConsolidationCheck(), {
    checkedOn,
    answers: proposals.map(({ criterionId, name }) => {
      const named = Object.entries(answers).find(([beginning]) => name.startsWith(beginning))?.[1];
      const [met, reason] = named ?? [true, 'Liegt schriftlich vor'];
      return { criterionId, met, reason };
    }),
  });
  return (await client.post<{ id: string }>(checksOf(subject, id), request)).id;
}

export async function criterion(
  client: Client,
  facts: Partial<SaveCriterion> & { name: string },
): Promise<string> {
  const request = Object.assign(new SaveCriterion(), facts);
  return (await client.post<{ id: string }>('/api/consolidation-criteria', request)).id;
}

export async function criteria(client: Client): Promise<CriterionView[]> {
  return (await client.get<Page<CriterionView>>('/api/consolidation-criteria')).items;
}
