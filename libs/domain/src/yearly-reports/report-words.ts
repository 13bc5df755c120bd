import { consolidationColour, consolidationColourLabels } from '../structure';
import { counted, wholeNumber } from '../text';
import { formatShortDate } from '../time';
import type {
  ReportedFeedback,
  ReportedMeeting,
  ReportedSeats,
  ReportedTasks,
  YearlyReportFacts,
} from './yearly-reports-views';

/** How many meetings took place, and what share of the invited came. */
export function heldWords({ meetings, cancelled }: YearlyReportFacts): string {
  const held = meetings.length === 0 ? 'keines' : counted(meetings.length, 'Treffen', 'Treffen');
  const share = attendanceShare(meetings);
  const words = share === null ? held : `${held}, im Schnitt kamen ${share} % der Eingeladenen`;
  return cancelled > 0 ? `${words}; ${wholeNumber(cancelled)} abgesagt` : words;
}

/** Percent of the invited of all meetings together, in whole numbers; null where nobody was invited. */
export function attendanceShare(
  meetings: readonly Pick<ReportedMeeting, 'invited' | 'present'>[],
): number | null {
  const invited = meetings.reduce((sum, meeting) => sum + meeting.invited, 0);
  const present = meetings.reduce((sum, meeting) => sum + meeting.present, 0);
  return invited === 0 ? null : Math.round((present * 100) / invited);
}

export function agreementWords({ agreements }: YearlyReportFacts): string {
  if (agreements.length === 0) return 'keine';
  const done = agreements.filter(({ outcome }) => outcome === 'DONE').length;
  const open = agreements.filter(({ outcome }) => outcome === 'OPEN').length;
  const dropped = agreements.length - done - open;
  return [
    `${wholeNumber(agreements.length)}, davon ${wholeNumber(done)} umgesetzt und ${wholeNumber(open)} offen`,
    dropped > 0 ? `${wholeNumber(dropped)} entfallen` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

export function taskWords({ done, open, overdue, dropped }: ReportedTasks): string {
  if (done + open + dropped === 0) return 'keine';
  const late = overdue > 0 ? `, davon ${wholeNumber(overdue)} überfällig` : '';
  const gone = dropped > 0 ? `; ${wholeNumber(dropped)} entfallen` : '';
  return `${wholeNumber(done)} erledigt, ${wholeNumber(open)} offen${late}${gone}`;
}

export function feedbackWords({ total, answered, waiting }: ReportedFeedback): string {
  if (total === 0) return 'keine';
  return `${wholeNumber(total)}, davon ${wholeNumber(answered)} beantwortet und ${wholeNumber(waiting)} noch nicht entschieden`;
}

export function seatWords({ filled, vacant }: ReportedSeats): string {
  const empty = vacant.length === 0 ? 'keiner unbesetzt' : `${wholeNumber(vacant.length)} unbesetzt`;
  return `${wholeNumber(filled)} besetzt, ${empty}`;
}

export function consolidationWords({ checks }: YearlyReportFacts): string {
  const [check] = checks;
  if (!check) return 'noch nicht geprüft';
  const met = check.results.filter((result) => result.met).length;
  const colour = consolidationColourLabels[consolidationColour(met, check.results.length)];
  return `${colour}, ${met} von ${check.results.length} Kriterien erfüllt (${formatShortDate(check.checkedOn)})`;
}
