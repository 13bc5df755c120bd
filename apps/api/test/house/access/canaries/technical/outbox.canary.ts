import type { Page } from '@runder-tisch/domain/lists';
import type { OutboxDispatch, OutboxListItem } from '@runder-tisch/domain/outbox';
import { type AreaCanaries, type Read, reads } from '../../canary';

/** Where no mail server is, the mailbox of the administration is where every mail ends. */
const mail: Read = { reads: 'mail', shows: ['admin'] };

/** Planted last: the mails are those the objects of the areas brought about. */
export const outboxCanaries: AreaCanaries = {
  area: 'outbox',
  words: {},
  plant: async ({ somebody }) => {
    const { items } = await somebody.admin.get<Page<OutboxListItem>>(
      '/api/outbox?search=kanarienpost&limit=100',
    );
    const dispatches = await somebody.admin.get<Page<OutboxDispatch>>(
      '/api/outbox/dispatches?search=kanarienpost&limit=100',
    );
    return {
      mail: items.map(({ id }) => ({ id })),
      dispatch: dispatches.items.map(({ id }) => ({ id })),
    };
  },
  operations: {
    'GET /api/outbox': reads(),
    'GET /api/outbox/dispatches': reads(),
    'GET /api/outbox/dispatches/{id}': { reads: 'dispatch', shows: ['admin'] },
    'POST /api/outbox/trial': { may: ['admin'], owner: null, given: () => Promise.resolve({}) },
    'GET /api/outbox/{id}': mail,
    'GET /api/outbox/{id}/page': mail,
  },
};
