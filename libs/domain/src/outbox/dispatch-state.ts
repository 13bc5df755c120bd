import { counted } from '../text';
import { formatShortDateTime } from '../time';
import type { MailState } from './mail-state';
import type { OutboxDispatch } from './outbox-views';

export interface DispatchState {
  /** The state that matters most, and in words how many mails stand there. */
  state: MailState;
  words: string;
  /** How the other mails stand; empty where all stand alike. */
  further: string;
}

interface Part {
  state: MailState;
  count: number;
  one: string;
  many: string;
}

const MINUTE = 60;

/**
 * How a dispatch stands: what somebody has to look after goes before what goes on, and that before what is done.
 * Without a mail server nothing goes out, however long one waits.
 */
export function dispatchState(
  { mails, counts, nextAt }: Pick<OutboxDispatch, 'mails' | 'counts' | 'nextAt'>,
  { now, leavesTheHouse }: { now: Date; leavesTheHouse: boolean },
): DispatchState {
  const { SENT, REFUSED, RECALLED, HELD } = counts;
  const waiting = counts.QUEUED + counts.SENDING;
  const parts: Part[] = [
    { state: 'REFUSED', count: REFUSED, one: 'kam nicht an', many: 'kamen nicht an' },
    { state: 'QUEUED', count: leavesTheHouse ? waiting : 0, ...leaving(nextAt, now) },
    {
      state: 'HELD',
      count: leavesTheHouse ? HELD : HELD + waiting,
      one: 'bleibt im Haus',
      many: 'bleiben im Haus',
    },
    { state: 'SENT', count: SENT, one: 'gesendet', many: 'gesendet' },
    { state: 'RECALLED', count: RECALLED, one: 'zurückgeholt', many: 'zurückgeholt' },
  ];
  const [first, ...others] = parts.filter(({ count }) => count > 0);
  if (!first) throw new RangeError('A dispatch has mails.');
  return {
    state: first.state,
    words: mostOf(first, mails),
    further: others.map((part) => `${part.count} ${verbOf(part)}`).join(', '),
  };
}

function mostOf(part: Part, mails: number): string {
  if (part.count < mails) return `${part.count} von ${mails} ${verbOf(part)}`;
  return part.state === 'REFUSED' && mails > 1 ? `alle ${mails} ${part.many}` : part.one;
}

function verbOf({ count, one, many }: Part): string {
  return count === 1 ? one : many;
}

function leaving(nextAt: string | null, now: Date): { one: string; many: string } {
  const seconds = nextAt === null ? 0 : Math.ceil((Date.parse(nextAt) - now.getTime()) / 1000);
  if (nextAt === null || seconds <= 0) return { one: 'wird gesendet', many: 'werden gesendet' };
  const minutes = Math.ceil(seconds / MINUTE);
  const when =
    minutes <= 2
      ? `in ${seconds} s`
      : minutes <= MINUTE
        ? `in ${counted(minutes, 'Minute', 'Minuten')}`
        : `am ${formatShortDateTime(nextAt)}`;
  return { one: `geht ${when} hinaus`, many: `gehen ${when} hinaus` };
}
