import type { Contribution } from '../contribution';

export const remindersContribution: Contribution = {
  deviceKeeper: () => import('./recent-pages').then((file) => file.recentPagesKeeper),
};
