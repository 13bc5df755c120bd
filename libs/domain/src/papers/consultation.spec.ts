import * as fc from 'fast-check';
import { decisionResults } from '../findings';
import {
  type ConsultationResult,
  consultationRoles,
  isCounted,
  moveOfConsultation,
  resultFault,
  votesInWords,
} from './consultation';

const TODAY = '2026-11-23';
const counted: ConsultationResult = {
  result: 'ACCEPTED',
  decidedOn: '2026-11-20',
  votesYes: 9,
  votesNo: 1,
  votesAbstained: 2,
  wording: 'Geändert',
  reason: 'Kein Geld',
  resolutionNumber: 'KT-12/2026',
};

describe('The result of a consultation', () => {
  it.each<[string, Partial<ConsultationResult>]>([
    ['consultation-result-missing', { result: '' }],
    ['consultation-day-missing', { decidedOn: null }],
    ['consultation-in-future', { decidedOn: '2026-11-24' }],
    ['consultation-votes-missing', { votesYes: null }],
    ['consultation-votes-missing', { votesNo: null }],
    ['consultation-votes-missing', { votesAbstained: null }],
    ['consultation-wording-missing', { result: 'CHANGED', wording: ' ' }],
    ['consultation-reason-missing', { result: 'REJECTED', reason: '' }],
    ['consultation-number-missing', { resolutionNumber: '' }],
  ])('is refused while something is missing: %s', (code, lacking) => {
    expect(resultFault('DECIDING', counted, TODAY)).toBeNull();
    expect(resultFault('DECIDING', { ...counted, ...lacking }, TODAY)?.code).toBe(code);
  });

  it('needs a number only where something was decided', () => {
    const bare = { ...counted, resolutionNumber: '' };
    expect(resultFault('ADVISING', bare, TODAY)).toBeNull();
    expect(resultFault('DECIDING', { ...bare, result: 'REJECTED' }, TODAY)).toBeNull();
    const deferred = { ...bare, result: 'DEFERRED', votesYes: null } as const;
    expect(resultFault('DECIDING', deferred, TODAY)).toBeNull();
  });

  it('moves the paper only where the deciding body decided', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...consultationRoles),
        fc.constantFrom(...decisionResults),
        (role, result) => {
          const move = moveOfConsultation(role, result);
          expect(move === null).toBe(role === 'ADVISING' || result === 'DEFERRED');
          if (move) expect(move === 'reject').toBe(result === 'REJECTED');
        },
      ),
    );
  });

  it('is complete for the minutes with its votes, or deferred', () => {
    expect(isCounted({ ...counted, result: 'ACCEPTED' })).toBe(true);
    expect(isCounted({ ...counted, result: null })).toBe(false);
    expect(isCounted({ ...counted, result: 'REJECTED', votesNo: null })).toBe(false);
    expect(isCounted({ result: 'DEFERRED', votesYes: null, votesNo: null, votesAbstained: null })).toBe(true);
    expect(votesInWords(counted)).toBe('9 dafür, 1 dagegen, 2 enthalten');
    expect(votesInWords({ ...counted, votesNo: null })).toBe('');
  });
});
