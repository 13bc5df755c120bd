import type { TabLink } from '@runder-tisch/ui/layout';

/** The cycle that runs, what is one's own to do in it, and the plan it is made from. */
export const cycleTabs: readonly TabLink[] = [
  { label: 'Zyklus', link: '/planung/zyklus' },
  { label: 'Meine Schritte', link: '/planung/meine-schritte' },
  { label: 'Bauplan', link: '/planung/bauplan' },
];
