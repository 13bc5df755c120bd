import * as fc from 'fast-check';
import { berlinWall } from '../../time';
import {
  hasVoted,
  pollMoves,
  pollReminderAt,
  pollStateAt,
  type PollVoter,
  proposedDate,
  rankDates,
  refusedVote,
  toldOfDates,
} from './date-poll';
import { type PollAnswer, pollAnswers } from './poll-words';

const options = ['mo', 'di', 'mi'].map((id, index) => ({
  id,
  startsAt: new Date(Date.UTC(2026, 11, 7 + index, 13)),
}));
const words: Record<string, PollAnswer> = { j: 'YES', n: 'IF_NEED_BE', x: 'NO' };

/** "jx-" in the order of the dates: Ja, Nein, no answer. */
function voter(name: string, votes: string, required = false): PollVoter {
  const answers = options.flatMap(({ id }, index) => {
    const answer = words[votes[index] ?? ''];
    return answer ? [{ optionId: id, answer }] : [];
  });
  return { name, required, answers };
}

const order = (...voters: PollVoter[]): string[] => rankDates(options, voters).map((it) => it.optionId);

describe('The best date', () => {
  it('is the one on which most can come, Notfalls included', () => {
    expect(order(voter('Anna', 'jjx'), voter('Jan', 'xnj'), voter('Lea', 'xjn'))).toEqual(['di', 'mi', 'mo']);
  });

  it('has more Ja where as many can come, and is the earlier one where even that is equal', () => {
    expect(order(voter('Anna', 'njj'), voter('Jan', 'njj'))).toEqual(['di', 'mi', 'mo']);
  });

  it('is never one on which somebody who must be there cannot, however many others can', () => {
    const voters = [
      voter('Anna', 'jjx', true),
      voter('Jan', 'xxj'),
      voter('Lea', 'xxj'),
      voter('Sven', 'xxj'),
    ];
    expect(order(...voters)[2]).toBe('mi');
  });

  it('waits for nobody but those who must be there', () => {
    expect(order(voter('Anna', '-xj', true), voter('Jan', 'jjx'))).toEqual(['mi', 'mo', 'di']);
    expect(order(voter('Anna', '---'), voter('Jan', 'xjx'))[0]).toBe('di');
  });

  it('is proposed with its reason', () => {
    expect(
      proposedDate(options, [voter('Anna', 'jjx', true), voter('Jan', 'xnj'), voter('Lea', 'xjn')]),
    ).toEqual({
      optionId: 'di',
      reason: 'Wer dabei sein muss, kann; 3 von 3 können (2 Ja, 1 Notfalls).',
    });
    expect(proposedDate(options, [voter('Anna', 'xxx', true), voter('Jan', 'xxj')])).toEqual({
      optionId: 'mi',
      reason: 'An keinem Tag können alle, die dabei sein müssen; hier fehlt Anna; 1 von 2 kann.',
    });
    expect(proposedDate(options, [voter('Anna', 'jj-', true), voter('Jan', 'jj-', true)])?.reason).toBe(
      'Alle, die dabei sein müssen, können; 2 von 2 können; früher als ein gleich guter Termin.',
    );
    expect(proposedDate(options, [voter('Anna', '---', true), voter('Jan', 'jxx')])?.reason).toBe(
      'Noch offen: Anna; 1 von 2 kann.',
    );
  });

  it('is not proposed while nobody can come on any', () => {
    expect(proposedDate(options, [])).toBeNull();
    expect(proposedDate(options, [voter('Anna', 'xxx'), voter('Jan', '---')])).toBeNull();
  });

  it('does not depend on the order in which dates and people are listed, and counts everybody once', () => {
    const votes = fc.array(fc.option(fc.constantFrom(...pollAnswers), { nil: null }), {
      minLength: 3,
      maxLength: 3,
    });
    const people = fc.array(fc.record({ votes, required: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(people, (all) => {
        const voters = all.map((it, index) => ({
          name: `P${index}`,
          required: it.required,
          answers: options.flatMap(({ id }, at) => {
            const answer = it.votes[at];
            return answer ? [{ optionId: id, answer }] : [];
          }),
        }));
        const ranked = rankDates(options, voters);
        expect(rankDates([...options].reverse(), [...voters].reverse()).map((it) => it.optionId)).toEqual(
          ranked.map((it) => it.optionId),
        );
        for (const tally of ranked)
          expect(tally.yes + tally.ifNeedBe + tally.no + tally.open).toBe(voters.length);
      }),
      { seed: 2026 },
    );
  });
});

describe('A poll', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  const later = new Date('2026-11-30T22:59:59Z');
  const poll = (state: Parameters<typeof pollStateAt>[0]['state'], closesAt = later) => ({ state, closesAt });

  it('is over with its deadline, whoever looks', () => {
    expect(pollStateAt(poll('OPEN'), now)).toBe('OPEN');
    expect(pollStateAt(poll('OPEN'), later)).toBe('CLOSED');
    expect(pollMoves.next(pollStateAt(poll('OPEN', now), now), 'remind').refusal?.code).toBe('poll-closed');
  });

  it.each([
    ['DRAFT', ['send', 'change', 'remove']],
    ['OPEN', ['send', 'change', 'recall', 'remind', 'close', 'choose', 'cancel']],
    ['CLOSED', ['send', 'change', 'recall', 'choose', 'cancel']],
    ['CHOSEN', []],
    ['CANCELLED', []],
  ] as const)('in %s allows %j', (state, moves) => {
    expect(pollMoves.open(pollStateAt(poll(state), now))).toEqual(moves);
  });

  it('says why a step is not possible any more', () => {
    expect(pollMoves.next('CHOSEN', 'choose').refusal?.code).toBe('poll-chosen');
    expect(pollMoves.next('CANCELLED', 'remind').refusal?.code).toBe('poll-cancelled');
    expect(pollMoves.next('DRAFT', 'choose').refusal?.code).toBe('poll-not-sent');
  });

  it('takes votes until the deadline, and afterwards those that came by phone', () => {
    expect(refusedVote(poll('OPEN'), true, false, now)).toBeNull();
    expect(refusedVote(poll('OPEN'), false, false, now)).toBe('poll-not-asked');
    expect(refusedVote(poll('OPEN'), true, false, later)).toBe('poll-closed');
    expect(refusedVote(poll('OPEN'), true, true, later)).toBeNull();
    expect(refusedVote(poll('CHOSEN'), true, true, now)).toBe('poll-chosen');
    expect(refusedVote(poll('CANCELLED'), true, true, now)).toBe('poll-cancelled');
  });

  it('has somebody’s vote only when each date has its answer', () => {
    expect(hasVoted(voter('Anna', 'jxn'), options)).toBe(true);
    expect(hasVoted(voter('Anna', 'jx-'), options)).toBe(false);
  });

  it('tells of new dates those who voted, and of lost ones those who have none left', () => {
    expect(toldOfDates(voter('Anna', 'jxx'), 1, [])).toBe('NEW_DATES');
    expect(toldOfDates(voter('Anna', '---'), 1, [])).toBeNull();
    expect(toldOfDates(voter('Anna', 'jxx'), 0, ['mo'])).toBe('DATES_GONE');
    expect(toldOfDates(voter('Anna', 'jnx'), 0, ['mo'])).toBeNull();
    expect(toldOfDates(voter('Anna', 'xxx'), 0, ['mo'])).toBeNull();
  });

  it.each([
    ['two days before its last day', '2026-11-23T08:00:00Z', '2026-11-30T22:59:59Z', '2026-11-28 08:00'],
    [
      'one day before it, where it is short',
      '2026-11-28T08:00:00Z',
      '2026-11-30T22:59:59Z',
      '2026-11-29 08:00',
    ],
    [
      'at eight also across the clock change',
      '2026-10-20T08:00:00Z',
      '2026-10-26T22:59:59Z',
      '2026-10-24 08:00',
    ],
    ['at eight after the clock change', '2026-10-20T08:00:00Z', '2026-10-27T22:59:59Z', '2026-10-25 08:00'],
  ])('reminds %s', (_, sent, closes, at) => {
    const wall = berlinWall(pollReminderAt(new Date(sent), new Date(closes)) ?? new Date(0));
    expect(`${wall.date} ${wall.time}`).toBe(at);
  });

  it('does not remind by itself where it lasts a day', () => {
    expect(pollReminderAt(new Date('2026-11-29T16:00:00Z'), new Date('2026-11-30T22:59:59Z'))).toBeNull();
  });
});
