import type { SettingsView } from '@runder-tisch/domain/settings';
import {
  AddCalendarPeriods,
  SaveCalendarPeriod,
} from '@runder-tisch/domain/settings/calendar-period-requests';
import { SaveSettings, SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import { systemViewer } from '../../../../src/access/viewer';
import { Database } from '../../../../src/database/database';
import { Settings } from '../../../../src/settings/settings';
import { type AreaCanaries, type ForeignWorld, office, reads } from '../canary';
import { keptList } from '../kept-list';

/** One red pixel as PNG. */
const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

const county = Object.assign(new SaveSettings(), {
  countyName: 'Landkreis',
  senderName: 'Sozialplanung',
  senderAddress: 'planung@landkreis.test',
  replyAddress: 'planung@landkreis.test',
});

const period = (name: string): SaveCalendarPeriod =>
  Object.assign(new SaveCalendarPeriod(), {
    ...{ kind: 'SITTING_WEEK', name, fromDay: '2025-03-10', toDay: '2025-03-14' },
  });

async function keptPeriod({ somebody, fresh }: ForeignWorld): Promise<string> {
  const request = Object.assign(new AddCalendarPeriods(), { periods: [period(fresh('Woche'))] });
  const { ids } = await somebody.planner.post<{ ids: string[] }>('/api/calendar-periods', request);
  return ids[0] ?? '';
}

export const settingsCanaries: AreaCanaries = {
  area: 'settings',
  words: { Kanarienbaustein: office },
  plant: async ({ app, somebody }) => {
    await app.get(Database).write(systemViewer, 'test.settings', (tx) => app.get(Settings).begin(tx, county));
    const block = Object.assign(new SaveTextBlock(), { name: 'Kanarienbaustein', text: 'Vielen Dank.' });
    const { id } = await somebody.planner.post<{ id: string }>('/api/text-blocks', block);
    return { 'text-block': [{ id }] };
  },
  operations: {
    ...keptList({
      path: 'text-blocks',
      kind: 'text-block',
      may: ['admin', 'planner'],
      entry: (name) => Object.assign(new SaveTextBlock(), { name, text: 'Vielen Dank.' }),
    }),
    // When schools are closed and committees sit is no secret: everybody signed in reads it in the calendar.
    'GET /api/calendar-periods': reads(),
    'GET /api/calendar-periods/holidays': reads(),
    'POST /api/calendar-periods': {
      may: ['admin', 'planner'],
      owner: null,
      given: async ({ fresh }) => ({
        body: Object.assign(new AddCalendarPeriods(), { periods: [period(fresh('Woche'))] }),
      }),
    },
    'PUT /api/calendar-periods/{id}': {
      may: ['admin', 'planner'],
      owner: null,
      given: async (world) => ({
        path: { id: await keptPeriod(world) },
        version: 1,
        body: period(world.fresh('Woche')),
      }),
    },
    'DELETE /api/calendar-periods/{id}': {
      may: ['admin', 'planner'],
      owner: null,
      given: async (world) => ({ path: { id: await keptPeriod(world) } }),
    },
    'GET /api/settings': reads(),
    'PUT /api/settings': {
      may: ['admin'],
      owner: null,
      given: async ({ somebody }) => {
        const { version } = await somebody.admin.get<SettingsView>('/api/settings');
        return { version, body: county };
      },
    },
    'PUT /api/settings/logo': { may: ['admin'], owner: null, given: async () => ({ bytes: LOGO }) },
    'DELETE /api/settings/logo': { may: ['admin'], owner: null, given: async () => ({}) },
    'GET /logo': { alone: 'the mark of the county stands on every public page' },
    'GET /impressum': reads(),
    'GET /datenschutz': reads(),
    'GET /barrierefreiheit': reads(),
  },
};
