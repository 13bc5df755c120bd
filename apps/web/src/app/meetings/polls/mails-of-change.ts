import { type PollView, toldOfDates } from '@runder-tisch/domain/meetings';
import type { SavePollOption } from '@runder-tisch/domain/meetings/polls/polls-requests';
import { counted } from '@runder-tisch/domain/text';

/** What saving a running poll would send, in a sentence; half-typed dates do not count yet. */
export function mailsOfChange(
  poll: Pick<PollView, 'options' | 'voters'>,
  wanted: readonly SavePollOption[],
  mails: readonly string[],
  leave = true,
): string {
  const key = (it: Omit<SavePollOption, 'fold'> & { fold: string | null }): string =>
    [it.day, it.startTime, it.endTime, it.fold ?? ''].join(' ');
  const whole = wanted.filter((it) => it.day && it.startTime && it.endTime);
  const before = new Set(poll.options.map((it) => key(it.times)));
  const after = new Set(whole.map(key));
  const added = whole.filter((it) => !before.has(key(it))).length;
  const goneIds = poll.options.filter((it) => !after.has(key(it.times))).map((it) => it.id);
  const stay = poll.voters.filter((it) => mails.includes(it.mail));
  const asked = mails.filter((mail) => !poll.voters.some((it) => it.mail === mail && it.askedAt)).length;
  const told = stay.filter((it) => it.askedAt).map((it) => toldOfDates(it, added, goneIds));
  const count = (kind: 'NEW_DATES' | 'DATES_GONE'): number => told.filter((it) => it === kind).length;
  const parts = [
    asked > 0 && `${people(asked)} gefragt`,
    count('NEW_DATES') > 0 && `${people(count('NEW_DATES'))} nach den neuen Terminen gefragt`,
    count('DATES_GONE') > 0 &&
      `${people(count('DATES_GONE'))} noch einmal gefragt, weil ihr einziger möglicher Termin wegfällt`,
  ].filter(Boolean);
  if (parts.length === 0) return 'Dafür geht keine Mail hinaus. Wer den Link öffnet, sieht den neuen Stand.';
  const words = `Per Mail: ${parts.join(', ')}.`;
  return leave ? words : `${words} Die Mails kommen in den Postausgang.`;
}

function people(count: number): string {
  return counted(count, 'Person wird', 'Personen werden');
}
