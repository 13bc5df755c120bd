import fc from 'fast-check';
import { faultsOf } from '../../moves/faults';
import { type OpeningFacts, prioritisationMoves, prioritisationStateAt } from './prioritisation-moves';
import type { PrioritisationState } from './prioritisation-words';

const now = new Date('2026-11-23T09:00:00Z');
const later = new Date('2026-11-30T22:59:59Z');
const room: OpeningFacts = { mode: 'ROOM', options: 5, closesAt: null, recipients: 0, now };
const mail: OpeningFacts = { mode: 'MAIL', options: 5, closesAt: later, recipients: 12, now };

describe('A Punktabfrage', () => {
  it('has a sound table of moves', () => {
    const samples = [
      room,
      mail,
      { ...room, options: 1 },
      { ...room, closesAt: now },
      { ...mail, closesAt: null },
      { ...mail, closesAt: now },
      { ...mail, recipients: 0 },
    ];
    expect(faultsOf(prioritisationMoves, samples)).toEqual([]);
  });

  it.each([
    ['a single option', { ...room, options: 1 }, 'points-need-options'],
    ['an end that has passed', { ...room, closesAt: now }, 'points-end-in-past'],
    ['personal links without an end', { ...mail, closesAt: null }, 'points-need-end'],
    ['personal links and nobody to send them to', { ...mail, recipients: 0 }, 'points-need-people'],
  ])('does not begin with %s', (_, facts, code) => {
    expect(prioritisationMoves.next('DRAFT', 'open', facts).refusal?.code).toBe(code);
  });

  it('begins in a room without an end and without a list of people', () => {
    expect(prioritisationMoves.next('DRAFT', 'open', room).to).toBe('OPEN');
    expect(prioritisationMoves.next('DRAFT', 'open', mail).to).toBe('OPEN');
  });

  it('is never opened again once it is closed, and says so', () => {
    expect(prioritisationMoves.from('CLOSED')).toEqual([]);
    expect(prioritisationMoves.next('CLOSED', 'open', room).refusal?.code).toBe('points-closed');
    expect(prioritisationMoves.next('CLOSED', 'cancel').refusal?.code).toBe('points-closed');
    expect(prioritisationMoves.next('CANCELLED', 'close').refusal?.code).toBe('points-cancelled');
    expect(prioritisationMoves.next('DRAFT', 'close').refusal?.code).toBe('points-not-open');
  });

  it('keeps its question and options once points are given', () => {
    expect(prioritisationMoves.next('OPEN', 'change').refusal?.code).toBe('points-move-not-allowed');
    expect(prioritisationMoves.next('OPEN', 'remove').refusal?.code).toBe('points-move-not-allowed');
  });

  it('takes points only once it was properly begun, and never again after its end, whatever is clicked in which order', () => {
    const facts = fc.record<OpeningFacts>({
      mode: fc.constantFrom('ROOM', 'MAIL'),
      options: fc.integer({ min: 0, max: 4 }),
      closesAt: fc.constantFrom(null, now, later),
      recipients: fc.integer({ min: 0, max: 2 }),
      now: fc.constant(now),
    });
    const clicks = fc.array(fc.tuple(fc.constantFrom(...prioritisationMoves.names), facts), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(clicks, (moves) => {
        let state: PrioritisationState = 'DRAFT';
        for (const [move, given] of moves) {
          const to: PrioritisationState | null = prioritisationMoves.next(state, move, given).to;
          if (state === 'CLOSED' || state === 'CANCELLED') expect(to).toBeNull();
          if (to === null) continue;
          if (move === 'open') {
            expect(given.options).toBeGreaterThanOrEqual(2);
            expect(given.closesAt === null || given.closesAt > now).toBe(true);
            if (given.mode === 'MAIL') {
              expect(given.closesAt).not.toBeNull();
              expect(given.recipients).toBeGreaterThan(0);
            }
          }
          // Question and options stay as they were voted on; only a letter that has not left is called back.
          if (move === 'change' || move === 'remove') expect(state).toBe('DRAFT');
          if (state === 'OPEN' && to === 'DRAFT') expect([move, given.mode]).toEqual(['recall', 'MAIL']);
          if (to === 'CLOSED' || to === 'CANCELLED') expect(state).toBe('OPEN');
          state = to;
        }
      }),
      { seed: 20250116, numRuns: 500 },
    );
  });

  it('is over with its end, whoever looks', () => {
    expect(prioritisationStateAt({ state: 'OPEN', closesAt: later }, now)).toBe('OPEN');
    expect(prioritisationStateAt({ state: 'OPEN', closesAt: later }, later)).toBe('CLOSED');
    expect(prioritisationStateAt({ state: 'OPEN', closesAt: null }, later)).toBe('OPEN');
    expect(prioritisationStateAt({ state: 'CANCELLED', closesAt: now }, later)).toBe('CANCELLED');
  });
});
