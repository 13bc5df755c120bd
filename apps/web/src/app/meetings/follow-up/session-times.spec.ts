import { TestBed } from '@angular/core/testing';
import type { StaffMeetingView } from '@runder-tisch/domain/meetings';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { CurrentMeeting } from '../meeting-page/current-meeting';
import { SessionTimes } from './session-times';

const planned = {
  id: '7',
  startsAt: '2026-11-12T17:20:00Z',
  endsAt: '2026-11-12T18:50:00Z',
  sessionStartedAt: null,
  sessionEndedAt: null,
} as StaffMeetingView;

describe('Stating from when to when people met', () => {
  const sent: { path: string; request: object }[] = [];
  const said: string[] = [];
  let reloads = 0;

  async function shown(meeting: StaffMeetingView) {
    sent.length = said.length = reloads = 0;
    const act = (path: string, _version: null, request: object): Promise<void> => {
      sent.push({ path, request });
      return Promise.resolve();
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: { act } },
        { provide: CurrentMeeting, useValue: { reload: () => (reloads += 1) } },
        { provide: Toasts, useValue: { say: (words: string) => said.push(words) } },
      ],
    });
    const fixture = TestBed.createComponent(SessionTimes);
    fixture.componentRef.setInput('meeting', meeting);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const fields = (): string[] =>
      [...page.querySelectorAll<HTMLInputElement>('input')].map((it) => it.value);
    const save = async (...times: string[]): Promise<void> => {
      page
        .querySelectorAll<HTMLInputElement>('input')
        .forEach((it, index) => (it.value = times[index] ?? ''));
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
    };
    return { page, fields, save };
  }

  it('begins with the planned time, and keeps what was typed instead, as times of Berlin', async () => {
    const { fields, save } = await shown(planned);
    expect(fields()).toEqual(['18:20', '19:50']);
    await save('18:35', '20:05');
    expect(sent).toEqual([
      {
        path: '/api/meetings/7/session/end',
        request: { startedAt: '2026-11-12T17:35:00.000Z', endedAt: '2026-11-12T19:05:00.000Z' },
      },
    ]);
    expect(said).toEqual(['Beginn und Ende stehen so im Protokoll.']);
    expect(reloads).toBe(1);
  });

  it('shows what was stated before instead of the plan', async () => {
    const stated = { sessionStartedAt: '2026-11-12T17:30:00Z', sessionEndedAt: '2026-11-12T19:00:00Z' };
    const { fields } = await shown({ ...planned, ...stated });
    expect(fields()).toEqual(['18:30', '20:00']);
  });

  it.each([
    ['an end before the beginning', ['20:05', '18:35'], /Ende/],
    ['an empty field', ['18:35', ''], /Uhrzeit|Zeit|Ende/],
  ])('says what is wrong with %s, and nothing is changed', async (_what, times, says) => {
    const { page, save } = await shown(planned);
    await save(...times);
    expect(page.querySelector('[role=alert]')?.textContent).toMatch(says);
    expect(sent).toEqual([]);
    await save('18:35', '20:05');
    expect(page.querySelector('[role=alert]')).toBeNull();
    expect(sent).toHaveLength(1);
  });
});
