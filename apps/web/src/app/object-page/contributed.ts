import { inject } from '@angular/core';
import type { LoadChildren } from '@angular/router';
import type { TabLink } from '@runder-tisch/ui/layout';
import { type BlockPlace, type ContributedBlock, CONTRIBUTIONS, type TabbedPage } from '../contribution';
import { Session } from '../session/session';

/** `{ path: '', loadChildren: contributedTabs('network') }`: the tabs that areas on the right add to a page. */
export function contributedTabs(page: TabbedPage): LoadChildren {
  return () => tabsOf(page).map(({ path, loadComponent }) => ({ path, loadComponent }));
}

/** The same tabs for the bar of the page. */
export function contributedTabLinks(page: TabbedPage): readonly TabLink[] {
  const session = inject(Session);
  return tabsOf(page)
    .filter(({ permission }) => !permission || session.may(permission))
    .map(({ path, label }) => ({ label, link: path || '.' }));
}

/** What stands in this place for whoever is looking. */
export function contributedBlocks(place: BlockPlace): readonly ContributedBlock[] {
  const session = inject(Session);
  return inject(CONTRIBUTIONS)
    .flatMap(({ blocks }) => blocks?.[place] ?? [])
    .filter(({ permission }) => !permission || session.may(permission));
}

function tabsOf(page: TabbedPage) {
  return inject(CONTRIBUTIONS).flatMap(({ tabs }) => tabs?.[page] ?? []);
}
