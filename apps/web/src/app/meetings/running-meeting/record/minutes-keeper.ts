import type { DeviceKeeper } from '../../../contribution';
import { CLOCK_KEY } from '../item-clock';
import { deviceStore } from './device-store';

/** What running meetings keep in this browser, for whoever signs out or in. */
export const minutesKeeper: DeviceKeeper = {
  unsent: async (accountId) =>
    (await deviceStore.unsent(accountId)).map(({ meetingId, count }) => ({
      count,
      page: ['/termine', meetingId, 'sitzung'],
    })),
  forgetRead: (accountId) => deviceStore.forgetPictures(accountId),
  clear: async (accountId) => {
    await deviceStore.clear(accountId).catch(() => undefined);
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(CLOCK_KEY)) localStorage.removeItem(key);
    }
  },
};
