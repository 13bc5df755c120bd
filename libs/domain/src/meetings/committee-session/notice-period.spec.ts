import { lastInvitationDay, type NoticePeriodFacts, noticePeriodWarnings } from './notice-period';

const session: NoticePeriodFacts = {
  startsOn: '2026-12-10',
  invitationDays: 7,
  invitedOn: null,
  agendaChangedOn: null,
  today: '2026-12-02',
};

describe('The Ladungsfrist', () => {
  it('leaves its days whole between invitation and session', () => {
    expect(lastInvitationDay(session)).toBe('2026-12-02');
  });

  it('is not kept where the body has none or no day is set', () => {
    expect(noticePeriodWarnings({ ...session, invitationDays: null, today: '2026-12-09' })).toEqual([]);
    expect(noticePeriodWarnings({ ...session, startsOn: null, today: '2026-12-09' })).toEqual([]);
  });

  it('warns before inviting from the day after the last one', () => {
    expect(noticePeriodWarnings(session)).toEqual([]);
    expect(noticePeriodWarnings({ ...session, today: '2026-12-03' })).toEqual([
      'Die Ladungsfrist von 7 Tagen ist nicht mehr zu halten: Die Einladung hätte bis zum 2. Dezember 2026 hinausgehen müssen.',
    ]);
  });

  it('warns of invitations that went out late, not of those in time', () => {
    const later = { ...session, today: '2026-12-09' };
    expect(noticePeriodWarnings({ ...later, invitedOn: '2026-12-02' })).toEqual([]);
    expect(noticePeriodWarnings({ ...later, invitedOn: '2026-12-03' })).toEqual([
      'Die Einladung ging am 3. Dezember 2026 hinaus; die Ladungsfrist von 7 Tagen endete am 2. Dezember 2026.',
    ]);
  });

  it('warns of an agenda that changed after it', () => {
    const invited = { ...session, invitedOn: '2026-11-20', today: '2026-12-09' };
    expect(noticePeriodWarnings({ ...invited, agendaChangedOn: '2026-12-01' })).toEqual([]);
    expect(noticePeriodWarnings({ ...invited, agendaChangedOn: '2026-12-05' })).toEqual([
      'Die Tagesordnung wurde am 5. Dezember 2026 geändert; die Ladungsfrist von 7 Tagen endete am 2. Dezember 2026.',
    ]);
  });
});
