import { faultsOf } from '../../moves/faults';
import { type OpeningFacts, prioritisationMoves, prioritisationStateAt } from './prioritisation-moves';

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

  it('is over with its end, whoever looks', () => {
    expect(prioritisationStateAt({ state: 'OPEN', closesAt: later }, now)).toBe('OPEN');
    expect(prioritisationStateAt({ state: 'OPEN', closesAt: later }, later)).toBe('CLOSED');
    expect(prioritisationStateAt({ state: 'OPEN', closesAt: null }, later)).toBe('OPEN');
    expect(prioritisationStateAt({ state: 'CANCELLED', closesAt: now }, later)).toBe('CANCELLED');
  });
});
