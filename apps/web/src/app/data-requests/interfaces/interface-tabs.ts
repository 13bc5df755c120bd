import type { TabLink } from '@runder-tisch/ui/layout';

/** The register, when things come by it, the plans beside it, and all of it on paper. */
export const interfaceTabs: readonly TabLink[] = [
  { label: 'Register', link: '/planung/schnittstellen' },
  { label: 'Kalender', link: '/planung/schnittstellen/kalender' },
  { label: 'Fachplanungen', link: '/planung/schnittstellen/fachplanungen' },
  { label: 'Beschreibung', link: '/planung/schnittstellen/beschreibung' },
];
