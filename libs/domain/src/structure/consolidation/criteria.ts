import { counted } from '../../text';
import { addMonths, formatDate } from '../../time';

/** What can last: a network, a format of participation, and the planning itself. */
export const consolidationSubjects = ['NETWORK', 'FORMAT', 'PLANNING'] as const;
export type ConsolidationSubject = (typeof consolidationSubjects)[number];

export const consolidationSubjectLabels: Record<ConsolidationSubject, string> = {
  NETWORK: 'Netzwerke',
  FORMAT: 'Formate',
  PLANNING: 'Sozialplanung',
};

/** What a criterion is held against; ASKED has no data and is answered by a human alone. */
export const consolidationMeasures = [
  'AGREEMENT',
  'COORDINATION',
  'MEETINGS',
  'REPORTING',
  'RESULTS',
  'RHYTHM',
  'ASKED',
] as const;
export type ConsolidationMeasure = (typeof consolidationMeasures)[number];

export const consolidationMeasureLabels: Record<ConsolidationMeasure, string> = {
  AGREEMENT: 'Datum der Kooperationsvereinbarung',
  COORDINATION: 'Wer koordiniert (Stunden werden gefragt)',
  MEETINGS: 'Treffen und Anwesenheit',
  REPORTING: 'Gremium, an das berichtet wird',
  RESULTS: 'Angenommene Handlungsempfehlungen',
  RHYTHM: 'Laufender Planungszyklus',
  ASKED: 'Wird gefragt, nichts wird berechnet',
};

/** Which measures a criterion of a subject can have. */
export const measuresOf: Record<ConsolidationSubject, readonly ConsolidationMeasure[]> = {
  NETWORK: ['AGREEMENT', 'COORDINATION', 'MEETINGS', 'REPORTING', 'RESULTS', 'ASKED'],
  FORMAT: ['AGREEMENT', 'COORDINATION', 'MEETINGS', 'REPORTING', 'RESULTS', 'ASKED'],
  PLANNING: ['RHYTHM', 'ASKED'],
};

export type ConsolidationThreshold = 'least' | 'share' | 'months';

/** Which numbers a measure needs. */
export const thresholdsOf: Record<ConsolidationMeasure, readonly ConsolidationThreshold[]> = {
  AGREEMENT: [],
  COORDINATION: ['least'],
  MEETINGS: ['least', 'share', 'months'],
  REPORTING: [],
  RESULTS: ['least'],
  RHYTHM: [],
  ASKED: [],
};

export interface CriterionFacts {
  measure: ConsolidationMeasure;
  /** Hours a week, meetings or results, as the measure has it. */
  least: number | null;
  /** Percent of the invited. */
  share: number | null;
  months: number | null;
}

/** Whether measure and subject fit and each number that is needed is there, and no other. */
export function fits(subject: ConsolidationSubject, criterion: CriterionFacts): boolean {
  const needed = thresholdsOf[criterion.measure];
  const right = (['least', 'share', 'months'] as const).every(
    (threshold) => (criterion[threshold] !== null) === needed.includes(threshold),
  );
  return right && measuresOf[subject].includes(criterion.measure);
}

/** What the criterion demands in numbers: "mindestens 2 Treffen in 12 Monaten, je mindestens 50 % anwesend". */
export function thresholdWords({ measure, least, share, months }: CriterionFacts): string {
  switch (measure) {
    case 'COORDINATION':
      return `mindestens ${counted(least ?? 1, 'Stunde', 'Stunden')} je Woche`;
    case 'MEETINGS':
      return `mindestens ${counted(least ?? 1, 'Treffen', 'Treffen')} in ${counted(months ?? 12, 'Monat', 'Monaten')}, je mindestens ${share ?? 1} % anwesend`;
    case 'RESULTS':
      return `mindestens ${counted(least ?? 1, 'Ergebnis', 'Ergebnisse')} im laufenden Zyklus`;
    default:
      return '';
  }
}

export interface HeldMeeting {
  on: string;
  invited: number;
  present: number;
}

/** What the data knows of a network, a format or the planning on the day of a check. */
export interface ConsolidationEvidence {
  agreementOn: string | null;
  /** Names of those who coordinate. */
  coordination: readonly string[];
  /** Of the last three years, the newest first. */
  meetings: readonly HeldMeeting[];
  reportsTo: string | null;
  /** Numbers of the recommendations that rest on it and were accepted since `resultsSince`. */
  results: readonly string[];
  resultsSince: string;
  cycle: { name: string; endsOn: string } | null;
}

export interface Proposal {
  /** Null: the data does not say; a human answers. */
  met: boolean | null;
  evidence: string;
}

/**
 * In: a criterion, what the data knows and the day of the check. Out: what follows from it, with what it rests on in
 * one sentence. Nothing is made up: where data cannot tell, `met` is null.
 */
