import type { NewCalendarFeedView } from '@runder-tisch/domain/meetings';
import {
  AddCalendarFeed,
  JudgeSlots,
  PlanSeries,
  ProposedSlot,
  SaveSeriesRule,
} from '@runder-tisch/domain/meetings/year/year-requests';
import { meetingPlan } from '@runder-tisch/scenario/meetings';
import { type Canary, type Declaration, everybodySignedIn, type ForeignWorld, reads } from '../../canary';

/** An address of the foreign coordinator, for their network. */
export async function feed({ coordinator, networkId }: ForeignWorld): Promise<Canary> {
  const { id, address } = await coordinator.post<NewCalendarFeedView>(
    '/api/calendar/feeds',
    Object.assign(new AddCalendarFeed(), { networkId }),
  );
  return { id, file: new URL(address).pathname.split('/').at(-1) ?? '' };
}

const series = ({ networkId }: ForeignWorld): PlanSeries =>
  Object.assign(new PlanSeries(), {
    plan: meetingPlan({ title: 'Eingeschlichen', networkId, day: '2025-06-04' }),
    rule: Object.assign(new SaveSeriesRule(), { rhythm: 'WEEKS', every: 2, untilDay: '2025-07-02' }),
    days: ['2025-06-04', '2025-06-18'],
    fixed: true,
  });

const slots = ({ networkId }: ForeignWorld): JudgeSlots =>
  Object.assign(new JudgeSlots(), {
    slots: [Object.assign(new ProposedSlot(), { day: '2025-06-04', startTime: '14:00', endTime: '16:00' })],
    networkId,
  });

export const calendarOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/calendar': reads(null, { from: '2025-01-01', to: '2025-12-31' }),
  'POST /api/calendar/slots': {
    may: ['planner', 'coordinator'],
    owner: null,
    given: async (world) => ({ body: slots(world) }),
  },
  'POST /api/meetings/series': {
    may: ['planner'],
    owner: 'coordinator',
    given: async (world) => ({ body: series(world) }),
  },
  'GET /api/calendar/feeds': reads(),
  'POST /api/calendar/feeds': {
    may: everybodySignedIn,
    owner: null,
    given: async () => ({ body: new AddCalendarFeed() }),
  },
  'DELETE /api/calendar/feeds/{id}': {
    may: [],
    owner: 'coordinator',
    of: 'calendar-feed',
    given: async (world) => ({ path: { id: (await feed(world))['id'] ?? '' } }),
  },
  'GET /kalender/{file}': { alone: 'the secret in the address is all there is; its own spec tries others' },
};
