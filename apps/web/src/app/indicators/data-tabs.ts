import type { TabLink } from '@runder-tisch/ui/layout';

/** What is observed, where it comes from, and why: the three pages beside each other. */
export const dataTabs: readonly TabLink[] = [
  { label: 'Indikatoren', link: '/daten/indikatoren' },
  { label: 'Quellen', link: '/daten/quellen' },
  { label: 'Datenkonzept', link: '/daten/datenkonzept' },
];
