import { addDays, daysBetween, formatShortDate } from '../time';
import type { MeasureKind, MeasureState } from './measure-state';

/** How it goes, worked out from the days and the newest Sachstand. */
export const measureStatuses = [
  'UNDECIDED',
  'NOT_STARTED',
  'ON_TRACK',
  'AT_RISK',
  'LATE',
  'ON_HOLD',
  'DONE',
  'ENDED',
] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

export const measureStatusLabels: Record<MeasureStatus, string> = {
  UNDECIDED: 'noch nicht beschlossen',
  NOT_STARTED: 'noch nicht begonnen',
  ON_TRACK: 'im Plan',
  AT_RISK: 'gefährdet',
  LATE: 'im Verzug',
  ON_HOLD: 'ruht',
  DONE: 'abgeschlossen',
  ENDED: 'beendet',
};

/** What somebody may set instead of what was worked out. */
export const overridingStatuses = ['ON_TRACK', 'AT_RISK', 'LATE'] as const;
export type OverridingStatus = (typeof overridingStatuses)[number];

/** What the one in charge says. */
export const reportedStatuses = ['ON_TRACK', 'AT_RISK', 'LATE', 'DONE'] as const;
export type ReportedStatus = (typeof reportedStatuses)[number];

export const reportedStatusLabels: Record<ReportedStatus, string> = {
  ON_TRACK: 'läuft nach Plan',
  AT_RISK: 'es gibt Schwierigkeiten',
  LATE: 'verzögert sich',
  DONE: 'ist umgesetzt',
};

/** So many days a beginning or a milestone may be overdue before the whole is late. */
export const GRACE_DAYS = 30;
/** After so many days without a word nobody knows any more. */
export const SILENT_DAYS = 184;

export interface StatusFacts {
  kind: MeasureKind;
  state: MeasureState;
  stateReason: string;
  startsOn: string | null;
  dueOn: string | null;
  completedOn: string | null;
  /** Not reached yet. */
  openMilestones: readonly { title: string; dueOn: string }[];
  /** The newest Sachstand. */
  report: { standing: ReportedStatus; expectedEnd: string | null; reportedOn: string } | null;
}

export interface StatusFound {
  status: MeasureStatus;
  /** Why, as a sentence. */
  reason: string;
}

/** Of most signs nobody reads the reason. */
type Sign = readonly [found: boolean, reason: () => string];

/**
 * How a Maßnahme stands on a day. While it is beschlossen or in Umsetzung the worst sign counts, late before at risk.
 * @param facts days as YYYY-MM-DD
 * @param today day in Berlin, YYYY-MM-DD
 * @returns the word and the reason for it in German; `measure-status-sql.ts` of the API says the same word
 */
export function measureStatus(facts: StatusFacts, today: string): StatusFound {
  const { state, startsOn, report } = facts;
  switch (state) {
    case 'PROPOSED':
      return facts.kind === 'PROVISIONAL_STEP'
        ? { status: 'NOT_STARTED', reason: beginning(startsOn) }
        : { status: 'UNDECIDED', reason: 'Der Beschluss steht noch aus.' };
    case 'ON_HOLD':
      return { status: 'ON_HOLD', reason: facts.stateReason || 'Ein Grund ist nicht genannt.' };
    case 'COMPLETED':
    case 'EVALUATED':
      return {
        status: 'DONE',
        reason: facts.completedOn ? `Umgesetzt am ${formatShortDate(facts.completedOn)}.` : 'Umgesetzt.',
      };
    case 'REJECTED':
    case 'DISCONTINUED':
      return { status: 'ENDED', reason: facts.stateReason };
    case 'SUPERSEDED':
      return { status: 'ENDED', reason: 'Geht in einer anderen Maßnahme auf.' };
  }
  const late = said(lateSigns(facts, today));
  if (late) return { status: 'LATE', reason: late };
  const atRisk = said(riskSigns(facts, today));
  if (atRisk) return { status: 'AT_RISK', reason: atRisk };
  if (state === 'APPROVED') return { status: 'NOT_STARTED', reason: beginning(startsOn) };
  return {
    status: 'ON_TRACK',
    reason: report
      ? `Sachstand vom ${formatShortDate(report.reportedOn)}: ${report.standing === 'DONE' ? 'ist umgesetzt' : 'läuft nach Plan'}.`
      : 'Kein Termin ist überschritten; einen Sachstand gibt es noch nicht.',
  };
}

function lateSigns({ state, startsOn, dueOn, openMilestones, report }: StatusFacts, today: string): Sign[] {
  const limit = addDays(today, -GRACE_DAYS);
  return [
    [dueOn !== null && dueOn < today, () => `Sollte am ${day(dueOn)} umgesetzt sein.`],
    ...openMilestones.map((it): Sign => [
      it.dueOn < limit,
      () => `Meilenstein „${it.title}“ ist seit dem ${day(it.dueOn)} offen.`,
    ]),
    [
      state === 'APPROVED' && startsOn !== null && startsOn < limit,
      () => `Sollte am ${day(startsOn)} beginnen.`,
    ],
    [report?.standing === 'LATE', () => `Sachstand vom ${day(report?.reportedOn)}: verzögert sich.`],
    [
      dueOn !== null && !!report?.expectedEnd && report.expectedEnd > dueOn,
      () => `Wird laut Sachstand erst am ${day(report?.expectedEnd)} umgesetzt sein, nicht am ${day(dueOn)}.`,
    ],
  ];
}

function riskSigns({ state, startsOn, openMilestones, report }: StatusFacts, today: string): Sign[] {
  const heard = [startsOn, report?.reportedOn]
    .filter((it): it is string => !!it)
    .sort()
    .at(-1);
  return [
    ...openMilestones.map((it): Sign => [
      it.dueOn < today,
      () => `Meilenstein „${it.title}“ war bis ${day(it.dueOn)} vorgesehen.`,
    ]),
    [
      state === 'APPROVED' && startsOn !== null && startsOn < today,
      () => `Sollte am ${day(startsOn)} beginnen.`,
    ],
    [
      report?.standing === 'AT_RISK',
      () => `Sachstand vom ${day(report?.reportedOn)}: es gibt Schwierigkeiten.`,
    ],
    [
      state === 'IN_PROGRESS' && heard !== undefined && daysBetween(heard, today) > SILENT_DAYS,
      () => `Seit dem ${day(heard)} gibt es keinen Sachstand.`,
    ],
  ];
}

function said(signs: readonly Sign[]): string {
  return signs
    .filter(([found]) => found)
    .map(([, reason]) => reason())
    .join(' ');
}

function beginning(startsOn: string | null): string {
  return startsOn ? `Beginn: ${formatShortDate(startsOn)}.` : 'Ein Beginn ist nicht eingetragen.';
}

function day(value: string | null | undefined): string {
  return value ? formatShortDate(value) : '';
}
