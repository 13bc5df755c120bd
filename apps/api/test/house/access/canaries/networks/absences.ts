import { type Declaration, type ForeignWorld, reads } from '../../canary';

/** Two in a time to come, for the merge of people. */
export async function plantAbsences({ coordinator, somebody }: ForeignWorld): Promise<void> {
  const other = somebody.coordinator;
  for (const [client, deputy] of [
    [coordinator, other],
    [other, coordinator],
  ] as const)
    await client.post('/api/absences', { personId: null, deputyPersonId: deputy.personId, ...days() });
}

/** Entered by whoever is away, and by administrators for anybody. */
export const absenceOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/absences': reads(),
  'POST /api/absences': {
    may: ['admin'],
    owner: 'coordinator',
    given: async ({ coordinator, somebody }: ForeignWorld) => ({
      body: { personId: coordinator.personId, deputyPersonId: somebody.coordinator.personId, ...days() },
    }),
  },
  'POST /api/absences/{id}/end': {
    may: ['admin'],
    owner: 'coordinator',
    given: async ({ coordinator, somebody }: ForeignWorld) => {
      const { id } = await coordinator.post<{ id: string }>('/api/absences', {
        personId: null,
        deputyPersonId: somebody.coordinator.personId,
        ...days(),
      });
      return { path: { id } };
    },
  },
};

let weeks = 0;

/** A time nobody has entered yet. */
function days(): { fromDay: string; toDay: string } {
  weeks += 1;
  const year = 2030 + weeks;
  return { fromDay: `${year}-07-01`, toDay: `${year}-07-14` };
}
