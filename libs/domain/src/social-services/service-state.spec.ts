import { faultsOf } from '../moves/faults';
import { missingFacts } from './service-completeness';
import {
  possibleServiceMoves,
  serviceMoves,
  serviceStandings,
  standingOf,
  storedStanding,
} from './service-state';
import { SaveSocialService } from './social-services-requests';

const office = { office: true };
const organisation = { office: false };

describe('The course of an offer', () => {
  it('has a sound table of moves', () => {
    expect(faultsOf(serviceMoves, [office, organisation])).toEqual([]);
  });

  it('leads from a draft to the public, and back for a reason', () => {
    expect(serviceMoves.next('DRAFT', 'submit').to).toBe('SUBMITTED');
    expect(serviceMoves.next('SUBMITTED', 'return').to).toBe('DRAFT');
    expect(serviceMoves.next('SUBMITTED', 'confirm').to).toBe('CONFIRMED');
    expect(serviceMoves.next('CONFIRMED', 'publish').to).toBe('PUBLISHED');
    expect(serviceMoves.next('DRAFT', 'publish').refusal?.code).toBe('service-move-not-allowed');
  });

  it('keeps what is public while a change goes the same way beside it', () => {
    for (const state of ['PUBLISHED', 'STALE', 'CONFIRMED'] as const) {
      const changed = standingOf({ state, change: 'DRAFT' });
      const waiting = standingOf({ state, change: 'SUBMITTED' });
      expect(serviceMoves.next(state, 'edit', organisation).to).toBe(changed);
      expect(serviceMoves.next(changed, 'edit', organisation).to).toBe(changed);
      expect(serviceMoves.next(changed, 'submit').to).toBe(waiting);
      expect(serviceMoves.next(waiting, 'return').to).toBe(changed);
      expect(serviceMoves.next(waiting, 'withdraw').to).toBe(changed);
      expect(serviceMoves.next(changed, 'discard-change').to).toBe(state);
      expect(serviceMoves.next(waiting, 'confirm').to).toBe(
        state === 'CONFIRMED' ? 'CONFIRMED' : 'PUBLISHED',
      );
    }
  });

  it('is mended by the office alone while it waits, and by nobody once it ended', () => {
    for (const state of [
      'SUBMITTED',
      'CONFIRMED+SUBMITTED',
      'PUBLISHED+SUBMITTED',
      'STALE+SUBMITTED',
    ] as const) {
      expect(serviceMoves.next(state, 'edit', office).to).toBe(state);
      expect(serviceMoves.next(state, 'edit', organisation).refusal?.code).toBe(
        'service-awaits-confirmation',
      );
    }
    expect(serviceMoves.next('DISCONTINUED', 'edit', office).refusal?.code).toBe('service-move-not-allowed');
    expect(serviceMoves.next('DRAFT', 'edit', organisation).to).toBe('DRAFT');
  });

  it('lets what was confirmed go public while its organisation works on a change', () => {
    expect(serviceMoves.next('CONFIRMED+DRAFT', 'publish').to).toBe('PUBLISHED+DRAFT');
  });

  it('gives the office’s verbs to the office alone', () => {
    expect(possibleServiceMoves('SUBMITTED', false)).toEqual(['withdraw']);
    expect(possibleServiceMoves('SUBMITTED', true)).toEqual(['withdraw', 'confirm', 'return']);
  });

  it('ends and begins again', () => {
    expect(serviceMoves.next('STALE', 'discontinue').to).toBe('DISCONTINUED');
    expect(serviceMoves.from('DISCONTINUED')).toEqual(['resume']);
    expect(serviceMoves.next('PUBLISHED+DRAFT', 'discontinue').to).toBeNull();
  });

  it('is stored as state and change', () => {
    expect(storedStanding('PUBLISHED+DRAFT')).toEqual({ state: 'PUBLISHED', change: 'DRAFT' });
    expect(storedStanding('SUBMITTED')).toEqual({ state: 'SUBMITTED', change: null });
    for (const standing of serviceStandings) expect(standingOf(storedStanding(standing))).toBe(standing);
  });
});

describe('What an offer lacks', () => {
  const whole = Object.assign(new SaveSocialService(), {
    categoryId: 'a',
    fieldId: 'b',
    description: 'Wir helfen.',
    targetGroupIds: ['c'],
    city: 'Köthen (Anhalt)',
    municipalityId: 'd',
    accessibility: 'UNKNOWN',
    mail: 'post@haus.test',
  });
  const paths = (facts: object): string[] =>
    missingFacts(Object.assign(new SaveSocialService(), whole, facts)).map((it) => it.path);

  it('is named field by field, in the order of the form', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ accessibility: null, mail: '', description: ' ' })).toEqual([
      'description',
      'accessibility',
      'phone',
    ]);
    expect(missingFacts(new SaveSocialService())).toHaveLength(8);
  });

  it('is not the place, where that is secret', () => {
    expect(paths({ city: '', municipalityId: null })).toEqual(['city', 'municipalityId']);
    expect(paths({ city: '', municipalityId: null, secretPlace: true })).toEqual([]);
  });
});
