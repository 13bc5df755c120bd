import type { InvitationView, StaffMeetingView } from '@runder-tisch/domain/meetings';
import { isPast, nextStep } from './next-step';

const now = new Date('2026-12-01T09:00:00Z');
const counts = { invited: 3, accepted: 1, tentative: 0, declined: 0, open: 2, seats: 1 };
const silent = (invitedAt: string, remindedAt: string | null = null) =>
  ({ answer: 'NEEDS_ACTION', uninvitedAt: null, invitedAt, remindedAt }) as InvitationView;
const far = { startsAt: '2026-12-20T13:00:00Z', endsAt: '2026-12-20T15:00:00Z' };
const meeting = (over: Partial<StaffMeetingView>): StaffMeetingView =>
  ({
    id: 'm',
    state: 'INVITED',
    startsAt: '2026-12-03T13:00:00Z',
    endsAt: '2026-12-03T15:00:00Z',
    sessionStartedAt: null,
    poll: null,
    protocolSentAt: null,
    fedBack: false,
    recallable: null,
    counts,
    answerUntil: null,
    invitations: [silent('2026-11-27T09:00:00Z')],
    ...over,
  }) as StaffMeetingView;

describe('The primary button of a meeting', () => {
  it.each([
    ['DRAFT', {}, 'Einladungen senden'],
    ['POSTPONED', {}, 'Einladungen senden'],
    ['POSTPONED', { startsAt: null }, 'Terminumfrage senden'],
    ['DRAFT', { startsAt: null }, 'Terminumfrage senden'],
    ['DRAFT', { startsAt: null, poll: { state: 'DRAFT', asked: 3, silent: 3 } }, 'Terminumfrage senden'],
    ['DRAFT', { startsAt: null, poll: { state: 'OPEN', asked: 3, silent: 1 } }, 'Zur Terminumfrage'],
    ['DRAFT', { startsAt: null, poll: { state: 'OPEN', asked: 3, silent: 0 } }, 'Termin wählen'],
    ['DRAFT', { startsAt: null, poll: { state: 'CLOSED', asked: 3, silent: 1 } }, 'Termin wählen'],
    ['DRAFT', { startsAt: null, poll: { state: 'CANCELLED', asked: 3, silent: 1 } }, 'Terminumfrage senden'],
    ['DRAFT', { startsAt: '2026-11-30T09:00:00Z', endsAt: '2026-11-30T10:00:00Z' }, 'Protokoll nachtragen'],
    [
      'SCHEDULED',
      { startsAt: '2026-11-30T09:00:00Z', endsAt: '2026-11-30T10:00:00Z' },
      'Protokoll nachtragen',
    ],
    ['INVITED', { startsAt: '2026-11-30T09:00:00Z', endsAt: '2026-11-30T10:00:00Z' }, 'Protokoll nachtragen'],
    ['SCHEDULED', {}, 'Einladungen senden'],
    ['SCHEDULED', { startsAt: '2026-12-01T09:30:00Z' }, 'Sitzung starten'],
    ['INVITED', {}, 'Erinnern (2)'],
    ['INVITED', { ...far, invitations: [silent('2026-12-01T08:50:00Z')] }, 'Weitere einladen'],
    ['INVITED', { ...far, invitations: [silent('2026-11-28T09:00:00Z')] }, 'Erinnern (2)'],
    [
      'INVITED',
      { ...far, invitations: [silent('2026-11-20T09:00:00Z', '2026-11-30T09:00:00Z')] },
      'Weitere einladen',
    ],
    [
      'INVITED',
      { ...far, answerUntil: '2026-12-02T22:00:00Z', invitations: [silent('2026-11-30T09:00:00Z')] },
      'Erinnern (2)',
    ],
    ['INVITED', { recallable: { until: '', secondsLeft: 40, recipients: 3 } }, 'Weitere einladen'],
    ['INVITED', { counts: { ...counts, open: 0 } }, 'Weitere einladen'],
    ['INVITED', { startsAt: '2026-12-01T10:00:00Z' }, 'Sitzung starten'],
    ['INVITED', { startsAt: '2026-12-01T10:00:01Z' }, 'Erinnern (2)'],
    ['INVITED', { sessionStartedAt: '2026-12-01T08:55:00Z' }, 'Zur laufenden Sitzung'],
    ['HELD', {}, 'Protokoll prüfen'],
    ['MINUTES_APPROVED', {}, 'Protokoll versenden'],
    ['MINUTES_APPROVED', { protocolSentAt: '2026-12-01T08:00:00Z' }, 'Ergebnisbrief schreiben'],
    ['MINUTES_APPROVED', { protocolSentAt: '2026-12-01T08:00:00Z', fedBack: true }, undefined],
    ['CANCELLED', {}, undefined],
  ] as const)('in %s with %j is %s', (state, over, label) => {
    expect(nextStep(meeting({ state, ...(over as Partial<StaffMeetingView>) }), now)?.label).toBe(label);
  });
});

describe('A meeting', () => {
  it('is past once its hours are, whatever its state, and never without a date', () => {
    expect(isPast(meeting({ state: 'DRAFT', endsAt: '2026-12-01T08:59:00Z' }), now)).toBe(true);
    expect(isPast(meeting({ state: 'DRAFT', endsAt: '2026-12-01T09:30:00Z' }), now)).toBe(false);
    expect(isPast(meeting({ state: 'DRAFT', endsAt: null }), now)).toBe(false);
  });
});
