import * as fc from 'fast-check';
import { type Asked, type AnswerTimes, orderOfAnswers } from './order-of-answers';

const at = (time: string): Date => new Date(`2027-03-02T${time}Z`);
/** Invited at eight; programs that repeat the stamp of the invitation write this one. */
const INVITED = at('08:00:00');
const asked: Asked = { invitedAt: INVITED, calendarStamp: INVITED };
const times = (stamp: string | null, sentAt: string | null = null, sequence = 0): AnswerTimes => ({
  sequence,
  stamp: stamp === null ? null : at(stamp),
  sentAt: sentAt === null ? null : at(sentAt),
});
const page = (time: string): AnswerTimes => times(time, time);

describe('Of two answers of one person the later counts', () => {
  const cases: [string, AnswerTimes, AnswerTimes, string][] = [
    ['by the calendar', times('10:00:01'), times('10:00:00'), 'NEWER'],
    ['by the version of the meeting before all else', times('09:00:00', null, 2), times('10:00:00'), 'NEWER'],
    [
      'by the mails where both repeat the invitation',
      times('08:00:00', '11:05:00'),
      times('08:00:00', '11:00:00'),
      'NEWER',
    ],
    [
      'by the mails where one repeats it',
      times('08:00:00', '13:00:00'),
      times('12:30:00', '12:30:00'),
      'NEWER',
    ],
    ['by mail against calendar file', times('11:30:00'), times('08:00:00', '12:00:00'), 'OLDER'],
    [
      'by a later stamp in mails of the same moment',
      times('10:05:00', '12:00:00'),
      times('10:00:00', '12:00:00'),
      'NEWER',
    ],
    [
      'by stamps that are older than the invitation',
      times('07:10:00', '12:00:00'),
      times('07:00:00', '12:00:00'),
      'NEWER',
    ],
    ['against the answer page', times('08:00:00', '12:10:00'), page('12:00:00'), 'NEWER'],
    ['before the answer page', times('08:00:00', '11:50:00'), page('12:00:00'), 'OLDER'],
    ['in words, by the mail', times(null, '12:10:00'), times('12:00:00', '12:00:00'), 'NEWER'],
    [
      'is not known where calendar and mail disagree',
      times('10:00:00', '15:00:00'),
      times('12:00:00', '12:00:00'),
      'UNKNOWN',
    ],
    [
      'is not known where nothing differs',
      times('08:00:00', '12:00:00'),
      times('08:00:00', '12:00:00'),
      'UNKNOWN',
    ],
    ['is not known of two repeated stamps alone', times('08:00:00'), times('08:00:00'), 'UNKNOWN'],
    ['is not known of a repeated stamp against a page', times('08:00:00'), page('12:00:00'), 'UNKNOWN'],
  ];

  it.each(cases)('%s', (_how, reply, kept, expected) => {
    expect(orderOfAnswers(reply, kept, asked)).toBe(expected);
  });

  it('whichever of the two comes first', () => {
    const moment = fc.option(
      fc.integer({ min: 0, max: 9 }).map((hour) => at(`0${hour}:00:00`)),
      { nil: null },
    );
    const anyTimes = fc.record({ sequence: fc.integer({ min: 0, max: 1 }), stamp: moment, sentAt: moment });
    const other = { NEWER: 'OLDER', OLDER: 'NEWER', UNKNOWN: 'UNKNOWN' } as const;
    const early = { invitedAt: at('03:00:00'), calendarStamp: at('04:00:00') };
    fc.assert(
      fc.property(anyTimes, anyTimes, (one, two) => {
        expect(orderOfAnswers(two, one, early)).toBe(other[orderOfAnswers(one, two, early)]);
      }),
    );
  });
});
