import { permissionsOf, type Role } from '@runder-tisch/domain/accounts';
import type { Route, Routes } from '@angular/router';
import { routes } from '../app.routes';
import { navigation, navigationFor } from './navigation';
import { newThings } from './new-things';
import { otherPages } from './other-pages';

function labels(roles: Role[]): string[] {
  return navigationFor(permissionsOf(roles), roles).map((entry) => entry.label);
}

describe('The navigation', () => {
  it('gives a coordinator the office, but no settings', () => {
    expect(labels(['coordinator'])).toEqual([
      'Heute',
      'Termine',
      'Netzwerke',
      'Beteiligung',
      'Hinweise',
      'Akteure & Angebote',
      'Planung',
      'Daten & Berichte',
      'Posteingang',
      'Postausgang',
    ]);
  });

  it('gives the administration the settings', () => {
    expect(labels(['admin'])).toContain('Einstellungen');
  });

  it('leads everybody who sends mails to those that went out, and nobody else', () => {
    for (const role of ['admin', 'planner', 'coordinator'] as const)
      expect(labels([role])).toContain('Postausgang');
    expect(labels(['provider', 'reader'])).not.toContain('Postausgang');
  });

  it('shows a provider no lists of other people', () => {
    expect(labels(['provider'])).toEqual([
      'Übersicht',
      'Unsere Angebote',
      'Einladungen',
      'Unsere Hinweise',
      'Unsere Organisation',
      'Unsere Maßnahmen',
    ]);
  });

  it('gives those who read their sessions and fields, and nothing to work on', () => {
    expect(labels(['reader'])).toEqual([
      'Übersicht',
      'Sitzungen',
      'Gremien & Beschlüsse',
      'Handlungsfelder',
      'Empfehlungen',
      'Maßnahmen',
      'Daten & Berichte',
    ]);
    expect(labels(['reader', 'planner'])).not.toContain('Sitzungen');
  });

  it('adds up the roles of one person', () => {
    const both = labels(['provider', 'planner']);
    expect(both).toEqual(expect.arrayContaining(['Akteure & Angebote', 'Übersicht', 'Hinweise']));
    expect(both).not.toContain('Unsere Hinweise');
  });

  it('keeps what stands below an entry short enough to be read', () => {
    expect(navigation.filter(({ children }) => (children?.length ?? 0) > 10)).toEqual([]);
  });

  it('offers nothing new to those who only read', () => {
    const may = permissionsOf(['reader']);
    expect(newThings.filter((thing) => may.includes(thing.permission))).toEqual([]);
  });
});

/** Every address without parameters a page stands at, those of areas loaded later as well. */
async function addressesOf(list: Routes, parent = ''): Promise<string[]> {
  const found = list.map(async (route: Route) => {
    const { path = '', redirectTo, loadChildren, loadComponent, component } = route;
    if (redirectTo !== undefined || path.includes('*') || path.includes(':')) return [];
    const address = path ? `${parent}/${path}` : parent;
    const later = (await loadChildren?.()) as Routes | undefined;
    const below = await addressesOf([...(route.children ?? []), ...(later ?? [])], address);
    return [...((loadComponent ?? component) ? [address] : []), ...below];
  });
  return (await Promise.all(found)).flat();
}

describe('By name', () => {
  const named = new Set([
    ...navigation.flatMap(({ link, children }) => (children ?? [{ link }]).map((it) => it.link)),
    ...newThings.map(({ link }) => link),
    ...otherPages.map(({ link }) => link),
  ]);
  let addresses: string[];

  beforeAll(async () => {
    addresses = await addressesOf(routes);
  });

  it('everything leads to a page that is there', () => {
    expect([...named].filter((link) => !addresses.includes(link))).toEqual([]);
  });

  it('every page one can open is found', () => {
    const opened = ['/anmelden', '/kein-zugang', '/akteure/angebote/neu', '/unsere-angebote/neu'];
    expect(addresses.filter((it) => it !== '' && !named.has(it) && !opened.includes(it))).toEqual([]);
  });

  it('a planner plans a meeting', () => {
    const planner = permissionsOf(['planner']);
    const makes = newThings
      .filter(({ permission }) => planner.includes(permission))
      .map(({ label }) => label);
    expect(makes).toEqual(expect.arrayContaining(['Termin', 'Aufgabe']));
  });
});
