import type {
  MatrixOverview,
  MatrixStep,
  MatrixStepCounts,
  MatrixView,
} from '@runder-tisch/domain/measures/matrix';
import type { MatrixOverviewQuery, MatrixQuery } from '@runder-tisch/domain/measures/matrix/matrix-requests';
import type { Client } from './client';

/** `await matrixView(planner, { step: 'FINDING_PRIORITY', fieldId })` */
export function matrixView(client: Client, query: Partial<MatrixQuery>): Promise<MatrixView> {
  return client.get<MatrixView>(`/api/trace-matrix?${asQuery(query)}`);
}

export async function matrixCounts(
  client: Client,
  step: MatrixStep,
  query: Partial<MatrixOverviewQuery> = {},
): Promise<MatrixStepCounts | undefined> {
  const { steps } = await client.get<MatrixOverview>(`/api/trace-matrix/overview?${asQuery(query)}`);
  return steps.find((it) => it.step === step);
}

function asQuery(query: object): string {
  return new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
}
