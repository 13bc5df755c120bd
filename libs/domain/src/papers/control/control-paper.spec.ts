import * as fc from 'fast-check';
import { addDays } from '../../time';
import { type Controlled, type ControlSession, isOverdue, isShown, paperOf } from './control-paper';
import { type ControlState, controlStates, goingControlStates } from './control-state';

const START = '2025-01-01';
const instant = (hours: number): string =>
  new Date(Date.parse(`${START}T00:00:00Z`) + hours * 3_600_000).toISOString();
const dayOf = (hours: number): string => addDays(START, Math.floor(hours / 24));

/** Reports of one resolution and the sessions of its body, as hours since the beginning, in their order. */
const course = fc.record({
  reports: fc.uniqueArray(
    fc.record({
      hour: fc.nat(5000),
      state: fc.constantFrom(...controlStates),
      ahead: fc.integer({ min: 1, max: 200 }),
    }),
    { minLength: 1, maxLength: 12, selector: ({ hour }) => hour },
  ),
  sessions: fc.uniqueArray(fc.nat(6000), { minLength: 1, maxLength: 12 }),
});
type Course = typeof course extends fc.Arbitrary<infer It> ? It : never;

/** What stands before each session, and what its paper makes of it. */
function papers({ reports, sessions }: Course) {
  const inOrder = [...sessions].sort((one, other) => one - other);
  const told = [...reports].sort((one, other) => one.hour - other.hour);
  return inOrder.map((hour, index) => {
    const last = told.filter((report) => report.hour < hour).at(-1);
    const before = inOrder[index - 1];
    const session: ControlSession = {
      day: dayOf(hour),
      at: instant(hour),
      previousAt: before === undefined ? null : instant(before),
    };
    const item = last && itemOf(last);
    return { session, last, item, shown: item ? paperOf([item], session).length : 0 };
  });
}

function itemOf({ hour, state, ahead }: { hour: number; state: ControlState; ahead: number }): Controlled {
  return {
    state,
    reportedAt: instant(hour),
    dueOn: state === 'STANDING' ? null : addDays(dayOf(hour), ahead),
    nextOn: state === 'STANDING' ? addDays(dayOf(hour), ahead) : null,
    decidedOn: START,
  };
}

describe('The paper of a session', () => {
  it('never misses what is open, whatever was reported before', () => {
    fc.assert(
      fc.property(course, (it) => {
        for (const { item, shown } of papers(it))
          if (item && goingControlStates.includes(item.state)) expect(shown).toBe(1);
      }),
    );
  });

  it('shows what was reported as done exactly once more, in the next session', () => {
    fc.assert(
      fc.property(course, (it) => {
        const all = papers(it);
        for (const report of it.reports.filter(({ state }) => state === 'DONE')) {
          const of = all.filter(({ last }) => last === report);
          // Where it was taken up again before any session sat, nobody is told that it was done.
          expect(of.map(({ shown }) => shown)).toEqual(of.map((_, index) => (index === 0 ? 1 : 0)));
        }
      }),
    );
  });

  it('shows a standing order from its day on and not before', () => {
    fc.assert(
      fc.property(course, (it) => {
        for (const { item, session, shown } of papers(it))
          if (item?.state === 'STANDING') expect(shown).toBe((item.nextOn ?? '') <= session.day ? 1 : 0);
      }),
    );
  });

  it('shows each of its resolutions once, what is overdue above all others and what is done at the end', () => {
    const session: ControlSession = {
      day: '2025-03-01',
      at: instant(24 * 59 + 16),
      previousAt: instant(24 * 20),
    };
    const report = fc.record({
      hour: fc.nat(24 * 59),
      state: fc.constantFrom(...controlStates),
      ahead: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 30 }), (reports) => {
        const items = reports.map(itemOf);
        const shown = paperOf(items, session);
        expect(new Set(shown)).toEqual(new Set(items.filter((it) => isShown(it, session))));
        expect(shown).toHaveLength(items.filter((it) => isShown(it, session)).length);
        const overdue = shown.map((it) => isOverdue(it, session.day));
        expect(overdue).toEqual([...overdue].sort((one, other) => Number(other) - Number(one)));
        const done = shown.map(({ state }) => state === 'DONE');
        expect(done).toEqual([...done].sort((one, other) => Number(one) - Number(other)));
      }),
    );
  });
});
