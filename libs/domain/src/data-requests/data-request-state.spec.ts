import { faultsOf } from '../moves/faults';
import {
  dataRequestMoves,
  type DataRequestFacts,
  type DataRequestState,
  isOverdue,
  offeredDataRequestMoves,
} from './data-request-state';

const all: DataRequestFacts = {
  recipients: 1,
  held: true,
  reason: 'Zwei Gemeinden fehlen.',
  dueOn: '2025-04-30',
  today: '2025-04-10',
};
const nothing: DataRequestFacts = { ...all, recipients: 0, held: false, reason: ' ', dueOn: '2025-04-01' };

describe('States of a Datenanforderung', () => {
  it('have a sound table of moves', () => {
    expect(
      faultsOf(dataRequestMoves, [all, nothing, { ...nothing, reason: 'x' }, { ...nothing, recipients: 2 }]),
    ).toEqual([]);
  });

  it('lead from the draft over the delivery to the end', () => {
    const way = [
      'send',
      'acknowledge',
      'deliver',
      'return',
      'deliver',
      'validate',
      'import',
      'close',
    ] as const;
    const end = way.reduce<DataRequestState | null>(
      (state, move) => state && dataRequestMoves.next(state, move, all).to,
      'DRAFT',
    );
    expect(end).toBe('CLOSED');
  });

  it('need a reason for a Nachforderung and for a refusal, and a day to come', () => {
    const next = (state: DataRequestState, move: 'return' | 'refuse' | 'send', facts: DataRequestFacts) =>
      dataRequestMoves.next(state, move, facts).refusal?.code;
    expect(next('DELIVERED', 'return', { ...all, reason: ' ' })).toBe('data-request-reason-missing');
    expect(next('SENT', 'refuse', { ...all, reason: '' })).toBe('data-request-reason-missing');
    expect(next('DELIVERED', 'return', { ...all, dueOn: '2025-04-09' })).toBe('data-request-due-past');
    expect(next('DRAFT', 'send', { ...all, dueOn: '2025-04-09' })).toBe('data-request-due-past');
    expect(next('DRAFT', 'send', { ...all, recipients: 0 })).toBe('data-request-without-recipient');
  });

  it('take no delivery once it was checked', () => {
    expect(dataRequestMoves.next('VALIDATED', 'deliver').refusal?.code).toBe('data-request-move-not-allowed');
    expect(dataRequestMoves.next('REFUSED', 'deliver').refusal?.code).toBe('data-request-move-not-allowed');
  });

  it('call late what is still awaited after its day, not on it, and nothing that was delivered', () => {
    expect(isOverdue('SENT', '2025-04-30', '2025-05-01')).toBe(true);
    expect(isOverdue('RETURNED', '2025-04-30', '2025-05-01')).toBe(true);
    expect(isOverdue('SENT', '2025-04-30', '2025-04-30')).toBe(false);
    expect(isOverdue('DELIVERED', '2025-04-30', '2025-05-01')).toBe(false);
  });

  it('offer the verbs that somebody can still give words to', () => {
    expect(offeredDataRequestMoves('DELIVERED', { recipients: 1, held: false })).toEqual([
      'validate',
      'return',
    ]);
    expect(offeredDataRequestMoves('SENT', { recipients: 1, held: false })).toEqual([
      'remind',
      'acknowledge',
      'refuse',
    ]);
    expect(offeredDataRequestMoves('SENT', { recipients: 1, held: true })).toContain('recall');
    expect(offeredDataRequestMoves('CLOSED', { recipients: 1, held: false })).toEqual([]);
  });
});
