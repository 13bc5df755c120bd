import type { CalendarAnswer, ReadReply } from '../../calendar';
import { judgeReply, type RepliedInvitation } from './replies';

const UID = '0194c9d2@runder-tisch.test';
const NOW = new Date('2026-11-25T09:00:00Z');

const invitation: RepliedInvitation = {
  id: 'i1',
  name: 'Ida Linde',
  mail: 'ida@linde.test',
  invited: true,
  sentSequence: 0,
  invitedAt: new Date('2026-11-23T08:00:00Z'),
  calendarStamp: new Date('2026-11-23T08:00:00Z'),
  kept: null,
  speakers: ['Post@Linde.test'],
};

function reply(from: string, attendee: Partial<CalendarAnswer['attendees'][number]> = {}): ReadReply {
  return {
    from: [{ name: from, mail: from }],
    sentAt: new Date('2026-11-24T10:00:00Z'),
    report: null,
    autoReplied: false,
    generated: false,
    text: '',
    answers: [
      {
        method: 'REPLY',
        uid: UID,
        sequence: 0,
        dtstamp: new Date('2026-11-24T10:00:00Z'),
        repliedAt: null,
        attendees: [{ mail: 'ida@linde.test', partstat: 'ACCEPTED', ...attendee }],
        comment: '',
        occurrence: false,
        proposed: null,
      },
    ],
  };
}
const judged = (it: ReadReply, of = invitation) => judgeReply(it, UID, [of], NOW);

describe('A reply', () => {
  it('counts from an address known to speak for the person, and from no other', () => {
    expect(judged(reply('post@linde.test'))).toMatchObject({ kind: 'COUNTS', answer: 'ACCEPTED' });
    expect(judged(reply('post@linde.test.boese.test'))).toMatchObject({ refusal: 'other-sender' });
    expect(judged(reply('post@linde.test'), { ...invitation, speakers: [] })).toMatchObject({
      refusal: 'other-sender',
    });
  });

  it('passes the seat on to one other address, said once', () => {
    const sends = reply('ida@linde.test', { partstat: 'DELEGATED', delegatedTo: 'Vera@linde.test' });
    const times = { sequence: 0, stamp: sends.answers[0]?.dtstamp ?? null, sentAt: sends.sentAt };
    expect(judged(sends)).toEqual({ kind: 'DELEGATES', invitation, deputy: 'vera@linde.test', times });
    const kept = { ...invitation, kept: { answer: 'DECLINED' as const, ...times } };
    expect(judged(sends, kept)).toMatchObject({ refusal: 'known' });
  });

  it.each(['', 'niemand', 'ida@linde.test'])('passes no seat on to "%s"', (delegatedTo) => {
    expect(judged(reply('ida@linde.test', { partstat: 'DELEGATED', delegatedTo }))).toMatchObject({
      refusal: 'no-answer',
    });
  });
});
