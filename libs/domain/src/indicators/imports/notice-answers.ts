import type { ReadingNotice } from '../read-value';
import { type DashAnswer, dashAnswers, type DashAnswers } from '../reading/checks/dash-answers';
import { type PopulationBase, populationBaseLabels } from '../value-flags';

export interface NoticeChoice {
  value: string;
  label: string;
}

const SEEN: NoticeChoice = { value: 'SEEN', label: 'Gesehen' };
const dashLabels: Record<DashAnswer, string> = {
  ZERO: 'Ist null',
  KEEP: 'Liegt noch nicht vor',
  LEAVE_OUT: 'Diese Angaben weglassen',
};
const bases: readonly PopulationBase[] = ['ZENSUS_2022', 'ZENSUS_2011'];

/** What somebody may answer; a warning is ticked off, a note asks for nothing. */
export function choicesOf({ kind, code }: Pick<ReadingNotice, 'kind' | 'code'>): NoticeChoice[] {
  if (kind === 'note') return [];
  if (kind === 'warning') return [SEEN];
  if (code === 'base-open') return bases.map((value) => ({ value, label: populationBaseLabels[value] }));
  if (isDash(code)) return dashAnswers.map((value) => ({ value, label: dashLabels[value] }));
  return [{ value: 'KEEP', label: 'Ja, so übernehmen' }];
}

/** Answers by which the file is read: whatever leaves the sign as it is needs none. */
export function dashAnswersOf(
  notices: readonly ReadingNotice[],
  answers: Readonly<Record<string, string>>,
): DashAnswers {
  const said = notices.flatMap(({ code, says }, at) => {
    const answer = answers[at];
    return isDash(code) && (answer === 'ZERO' || answer === 'LEAVE_OUT') ? [[says, answer] as const] : [];
  });
  return Object.fromEntries(said);
}

/** Answers to what is said again, when a file was read once more. */
export function carriedAnswers(
  before: readonly ReadingNotice[],
  answers: Readonly<Record<string, string>>,
  now: readonly ReadingNotice[],
): Record<string, string> {
  const told = new Map(before.map(({ code, says }, at) => [`${code} ${says}`, answers[at]]));
  const carried = now.flatMap(({ code, says }, at) => {
    const answer = told.get(`${code} ${says}`);
    return answer ? [[String(at), answer] as const] : [];
  });
  return Object.fromEntries(carried);
}

/** Whether all that is asked has an answer. */
export function isAnswered(
  notices: readonly ReadingNotice[],
  answers: Readonly<Record<string, string>>,
): boolean {
  return notices.every(({ kind }, at) => kind === 'note' || Boolean(answers[at]));
}

function isDash(code: string): boolean {
  return code.startsWith('dash');
}
