import { type LightFacts, networkLight } from './network-light';

const well: LightFacts = {
  today: '2026-11-23',
  since: '2026-01-01',
  meetingIntervalMonths: null,
  meetings: null,
  results: null,
  check: null,
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

  const met = { held: 2, lastOn: '2026-09-10', invited: 20, present: 15, planned: false };

  it('says what was done where all is well', () => {
    expect(networkLight({ ...well, state: 'CONSOLIDATED', meetings: met, results: 1 })).toEqual({
      colour: 'GREEN',
      reasons: [
        'Alle Plätze sind besetzt, nichts ist überfällig.',
        '2 Treffen in den letzten zwölf Monaten.',
        '1 Ergebnis wurde in diesem Zyklus angenommen.',
      ],
    });
  });

  it('is yellow where it has not met for its rhythm and a month, and no day is set', () => {
    const quarterly = { ...well, meetingIntervalMonths: 3 };
    const last = (lastOn: string, planned = false): string[] =>
      networkLight({ ...quarterly, meetings: { ...met, lastOn, planned } }).reasons;
    expect(last('2026-07-22')).toEqual(['Seit 22.07.2026 kein Treffen, vorgesehen ist eines alle 3 Monate.']);
    expect(last('2026-07-22', true)[0]).toContain('Alle Plätze');
    expect(last('2026-07-23')[0]).toContain('Alle Plätze');
    const never = { ...met, held: 0, lastOn: null, invited: 0, present: 0 };
    expect(networkLight({ ...well, since: '2025-10-22', meetings: never }).reasons).toEqual([
      'In den letzten zwölf Monaten gab es kein Treffen.',
    ]);
    expect(networkLight({ ...well, since: '2025-10-23', meetings: never }).colour).toBe('GREEN');
    expect(networkLight({ ...well, state: 'INITIATED', since: '2020-01-01', meetings: never }).colour).toBe(
      'GREEN',
    );
  });

  it('is yellow where fewer than half of the invited come', () => {
    expect(networkLight({ ...well, meetings: { ...met, present: 9 } }).reasons).toEqual([
      'Zu den Treffen kam im Schnitt weniger als die Hälfte (45 %).',
    ]);
    expect(networkLight({ ...well, meetings: { ...met, present: 10 } }).colour).toBe('GREEN');
  });

  it('is yellow where a network called permanent brought no result in the cycle', () => {
    const permanent = { ...well, state: 'CONSOLIDATED', meetings: met, results: 0 } as const;
    expect(networkLight(permanent).reasons).toEqual([
      'In diesem Zyklus wurde noch kein Ergebnis von einem Gremium angenommen.',
    ]);
    expect(networkLight({ ...permanent, state: 'ACTIVE' }).colour).toBe('GREEN');
  });
});
