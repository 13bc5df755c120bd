import type { EvaluationView } from '@runder-tisch/domain/measures/evaluation';
import {
  ConcludeEvaluation,
  SaveEvaluationGoal,
  SeeEvaluationValue,
} from '@runder-tisch/domain/measures/evaluation/evaluation-requests';
import type { Client } from './client';

export function evaluationView(client: Client, measureId: string): Promise<EvaluationView> {
  return client.get<EvaluationView>(`/api/measures/${measureId}/evaluation`);
}

/** One more thing to look at: from 84 days to 42 unless said otherwise. */
export async function evaluationGoal(
  client: Client,
  measureId: string,
  facts: Partial<SaveEvaluationGoal> = {},
): Promise<EvaluationView> {
  const request = Object.assign(
    new SaveEvaluationGoal(),
    {
      title: 'Wartezeit auf den ersten Termin',
      unit: 'Tage',
      baseline: 84,
      baselineOn: '2025-01-01',
      baselineSource: 'Statistik der Beratungsstelle',
      target: 42,
      targetOn: '2026-12-31',
    },
    facts,
  );
  const { version } = await evaluationView(client, measureId);
  return client.post<EvaluationView>(`/api/measures/${measureId}/evaluation/goals`, request, version);
}

/** A value of the goal with this title; without one of the first. */
export async function seenValue(
  client: Client,
  measureId: string,
  facts: Partial<SeeEvaluationValue> & { seenOn: string; value: number },
  title?: string,
): Promise<EvaluationView> {
  const { version, goals } = await evaluationView(client, measureId);
  const goal = goals.find((it) => it.title === title) ?? goals[0];
  const request = Object.assign(new SeeEvaluationValue(), { source: 'Statistik der Beratungsstelle' }, facts);
  return client.put<EvaluationView>(
    `/api/measures/${measureId}/evaluation/goals/${goal?.id}/values`,
    request,
    version,
  );
}

/** With a day it counts as evaluated. */
export async function concluded(
  client: Client,
  measureId: string,
  facts: Partial<ConcludeEvaluation>,
): Promise<EvaluationView> {
  const { version } = await evaluationView(client, measureId);
  const request = Object.assign(new ConcludeEvaluation(), facts);
  return client.put<EvaluationView>(`/api/measures/${measureId}/evaluation`, request, version);
}
