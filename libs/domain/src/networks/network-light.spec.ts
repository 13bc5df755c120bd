import { type LightFacts, networkLight } from './network-light';

const well: LightFacts = {
  state: 'ACTIVE',
  coordinators: 1,
  coordinationDeputies: 1,
  members: 9,
  vacancies: 0,
  targetSize: null,
  targetTypes: [],
  membersByType: {},
  overdueTasks: 0,
};

describe('the light of a network', () => {
  it('is green when all seats are filled and says so', () => {
    expect(networkLight(well)).toEqual({
      colour: 'GREEN',
      reasons: ['Alle Plätze sind besetzt, nichts ist überfällig.'],
    });
  });

  it('is red without coordination, first of all reasons', () => {
    const light = networkLight({ ...well, coordinators: 0, coordinationDeputies: 0, vacancies: 1 });
    expect(light).toEqual({
      colour: 'RED',
      reasons: ['Die Koordination ist nicht besetzt.', '1 Platz ist unbesetzt.'],
    });
  });

  it('is yellow for each thing that will soon hurt', () => {
    expect(networkLight({ ...well, coordinationDeputies: 0 }).reasons).toEqual([
      'Die Koordination hat keine Vertretung.',
    ]);
    expect(networkLight({ ...well, vacancies: 2 }).reasons).toEqual(['2 Plätze sind unbesetzt.']);
    expect(networkLight({ ...well, targetSize: 12 }).reasons).toEqual(['Noch 3 von 12 Plätzen sind frei.']);
    const wanted = [
      { type: 'SELF_HELP', size: 1 },
      { type: 'HEALTH', size: 3 },
      { type: 'SCHOOL_KITA', size: 1 },
    ] as const;
    expect(
      networkLight({ ...well, targetTypes: wanted, membersByType: { HEALTH: 1, SCHOOL_KITA: 2 } }).reasons,
    ).toEqual(['Selbsthilfe/Selbstvertretung: niemand dabei.', 'Gesundheitseinrichtung: 1 von 3 dabei.']);
    expect(networkLight({ ...well, overdueTasks: 1 }).reasons).toEqual(['1 Aufgabe ist überfällig.']);
    expect(networkLight({ ...well, overdueTasks: 3 }).colour).toBe('YELLOW');
  });

  it('lets two coordinators stand in for each other', () => {
    expect(networkLight({ ...well, coordinators: 2, coordinationDeputies: 0 }).colour).toBe('GREEN');
  });

  it('is out while the network rests', () => {
    expect(networkLight({ ...well, state: 'DORMANT', coordinators: 0 }).colour).toBe('NONE');
    expect(networkLight({ ...well, state: 'DISSOLVED', coordinators: 0 }).colour).toBe('NONE');
  });
});
