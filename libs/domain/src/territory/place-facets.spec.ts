import { accessibilityLine, placeLine } from './place-facets';

describe('A place in an invitation', () => {
  it('names what the house offers in the same order, then the note', () => {
    expect(accessibilityLine(['LIFT', 'STEP_FREE'], ' Aufzug im Hof, bitte klingeln ')).toBe(
      'stufenlos mit dem Rollstuhl erreichbar, Aufzug; Aufzug im Hof, bitte klingeln',
    );
    expect(accessibilityLine([], '')).toBe('');
  });

  it('is one line of the parts that are known', () => {
    expect(placeLine({ name: 'Haus (Demo)', street: '', postalCode: '06366', city: 'Köthen (Anhalt)' })).toBe(
      'Haus (Demo), 06366 Köthen (Anhalt)',
    );
  });
});