export function proposalFor(criterion: CriterionFacts, known: ConsolidationEvidence, day: string): Proposal {
  switch (criterion.measure) {
    case 'AGREEMENT':
      return known.agreementOn && known.agreementOn <= day
        ? { met: true, evidence: `Vereinbarung vom ${formatDate(known.agreementOn)}.` }
        : { met: false, evidence: 'Es ist keine Vereinbarung eingetragen.' };
    case 'COORDINATION':
      return known.coordination.length > 0
        ? {
            met: null,
            evidence: `Koordination: ${known.coordination.join(', ')}. Gesicherte Stunden stehen nicht in den Daten.`,
          }
        : { met: false, evidence: 'Die Koordination ist nicht besetzt.' };
    case 'MEETINGS':
      return meetingsProposal(criterion, known.meetings, day);
    case 'REPORTING':
      return known.reportsTo
        ? { met: true, evidence: `Berichtet an: ${known.reportsTo}.` }
        : { met: false, evidence: 'Es ist kein Gremium eingetragen, an das berichtet wird.' };
    case 'RESULTS':
      return {
        met: known.results.length >= (criterion.least ?? 1),
        evidence:
          known.results.length > 0
            ? `Angenommen seit ${formatDate(known.resultsSince)}: ${listed(known.results)}.`
            : `Seit ${formatDate(known.resultsSince)} wurde keine Handlungsempfehlung angenommen, die darauf beruht.`,
      };
    case 'RHYTHM':
      return known.cycle
        ? { met: true, evidence: `${known.cycle.name} läuft bis ${formatDate(known.cycle.endsOn)}.` }
        : { met: false, evidence: 'Es läuft kein Planungszyklus.' };
    case 'ASKED':
      return { met: null, evidence: '' };
  }
}

/** A meeting counts where the share of the invited was there; one to which nobody was invited does not. */
function meetingsProposal(
  { least, share, months }: CriterionFacts,
  meetings: readonly HeldMeeting[],
  day: string,
): Proposal {
  const since = addMonths(day, -(months ?? 12));
  const held = meetings.filter(({ on }) => on > since && on <= day);
  const good = held.filter((it) => it.invited > 0 && it.present * 100 >= it.invited * (share ?? 1));
  const told = held.map((it) => `${formatDate(it.on)} (${it.present} von ${it.invited})`);
  return {
    met: good.length >= (least ?? 1),
    evidence:
      held.length > 0
        ? `${counted(held.length, 'Treffen', 'Treffen')} seit ${formatDate(since)}, ${good.length} davon mit mindestens ${share ?? 1} % der Eingeladenen: ${listed(told)}.`
        : `Seit ${formatDate(since)} fand kein Treffen statt.`,
  };
}

/** The first twelve by name, the rest by number. */
function listed(words: readonly string[]): string {
  const more = words.length - 12;
  return more > 0 ? `${words.slice(0, 12).join(', ')} und ${more} weitere` : words.join(', ');
}

/** A word of reason is owed where the answer differs from what the data says, or the data says nothing. */
export function owesReason(answer: { met: boolean; reason: string }, proposed: boolean | null): boolean {
  return proposed !== answer.met && answer.reason.trim() === '';
}

export type ConsolidationColour = 'GREEN' | 'YELLOW' | 'RED';

export const consolidationColourLabels: Record<ConsolidationColour, string> = {
  GREEN: 'trägt auf Dauer',
  YELLOW: 'trägt noch nicht ganz',
  RED: 'trägt noch nicht',
};

/** Green: every criterion is met. Yellow: at least half of them. A check of nothing proves nothing. */
export function consolidationColour(met: number, of: number): ConsolidationColour {
  if (of > 0 && met === of) return 'GREEN';
  return of > 0 && met * 2 >= of ? 'YELLOW' : 'RED';
}

/** A check is due again after a year. */
export const CHECK_MONTHS = 12;

export interface YearOfChecks {
  year: number;
  /** Of the last check in that year. */
  on: string;
  met: number;
  of: number;
  colour: ConsolidationColour;
  /** Criteria more or fewer than in the year with a check before; null in the first. */
  change: number | null;
}

/** In: checks in any order. Out: the last one of each year, the oldest year first, with its change. */
export function trendPerYear(
  checks: readonly { checkedOn: string; met: number; of: number }[],
): YearOfChecks[] {
  const last = new Map<number, { checkedOn: string; met: number; of: number }>();
  for (const check of checks.toSorted((a, b) => a.checkedOn.localeCompare(b.checkedOn)))
    last.set(Number(check.checkedOn.slice(0, 4)), check);
  const years = [...last.entries()].toSorted(([a], [b]) => a - b);
  return years.map(([year, { checkedOn, met, of }], at) => ({
    year,
    on: checkedOn,
    met,
    of,
    colour: consolidationColour(met, of),
    change: at === 0 ? null : met - (years[at - 1]?.[1].met ?? 0),
  }));
}
