import type { MeasureStatus } from '../measures';
import type { Verdict } from '../measures/evaluation';
import { asSentence, counted, wholeNumber } from '../text';

/** What the sentence on a Handlungsfeld counts. */
export interface FieldCounts {
  /** null for those who do not read voices and Befunde. */
  voices: { total: number; unanswered: number; confirmedFindings: number } | null;
  /** Proposed or set. */
  priorities: number;
  /** Submitted recommendations that wait for the last word. */
  undecided: number;
  /** Adopted recommendations, as proposed or changed. */
  adopted: number;
  /** Those of them that no measure carries. */
  adoptedWithoutMeasure: number;
  measures: Readonly<Partial<Record<MeasureStatus, number>>>;
  verdicts: Readonly<Partial<Record<Verdict, number>>>;
}

/**
 * How a Handlungsfeld stands, in one German sentence that only counts: from the voices to what became of them.
 * What there is none of is left out behind the Schwerpunkte, so that the sentence stays short.
 * @param counts whole numbers, none negative
 * @returns a sentence with its full stop; where all is zero, one that says so
 */
export function fieldSentence(counts: FieldCounts): string {
  const recommendations = [undecided(counts.undecided), adopted(counts)];
  const effects = [measures(counts.measures), verdicts(counts.verdicts)];
  const later = [...recommendations, ...effects].filter((part) => part !== '');
  const { voices, priorities } = counts;
  const heard = voices ? voices.total + voices.confirmedFindings : 0;
  if (heard + priorities === 0 && later.length === 0) return voices ? NOTHING : NOTHING_TO_DECIDE;
  return `${asSentence([beginning(counts), ...later].join('; '))}.`;
}

const NOTHING =
  'In diesem Handlungsfeld gibt es noch keinen Hinweis, keinen bestätigten Befund, keinen Schwerpunkt, keine Empfehlung und keine Maßnahme.';
const NOTHING_TO_DECIDE =
  'In diesem Handlungsfeld gibt es noch keinen Schwerpunkt, keine Empfehlung und keine Maßnahme.';

function beginning({ voices, priorities }: FieldCounts): string {
  const focus = some(priorities, 'Schwerpunkt', 'Schwerpunkte', 'kein Schwerpunkt');
  if (!voices) return priorities > 0 ? focus : `noch ${focus}`;
  const { total, unanswered, confirmedFindings } = voices;
  const heard = some(total, 'Hinweis', 'Hinweise', 'noch kein Hinweis');
  const found = some(
    confirmedFindings,
    'bestätigter Befund',
    'bestätigte Befunde',
    'noch kein bestätigter Befund',
  );
  return `${heard}${waiting(total, unanswered)}, ${found}, ${focus}`;
}

function waiting(total: number, unanswered: number): string {
  if (unanswered === 0) return '';
  if (unanswered < total) return ` (${wholeNumber(unanswered)} noch nicht beantwortet)`;
  return total === 1 ? ' (noch nicht beantwortet)' : ' (alle noch nicht beantwortet)';
}

function undecided(count: number): string {
  if (count === 0) return '';
  return `${counted(count, 'Empfehlung wartet', 'Empfehlungen warten')} auf einen Beschluss`;
}

function adopted({ adopted: all, adoptedWithoutMeasure: without }: FieldCounts): string {
  if (all === 0) return '';
  if (all === 1)
    return without === 0
      ? '1 beschlossene Empfehlung hat eine Maßnahme'
      : '1 beschlossene Empfehlung ist ohne Maßnahme';
  if (without === 0) return `jede der ${wholeNumber(all)} beschlossenen Empfehlungen hat eine Maßnahme`;
  const rest = without === 1 ? 'ist 1' : `sind ${without === all ? 'alle' : wholeNumber(without)}`;
  return `von ${wholeNumber(all)} beschlossenen Empfehlungen ${rest} ohne Maßnahme`;
}

/** What worries first; what waits for a Beschluss or has ended says nothing about how it goes. */
const told = {
  LATE: 'im Verzug',
  AT_RISK: 'gefährdet',
  ON_TRACK: 'im Plan',
  ON_HOLD: 'in einer Pause',
  NOT_STARTED: 'noch nicht begonnen',
  DONE: 'abgeschlossen',
} as const satisfies Partial<Record<MeasureStatus, string>>;

function measures(counts: FieldCounts['measures']): string {
  const parts = (Object.keys(told) as (keyof typeof told)[]).flatMap((status) => {
    const count = counts[status] ?? 0;
    return count > 0 ? [{ count, words: told[status] }] : [];
  });
  return parts
    .map(({ count, words }, index) =>
      index === 0
        ? `${counted(count, 'Maßnahme ist', 'Maßnahmen sind')} ${words}`
        : `${counted(count, 'ist', 'sind')} ${words}`,
    )
    .join(', ');
}

const judged = {
  WORSENED: 'verschlechtert',
  UNCHANGED: 'unverändert',
  BEHIND: 'hinter Plan',
  ON_COURSE: 'auf Kurs',
  REACHED: 'erreicht',
} as const satisfies Partial<Record<Verdict, string>>;

function verdicts(counts: FieldCounts['verdicts']): string {
  const parts = (Object.keys(judged) as (keyof typeof judged)[]).flatMap((verdict) => {
    const count = counts[verdict] ?? 0;
    return count > 0 ? [`${wholeNumber(count)} ${judged[verdict]}`] : [];
  });
  return parts.length > 0 ? `Urteil zur Wirkung: ${parts.join(', ')}` : '';
}

function some(count: number, one: string, many: string, none: string): string {
  return count === 0 ? none : counted(count, one, many);
}
