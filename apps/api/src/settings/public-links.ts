import type { SettingsView } from '@runder-tisch/domain/settings';
import type { PageLink } from '../pages/page';

/** The public navigation: what everybody finds here without an account. Closed doors are not shown. */
export function publicLinks(settings: Pick<SettingsView, 'registrationOpen' | 'voicesOpen'>): PageLink[] {
  return [
    { label: 'Angebote finden', href: '/angebote' },
    ...(settings.voicesOpen ? [{ label: 'Mitreden', href: '/mitreden' }] : []),
    { label: 'Ergebnisse', href: '/ergebnisse' },
    ...(settings.registrationOpen ? [{ label: 'Mitmachen', href: '/mitmachen' }] : []),
  ];
}
