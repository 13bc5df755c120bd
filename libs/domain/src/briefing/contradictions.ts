import type { MeasureState } from '../measures';
import { type Verdict, verdictLabels } from '../measures/evaluation';
import { counted, shortened, withoutEnd } from '../text';
import { addMonths, type Day, formatShortDate } from '../time';

export type ContradictionKind =
  | 'CARRIED_OUT_WITHOUT_EFFECT'
  | 'VOICES_AFTER_THE_END'
  | 'ADOPTED_ON_DOUBT'
  | 'DIVIDED_VOICES'
  | 'FIRST_BY_POINTS_ONLY'
  | 'FIGURES_AGAINST_VOICES'
  | 'GAP_WITHOUT_PRIORITY';

/** Two things said of one field that cannot both be the whole truth, in words, with the way to both. */
export interface Contradiction {
  kind: ContradictionKind;
  says: string;
  sides: { label: string; path: string }[];
}

interface Titled {
  id: string;
  number: string;
  title: string;
}

/** What the rules look at; days are those of Berlin. */
export interface ContradictionFacts {
  measures: readonly MeasureFacts[];
  findings: readonly DividedFinding[];
  doubts: readonly Doubt[];
  votes: readonly Vote[];
  /** Planungsräume, or the county, with the words on their gap. */
  gaps: readonly { place: string; gap: string }[];
  /** Schwerpunkte of the field that are not dropped. */
  priorities: number;
  /** What figures and voices say against each other, from `figures`. */
  figuresAgainstVoices: readonly Contradiction[];
  fieldId: string;
}

export interface MeasureFacts extends Titled {
  state: MeasureState;
  verdict: Verdict;
  /** The day it was done, or that of the newest value. */
  since: Day | null;
  /** The first one it comes from. */
  recommendation: { id: string; number: string } | null;
  /** The Befund behind it with the most Hinweise of which nobody praises, by the day they came. */
  finding: { id: string; number: string; heardOn: readonly Day[] } | null;
}

export interface DividedFinding {
  id: string;
  number: string;
  statement: string;
  praising: number;
  complaining: number;
  /** The newest of each, where this viewer may read them. */
  praise: { id: string; number: string } | null;
  complaint: { id: string; number: string } | null;
}

/** An adopted recommendation and a Befund it rests on. */
export interface Doubt {
  recommendation: { id: string; number: string };
  finding: { id: string; number: string };
  /** Its words were changed since and nobody accepted that; otherwise it is not confirmed. */
  toCheck: boolean;
}

export interface Vote {
  prioritisation: { id: string; question: string; closedOn: Day };
  priority: Titled;
  points: number;
  /** The most points of any option. */
  most: number;
  /** Recommendations from it that are neither withdrawn nor rejected. */
  recommendations: number;
}

/** Hinweise older than so many months are no answer to what was done. */
export const MONTHS_NEW = 6;
/** Beside so many on the other side one voice alone does not divide. */
const MOST_TO_ONE = 4;

/**
 * What contradicts itself within one Handlungsfeld; made of what is stored and kept nowhere, so that it is gone as
 * soon as one side changes.
 * @param today day in Berlin
 * @returns the first of each kind, the gravest kind first, then the second of each, in the order of the facts
 */
export function contradictionsOf(facts: ContradictionFacts, today: Day): Contradiction[] {
  const byKind = [
    facts.measures.filter(isWithoutEffect).map(withoutEffect),
    facts.measures.flatMap((measure) => stillAsked(measure, today)),
    facts.doubts.map(onDoubt),
    facts.figuresAgainstVoices,
    facts.findings.filter(isDivided).map(divided),
    facts.votes.filter(isFirstByPointsOnly).map(firstByPoints),
    withoutPriority(facts),
  ];
  // Where there is room for a few only, many of one kind must not hide the others.
  const most = Math.max(...byKind.map(({ length }) => length));
  return Array.from({ length: most }, (_, place) => byKind.flatMap((each) => each[place] ?? [])).flat();
}

/**
 * Whether the words on a gap name one: "keine", "-" and the like say that nothing is missing.
 * @param gap as somebody typed it
 */
export function namesAGap(gap: string): boolean {
  return !/^(?:(?:derzeit |zurzeit |aktuell )?(?:keine?|nichts|nein|entfällt)(?: lücken?)?(?: bekannt)?|[\p{P}0\s]*)$/iu.test(
    withoutEnd(gap.trim(), '.!'),
  );
}

function isCarriedOut({ state }: { state: MeasureState }): boolean {
  return state === 'COMPLETED' || state === 'EVALUATED';
}

function isWithoutEffect(measure: MeasureFacts): boolean {
  return isCarriedOut(measure) && (measure.verdict === 'WORSENED' || measure.verdict === 'UNCHANGED');
}

