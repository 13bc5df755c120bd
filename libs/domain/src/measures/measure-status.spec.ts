import fc from 'fast-check';
import { addDays } from '../time';
import { measureKinds, type MeasureState, measureStates } from './measure-state';
import { measureStatus, reportedStatuses, type StatusFacts } from './measure-status';

const TODAY = '2026-11-23';
const running: StatusFacts = {
  kind: 'MEASURE',
  state: 'IN_PROGRESS',
  stateReason: '',
  startsOn: '2026-09-01',
  dueOn: '2027-06-30',
  completedOn: null,
  openMilestones: [],
  report: null,
};
const status = (facts: Partial<StatusFacts>) => measureStatus({ ...running, ...facts }, TODAY);
const report = (standing: (typeof reportedStatuses)[number], expectedEnd: string | null = null) => ({
  standing,
  expectedEnd,
  reportedOn: '2026-11-01',
});

describe('The status of a Maßnahme', () => {
  it('follows from its state where nothing goes on', () => {
    const said = (state: MeasureState, more: Partial<StatusFacts> = {}) => status({ state, ...more }).status;
    expect(said('PROPOSED')).toBe('UNDECIDED');
    expect(said('PROPOSED', { kind: 'PROVISIONAL_STEP' })).toBe('NOT_STARTED');
    expect(status({ state: 'ON_HOLD', stateReason: 'Stelle unbesetzt.' })).toEqual({
      status: 'ON_HOLD',
      reason: 'Stelle unbesetzt.',
    });
    expect(status({ state: 'COMPLETED', completedOn: '2026-10-01' })).toEqual({
      status: 'DONE',
      reason: 'Umgesetzt am 01.10.2026.',
    });
    expect([said('EVALUATED'), said('REJECTED'), said('DISCONTINUED'), said('SUPERSEDED')]).toEqual([
      'DONE',
      'ENDED',
      'ENDED',
      'ENDED',
    ]);
  });

  it('is late behind its day, and not on it', () => {
    expect(status({ dueOn: '2026-11-22' })).toEqual({
      status: 'LATE',
      reason: 'Sollte am 22.11.2026 umgesetzt sein.',
    });
    expect(status({ dueOn: TODAY }).status).toBe('ON_TRACK');
  });

  it('is at risk by an overdue milestone, and late after thirty days', () => {
    const openMilestones = [{ title: 'Raum gefunden', dueOn: '2026-11-20' }];
    expect(status({ openMilestones })).toEqual({
      status: 'AT_RISK',
      reason: 'Meilenstein „Raum gefunden“ war bis 20.11.2026 vorgesehen.',
    });
    expect(status({ openMilestones: [{ title: 'Raum gefunden', dueOn: '2026-10-24' }] }).status).toBe(
      'AT_RISK',
    );
    expect(status({ openMilestones: [{ title: 'Raum gefunden', dueOn: '2026-10-23' }] }).status).toBe('LATE');
  });

  it('takes what the one in charge says, and an end behind the day', () => {
    expect(status({ report: report('AT_RISK') }).status).toBe('AT_RISK');
    expect(status({ report: report('LATE') }).status).toBe('LATE');
    expect(status({ report: report('ON_TRACK') })).toEqual({
      status: 'ON_TRACK',
      reason: 'Sachstand vom 01.11.2026: läuft nach Plan.',
    });
    expect(status({ report: report('ON_TRACK', '2027-07-01') })).toEqual({
      status: 'LATE',
      reason: 'Wird laut Sachstand erst am 01.07.2027 umgesetzt sein, nicht am 30.06.2027.',
    });
  });

  it('is at risk where nobody has said anything for half a year', () => {
    expect(status({ startsOn: '2026-05-01' }).reason).toBe('Seit dem 01.05.2026 gibt es keinen Sachstand.');
    expect(status({ startsOn: '2026-05-01', report: report('ON_TRACK') }).status).toBe('ON_TRACK');
    expect(status({ startsOn: null }).status).toBe('ON_TRACK');
  });

  it('waits for its beginning, is at risk when that passes, and late after thirty days', () => {
    const approved = (startsOn: string | null) => status({ state: 'APPROVED', startsOn }).status;
    expect([approved(null), approved('2027-01-01'), approved(TODAY)]).toEqual([
      'NOT_STARTED',
      'NOT_STARTED',
      'NOT_STARTED',
    ]);
    expect(approved('2026-11-22')).toBe('AT_RISK');
    expect(approved('2026-10-01')).toBe('LATE');
  });

  it('never gets better by a day that passes or a milestone more that is open', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(TODAY, days));
    const facts = fc.record<StatusFacts>({
      kind: fc.constantFrom(...measureKinds),
      state: fc.constantFrom(...measureStates),
      stateReason: fc.constant('Grund'),
      startsOn: fc.option(day),
      dueOn: fc.option(day),
      completedOn: fc.constant(null),
      openMilestones: fc.array(fc.record({ title: fc.constant('M'), dueOn: day }), { maxLength: 3 }),
      report: fc.option(
        fc.record({
          standing: fc.constantFrom(...reportedStatuses),
          expectedEnd: fc.option(day),
          reportedOn: day,
        }),
      ),
    });
    const worse = ['NOT_STARTED', 'ON_TRACK', 'AT_RISK', 'LATE'];
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 400 }), day, (given, days, milestone) => {
        const now = measureStatus(given, TODAY);
        const then = measureStatus(given, addDays(TODAY, days));
        const more = measureStatus(
          { ...given, openMilestones: [...given.openMilestones, { title: 'N', dueOn: milestone }] },
          TODAY,
        );
        expect(now.reason).not.toBe('');
        for (const other of [then, more])
          expect(worse.indexOf(other.status)).toBeGreaterThanOrEqual(worse.indexOf(now.status));
      }),
      { seed: 20250116, numRuns: 500 },
    );
  });
});
