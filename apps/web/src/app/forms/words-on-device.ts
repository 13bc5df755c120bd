import type { DeviceKeeper } from '../contribution';
import { wordsStore } from './words-store';

/** What forms keep in this browser, for whoever signs out or in. */
export const wordsOnDevice: DeviceKeeper = {
  unsent: async (accountId) => {
    const kept = await wordsStore.all(accountId);
    return [...Map.groupBy(kept, ({ page }) => page)].map(([page, { length: count }]) => ({
      count,
      page: [page],
    }));
  },
  forgetRead: () => Promise.resolve(),
  clear: (accountId) => wordsStore.clear(accountId),
};
