import { todayLine } from '../tasks';
import { meetingsToday } from '.';

const meeting = { title: 'Netzwerktreffen', startsAt: '2025-03-20T13:00:00+00:00' };
const line = (kind: keyof typeof meetingsToday, facts: object) =>
  todayLine({ kind, id: 'm1', due: null, facts }, meetingsToday);

describe('What is due with meetings', () => {
  it('says how many have not answered, and reminds them by the button', () => {
    const silent = { ...meeting, asked: 7 };
    expect(line('meeting-silent', { ...silent, silent: 1 }).text).toBe(
      '1 von 7 hat nicht geantwortet: Netzwerktreffen',
    );
    expect(line('meeting-silent', { ...silent, silent: 3 })).toMatchObject({
      text: '3 von 7 haben nicht geantwortet: Netzwerktreffen',
      post: '/api/meetings/m1/remind',
      undo: '/api/meetings/m1/recall',
    });
    expect(line('poll-silent', { ...silent, silent: 2, pollId: 'p1' })).toMatchObject({
      text: '2 von 7 haben nicht abgestimmt: Netzwerktreffen',
      post: '/api/polls/p1/remind',
    });
  });

  it('names the day in Berlin where the day tells which meeting is meant', () => {
    expect(line('meeting-invite', meeting).text).toBe('Einladungen senden: Netzwerktreffen am 20.03.');
    expect(line('meeting-minutes', { ...meeting, startsAt: '2025-03-20T23:30:00+00:00' }).text).toBe(
      'Protokoll vom 21.03. freigeben: Netzwerktreffen',
    );
    expect(line('meeting-held', { ...meeting, startsAt: null }).text).toBe(
      'Nachtragen, wer da war: Netzwerktreffen',
    );
  });

  it('says why a date can be chosen', () => {
    expect(line('poll-choose', { ...meeting, running: true }).text).toMatch(/^Alle haben abgestimmt/);
    expect(line('poll-choose', { ...meeting, running: false }).text).toMatch(/^Umfrage beendet/);
  });

  it('puts the minutes that others wait for before reminders and invitations', () => {
    const order = Object.entries(meetingsToday).map(([kind, { priority }]) => ({ kind, priority }));
    expect(order.sort((a, b) => a.priority - b.priority).map((it) => it.kind)).toEqual(
      Object.keys(meetingsToday),
    );
  });
});
