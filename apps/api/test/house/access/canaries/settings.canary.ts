import type { SettingsView } from '@runder-tisch/domain/settings';
import { SaveSettings, SaveTextBlock } from '@runder-tisch/domain/settings/settings-requests';
import { systemViewer } from '../../../../src/access/viewer';
import { Database } from '../../../../src/database/database';
import { Settings } from '../../../../src/settings/settings';
import { type AreaCanaries, office, reads } from '../canary';
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
