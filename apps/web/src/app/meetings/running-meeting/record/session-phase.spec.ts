import { sessionPhase } from './session-phase';

const meeting = {
  state: 'INVITED' as const,
  startsAt: '2025-03-12T13:00:00Z',
  endsAt: '2025-03-12T15:00:00Z',
  sessionStartedAt: null,
};
const at = (time: string): Date => new Date(`2025-03-12T${time}:00Z`);

describe('The phase of a session', () => {
  it('opens one hour before the beginning', () => {
    expect(sessionPhase(meeting, at('11:59'))).toBe('early');
    expect(sessionPhase(meeting, at('12:00'))).toBe('ready');
  });

  it('offers to write minutes later where nobody started the session', () => {
    expect(sessionPhase(meeting, at('15:01'))).toBe('past');
    expect(sessionPhase({ ...meeting, sessionStartedAt: '2025-03-12T13:02:00Z' }, at('15:01'))).toBe(
      'running',
    );
  });

  it('lets the minutes of a draft be written once its time is over, and not before', () => {
    const draft = { ...meeting, state: 'DRAFT' as const };
    expect(sessionPhase(draft, at('15:01'))).toBe('past');
    expect(sessionPhase(draft, at('14:59'))).toBe('not-open');
    expect(sessionPhase({ ...draft, startsAt: null, endsAt: null }, at('15:01'))).toBe('not-open');
  });

  it('follows the state of the meeting once it was held', () => {
    expect(sessionPhase({ ...meeting, state: 'HELD' }, at('15:01'))).toBe('held');
    expect(sessionPhase({ ...meeting, state: 'MINUTES_APPROVED' }, at('15:01'))).toBe('approved');
    expect(sessionPhase({ ...meeting, state: 'CANCELLED' }, at('13:01'))).toBe('not-open');
  });
});
