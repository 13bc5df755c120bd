import type { PollOptionView, PollVoterView } from '@runder-tisch/domain/meetings';
import { mailsOfChange } from './mails-of-change';

const date = (id: string, day: string) =>
  ({ id, times: { day, startTime: '14:00', endTime: '16:00', fold: null } }) as PollOptionView;
const voter = (mail: string, ...answers: PollVoterView['answers']) =>
  ({ mail, askedAt: '2026-11-23T08:00:00Z', answers }) as PollVoterView;
const line = (day: string) => ({ day, startTime: '14:00', endTime: '16:00', fold: '' });

const poll = {
  options: [date('a', '2026-12-08'), date('b', '2026-12-10')],
  voters: [
    voter('anna@ahornhaus.test', { optionId: 'a', answer: 'YES' }, { optionId: 'b', answer: 'NO' }),
    voter('jan@birkenhof.test'),
  ],
};
const both = ['anna@ahornhaus.test', 'jan@birkenhof.test'];

describe('What changing a poll will send', () => {
  it.each([
    [
      'nothing for words or deadline',
      [line('2026-12-08'), line('2026-12-10')],
      both,
      /^Dafür geht keine Mail/,
    ],
    [
      'nothing for a half-typed date',
      [line('2026-12-08'), line('2026-12-10'), line('')],
      both,
      /^Dafür geht keine/,
    ],
    [
      'the new date to those who voted, not to the silent',
      [line('2026-12-08'), line('2026-12-10'), line('2026-12-11')],
      both,
      'Per Mail: 1 Person wird nach den neuen Terminen gefragt.',
    ],
    [
      'a question to those who have no date left',
      [line('2026-12-10')],
      both,
      'Per Mail: 1 Person wird noch einmal gefragt, weil ihr einziger möglicher Termin wegfällt.',
    ],
    [
      'the question to newcomers',
      [line('2026-12-08'), line('2026-12-10')],
      [...both, 'lea@kiebitz.test'],
      'Per Mail: 1 Person wird gefragt.',
    ],
  ] as const)('is %s', (_, wanted, mails, words) => {
    expect(mailsOfChange(poll, wanted, mails)).toMatch(words);
  });

  it('says where the mails stay while none leaves the house', () => {
    const wanted = [line('2026-12-08'), line('2026-12-10')];
    expect(mailsOfChange(poll, wanted, [...both, 'lea@kiebitz.test'], false)).toBe(
      'Per Mail: 1 Person wird gefragt. Die Mails kommen in den Postausgang.',
    );
  });
});