function withoutEffect(measure: MeasureFacts): Contradiction {
  return {
    kind: 'CARRIED_OUT_WITHOUT_EFFECT',
    says: `${named(measure)} gilt als umgesetzt, das Urteil zur Wirkung lautet aber „${verdictLabels[measure.verdict]}“.`,
    sides: [
      sideOf('massnahmen', measure),
      ...(measure.recommendation ? [sideOf('empfehlungen', measure.recommendation)] : []),
    ],
  };
}

function stillAsked(measure: MeasureFacts, today: Day): Contradiction[] {
  const { finding, since, verdict } = measure;
  if (!finding || since === null || !(isCarriedOut(measure) || verdict === 'REACHED')) return [];
  const recent = addMonths(today, -MONTHS_NEW);
  const heard = finding.heardOn.filter((day) => day > since && day > recent).length;
  if (heard === 0) return [];
  const done = isCarriedOut(measure)
    ? `gilt seit dem ${formatShortDate(since)} als umgesetzt`
    : `hat am ${formatShortDate(since)} das Ziel erreicht`;
  return [
    {
      kind: 'VOICES_AFTER_THE_END',
      says: `${named(measure)} ${done}. Danach ${heard === 1 ? 'kam' : 'kamen'} noch ${counted(heard, 'Hinweis', 'Hinweise')} zu ${finding.number}.`,
      sides: [sideOf('massnahmen', measure), sideOf('befunde', finding)],
    },
  ];
}

function onDoubt({ recommendation, finding, toCheck }: Doubt): Contradiction {
  const why = toCheck ? 'wurde seither geändert und ist noch zu prüfen' : 'ist nicht bestätigt';
  return {
    kind: 'ADOPTED_ON_DOUBT',
    says: `${recommendation.number} ist beschlossen, aber ihr Befund ${finding.number} ${why}.`,
    sides: [sideOf('empfehlungen', recommendation), sideOf('befunde', finding)],
  };
}

function isDivided({ praising, complaining }: DividedFinding): boolean {
  const less = Math.min(praising, complaining);
  return less > 0 && Math.max(praising, complaining) <= less * MOST_TO_ONE;
}

function divided(finding: DividedFinding): Contradiction {
  const { praising, complaining, praise, complaint } = finding;
  return {
    kind: 'DIVIDED_VOICES',
    says: `${finding.number} „${shortened(finding.statement, 80)}“: ${counted(complaining, 'Hinweis klagt', 'Hinweise klagen')}, ${counted(praising, 'lobt', 'loben')}.`,
    sides: [
      sideOf('befunde', finding),
      ...(praise ? [{ label: `Lob: ${praise.number}`, path: `/hinweise/${praise.id}` }] : []),
      ...(complaint ? [{ label: `Klage: ${complaint.number}`, path: `/hinweise/${complaint.id}` }] : []),
    ],
  };
}

function isFirstByPointsOnly({ points, most, recommendations }: Vote): boolean {
  return points > 0 && points === most && recommendations === 0;
}

function firstByPoints({ prioritisation, priority }: Vote): Contradiction {
  return {
    kind: 'FIRST_BY_POINTS_ONLY',
    says: `${named(priority)} bekam am ${formatShortDate(prioritisation.closedOn)} die meisten Punkte, eine Empfehlung dazu gibt es nicht.`,
    sides: [
      sideOf('schwerpunkte', priority),
      { label: 'Punktabfrage', path: `/planung/punktabfragen/${prioritisation.id}` },
    ],
  };
}

function withoutPriority({ gaps, priorities, fieldId }: ContradictionFacts): Contradiction[] {
  if (priorities > 0) return [];
  const places = gaps.filter(({ gap }) => namesAGap(gap)).map(({ place }) => place);
  if (places.length === 0) return [];
  const [first, second] = places;
  const where =
    places.length > 2
      ? `${first} und ${counted(places.length - 1, 'weiteren Raum', 'weitere Räume')}`
      : [first, second].filter(Boolean).join(' und ');
  return [
    {
      kind: 'GAP_WITHOUT_PRIORITY',
      says: `Für ${where} ist eine Lücke beschrieben, einen Schwerpunkt gibt es in diesem Handlungsfeld aber nicht.`,
      sides: [
        { label: 'Bestand und Bedarf', path: `/planung/handlungsfelder/${fieldId}#bedarf` },
        { label: 'Schwerpunkte', path: `/planung/schwerpunkte?fieldId=${fieldId}` },
      ],
    },
  ];
}

function named({ number, title }: Titled): string {
  return `${number} „${shortened(title, 80)}“`;
}

function sideOf(
  list: string,
  { id, number }: { id: string; number: string },
): { label: string; path: string } {
  return { label: number, path: `/planung/${list}/${id}` };
}
