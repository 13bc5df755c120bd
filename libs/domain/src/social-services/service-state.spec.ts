import { missingFacts } from './service-completeness';
import { editService, moveService, possibleServiceMoves, serviceMoves, staleFrom } from './service-state';
import { SaveSocialService } from './social-services-requests';

describe('The course of an offer', () => {
  it('leads from a draft to the public, and back for a reason', () => {
    const draft = { state: 'DRAFT', change: null } as const;
    const submitted = moveService(draft, 'submit');
    expect(submitted).toEqual({ state: 'SUBMITTED', change: null });
    expect(submitted && moveService(submitted, 'return')).toEqual(draft);
    const confirmed = submitted && moveService(submitted, 'confirm');
    expect(confirmed).toEqual({ state: 'CONFIRMED', change: null });
    expect(confirmed && moveService(confirmed, 'publish')).toEqual({ state: 'PUBLISHED', change: null });
  });

  it('keeps what is public while a change goes the same way beside it', () => {
    for (const state of ['PUBLISHED', 'STALE', 'CONFIRMED'] as const) {
      const changed = editService({ state, change: null });
      expect(changed).toEqual({ state, change: 'DRAFT' });
      const waiting = changed && moveService(changed, 'submit');
      expect(waiting).toEqual({ state, change: 'SUBMITTED' });
      expect(waiting && editService(waiting)).toBeNull();
      expect(waiting && moveService(waiting, 'return')).toEqual(changed);
      expect(waiting && moveService(waiting, 'confirm')).toEqual({
        state: state === 'CONFIRMED' ? 'CONFIRMED' : 'PUBLISHED',
        change: null,
      });
    }
  });

  it('lets what was confirmed go public while its organisation works on a change', () => {
    expect(moveService({ state: 'CONFIRMED', change: 'DRAFT' }, 'publish')).toEqual({
      state: 'PUBLISHED',
      change: 'DRAFT',
    });
  });

  it('gives the office’s verbs to the office alone', () => {
    const waiting = { state: 'SUBMITTED', change: null } as const;
    expect(possibleServiceMoves(waiting, false)).toEqual(['withdraw']);
    expect(possibleServiceMoves(waiting, true)).toEqual(['withdraw', 'confirm', 'return']);
  });

  it('ends and begins again', () => {
    const ended = moveService({ state: 'STALE', change: null }, 'discontinue');
    expect(ended).toEqual({ state: 'DISCONTINUED', change: null });
    expect(ended && editService(ended)).toBeNull();
    expect(ended && serviceMoves.filter((move) => moveService(ended, move))).toEqual(['resume']);
  });

  it('is out of date a year after the day it was confirmed, on 29 February too', () => {
    expect(staleFrom('2025-03-12')).toBe('2026-03-12');
    expect(staleFrom('2024-02-29')).toBe('2025-02-28');
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
