import {
  recommendationLimits,
  type DecisionResult,
  type RecommendationState,
} from '@runder-tisch/domain/findings';
import { headingKey } from '@runder-tisch/domain/imports';
import { isDay } from '@runder-tisch/domain/time';
import type { Lookups, ReadEntry } from '../../imports/import-target';

type Values = Readonly<Record<string, string>>;

const results = new Map<string, DecisionResult>(
  (
    [
      ['angenommen', 'ACCEPTED'],
      ['beschlossen', 'ACCEPTED'],
      ['zugestimmt', 'ACCEPTED'],
      ['ja', 'ACCEPTED'],
      ['geändert angenommen', 'CHANGED'],
      ['geändert beschlossen', 'CHANGED'],
      ['geändert', 'CHANGED'],
      ['mit Änderungen angenommen', 'CHANGED'],
      ['abgelehnt', 'REJECTED'],
      ['nein', 'REJECTED'],
      ['vertagt', 'DEFERRED'],
      ['zurückgestellt', 'DEFERRED'],
    ] as const
  ).map(([words, result]) => [headingKey(words), result]),
);

const stateOf: Record<DecisionResult, RecommendationState> = {
  ACCEPTED: 'ACCEPTED',
  CHANGED: 'CHANGED',
  REJECTED: 'REJECTED',
  DEFERRED: 'SUBMITTED',
};

const UNKNOWN_WORDING = 'Der beschlossene Wortlaut ist nicht überliefert.';
const UNKNOWN_REASON = 'Die Begründung ist nicht überliefert.';

/** The recommendation a row speaks of; without wording, year and Handlungsfeld nothing is taken over. */
export function readRecommendation(values: Values, lookups: Lookups): ReadEntry | null {
  const given = (key: string): string => (values[`recommendation.${key}`] ?? '').trim();
  const wording = given('wording');
  if (recommendationKeys.every((key) => given(key) === '')) return null;
  const problems: ReadEntry['problems'] = [];
  const wrong = (key: string, says: string): void =>
    void problems.push({ field: `recommendation.${key}`, says });
  const year = yearOf(values);
  const field = lookups['field']?.get(headingKey(given('field')));
  if (wording === '') wrong('wording', 'Ohne Wortlaut wird die Empfehlung nicht übernommen.');
  if (wording.length > recommendationLimits.wording)
    wrong('wording', `Der Wortlaut ist länger als ${recommendationLimits.wording} Zeichen.`);
  if (year === null)
    wrong(
      'year',
      given('year') === ''
        ? 'Ohne Jahr wird die Empfehlung nicht übernommen.'
        : 'Das ist keine Jahreszahl. Die Empfehlung wird nicht übernommen.',
    );
  if (!field) wrong('field', 'Dieses Handlungsfeld gibt es nicht. Die Empfehlung wird nicht übernommen.');
  const result = results.get(headingKey(given('result')));
  if (given('result') !== '' && !result)
    wrong('result', 'Dieses Ergebnis kennen wir nicht. Die Empfehlung gilt als eingebracht.');
  if (given('decidedOn') !== '' && dayOf(given('decidedOn')) === null)
    wrong('decidedOn', 'Das ist kein Datum. Der Beschluss wird nicht übernommen.');
  else if (result && given('decidedOn') === '')
    wrong('decidedOn', 'Ohne Datum wird nur das Ergebnis übernommen, nicht der Beschluss.');
  const whole = wording !== '' && wording.length <= recommendationLimits.wording && year !== null;
  return {
    name: wording.slice(0, 200),
    detail: [year === null ? '' : String(year), given('plan')].filter(Boolean).join(' · '),
    record:
      whole && field
        ? {
            wording,
            year: String(year),
            field_id: field,
            addressee: given('addressee').slice(0, recommendationLimits.line),
            earlier_plan: given('plan').slice(0, recommendationLimits.line) || `Plan ${year}`,
            state: result ? stateOf[result] : 'SUBMITTED',
          }
        : null,
    comparable: { name: wording.slice(0, 200) },
    problems,
  };
}

/** What a body made of it; null where result or day is missing. */
export function readDecision(values: Values): {
  body: string;
  day: string;
  reference: string;
  result: DecisionResult;
  wording: string;
  reason: string;
} | null {
  const given = (key: string): string => (values[`recommendation.${key}`] ?? '').trim();
  const result = results.get(headingKey(given('result')));
  const day = dayOf(given('decidedOn'));
  if (!result || day === null) return null;
  return {
    body: given('body').slice(0, recommendationLimits.line) || 'nicht genannt',
    day,
    reference: given('reference').slice(0, recommendationLimits.reference),
    result,
    wording: given('decidedWording').slice(0, recommendationLimits.wording) || UNKNOWN_WORDING,
    reason:
      given('reason').slice(0, recommendationLimits.reason) || (result === 'REJECTED' ? UNKNOWN_REASON : ''),
  };
}

const recommendationKeys = [
  'wording',
  'year',
  'field',
  'plan',
  'addressee',
  'body',
  'decidedOn',
  'result',
] as const;

function yearOf(values: Values): number | null {
  const written = (values['recommendation.year'] ?? '').trim();
  const year = written === '' ? dayOf(values['recommendation.decidedOn'] ?? '')?.slice(0, 4) : written;
  return year && /^(19[9]\d|2[01]\d\d)$/.test(year) ? Number(year) : null;
}

/** `12.03.2018` or `2018-03-12`; null where it is no day. */
function dayOf(text: string): string | null {
  const written = text.trim();
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  const day = german
    ? `${german[3]}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`
    : written.slice(0, 10);
  return isDay(day) ? day : null;
}
