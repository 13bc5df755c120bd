import { dispatchState } from './dispatch-state';
import type { MailState } from './mail-state';

const now = new Date('2026-11-23T08:00:00Z');

function told(
  counts: Partial<Record<MailState, number>>,
  { nextAt = null, leavesTheHouse = true }: { nextAt?: string | null; leavesTheHouse?: boolean } = {},
): string[] {
  const none = { QUEUED: 0, SENDING: 0, SENT: 0, REFUSED: 0, RECALLED: 0, HELD: 0 };
  const mails = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { words, further } = dispatchState(
    { mails, counts: { ...none, ...counts }, nextAt },
    { now, leavesTheHouse },
  );
  return further ? [words, further] : [words];
}

describe('how a dispatch stands', () => {
  it.each<[Partial<Record<MailState, number>>, string[]]>([
    [{ SENT: 12 }, ['gesendet']],
    [{ REFUSED: 1 }, ['kam nicht an']],
    [{ REFUSED: 4 }, ['alle 4 kamen nicht an']],
    [{ REFUSED: 1, SENT: 11 }, ['1 von 12 kam nicht an', '11 gesendet']],
    [{ REFUSED: 3, SENT: 8, QUEUED: 1 }, ['3 von 12 kamen nicht an', '1 wird gesendet, 8 gesendet']],
    [{ SENDING: 1, QUEUED: 1, SENT: 1 }, ['2 von 3 werden gesendet', '1 gesendet']],
    [{ HELD: 12 }, ['bleibt im Haus']],
    [{ HELD: 2, SENT: 1 }, ['2 von 3 bleiben im Haus', '1 gesendet']],
    [{ RECALLED: 5 }, ['zurückgeholt']],
    [{ RECALLED: 1, SENT: 4 }, ['4 von 5 gesendet', '1 zurückgeholt']],
  ])('%j: %j', (counts, words) => {
    expect(told(counts)).toEqual(words);
  });

  it.each([
    ['2026-11-23T08:00:39.500Z', 'geht in 40 s hinaus'],
    ['2026-11-23T08:04:10Z', 'geht in 5 Minuten hinaus'],
    ['2026-11-23T21:00:00Z', 'geht am Mo, 23.11.2026, 22:00 Uhr hinaus'],
    ['2026-11-23T07:59:59Z', 'wird gesendet'],
  ])('waits until %s: %s', (nextAt, words) => {
    expect(told({ QUEUED: 12 }, { nextAt })).toEqual([words]);
  });

  it('promises nothing where no mail leaves the house', () => {
    const waits = { nextAt: '2026-11-23T08:00:40Z', leavesTheHouse: false };
    expect(told({ QUEUED: 12 }, waits)).toEqual(['bleibt im Haus']);
    expect(told({ QUEUED: 1, HELD: 2 }, waits)).toEqual(['bleibt im Haus']);
  });
});
