import { permissionsOf, type Role } from '@runder-tisch/domain/accounts';
import { existingLinks } from './existing-links';
import { navigationFor, newThings } from './navigation';

const everything = () => true;

function labels(roles: Role[], exists: (link: string) => boolean = everything): string[] {
  return navigationFor(permissionsOf(roles), roles, exists).map((entry) => entry.label);
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
    ]);
  });

  it('gives the administration the settings', () => {
    expect(labels(['admin'])).toContain('Einstellungen');
  });

  it('shows a provider no lists of other people', () => {
    expect(labels(['provider'])).toEqual([
      'Übersicht',
      'Unsere Angebote',
      'Einladungen',
      'Unsere Hinweise',
      'Unsere Organisation',
    ]);
  });

  it('gives those who read their sessions and fields, and nothing to work on', () => {
    expect(labels(['reader'])).toEqual(['Übersicht', 'Sitzungen', 'Handlungsfelder']);
    expect(labels(['reader', 'planner'])).not.toContain('Sitzungen');
  });

  it('adds up the roles of one person', () => {
    const both = labels(['provider', 'planner']);
    expect(both).toEqual(expect.arrayContaining(['Akteure & Angebote', 'Übersicht', 'Hinweise']));
    expect(both).not.toContain('Unsere Hinweise');
  });

  it('leaves away what has no page yet, and opens a group at its first page that is there', () => {
    const exists = (link: string) => link === '/akteure/personen';
    const [only, ...others] = navigationFor(permissionsOf(['planner']), ['planner'], exists);
    expect(others).toEqual([]);
    expect(only?.link).toBe('/akteure/personen');
  });

  it('offers nothing new to those who only read', () => {
    const may = permissionsOf(['reader']);
    expect(newThings.filter((thing) => may.includes(thing.permission))).toEqual([]);
  });
});

describe('The addresses that exist', () => {
  it('are those without parameters, nested ones too', () => {
    const links = existingLinks([
      { path: '', children: [{ path: 'a', children: [{ path: 'b' }, { path: ':id' }] }, { path: '**' }] },
      { path: 'old', redirectTo: 'a' },
    ]);
    expect([...links]).toEqual(['/a', '/a/b']);
  });
});
