import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  BRIEFING_CONTRADICTIONS,
  BRIEFING_ROWS,
  type BriefingMeasure,
  type BriefingOffers,
  type BriefingProjects,
  type BriefingView,
  type BriefingVoices,
  type ContradictionFacts,
  contradictionsOf,
  fieldSentence,
  type Vote,
} from '@runder-tisch/domain/briefing';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { type MeasureState, type MeasureStatus, measureStatuses } from '@runder-tisch/domain/measures';
import {
  type DeclaredGoal,
  type SeenValue,
  verdictOf,
  verdicts,
} from '@runder-tisch/domain/measures/evaluation';
import { berlinDay, type Day } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { visibleFieldsOfAction } from '../fields-of-action/fields-of-action.contribution';
import { type StoredStatus, statusView } from '../measures/measure-status-sql';
import { offersSql } from './offers-sql';
import { chainSql, measuresSql } from './projects-sql';
import { voicesSql } from './voices-sql';

interface StoredMeasure {
  id: string;
  number: string;
  title: string;
  state: MeasureState;
  completedOn: Day | null;
  facts: StoredStatus;
  goals: (DeclaredGoal & { values: SeenValue[] })[] | null;
  recommendation: { id: string; number: string } | null;
  finding: { id: string; number: string; heard: string[] } | null;
}

type StoredVoices = Pick<BriefingVoices, 'formats' | 'confirmedFindings' | 'draftFindings' | 'findings'> & {
  bySource: (BriefingVoices['bySource'][number] & { unanswered: number })[];
  divided: ContradictionFacts['findings'];
};

type StoredChain = Pick<
  BriefingProjects,
  'priorities' | 'open' | 'openCount' | 'decided' | 'adoptedWithoutMeasure'
> &
  Pick<ContradictionFacts, 'doubts' | 'gaps'> & {
    proposed: number;
    set: number;
    priorityCount: number;
    adopted: number;
    votes: (Omit<Vote, 'prioritisation'> & {
      prioritisation: { id: string; question: string; closedAt: string };
    })[];
  };

interface Stored {
  field: NamedReference;
  /** null for those who do not read Befunde. */
  voices: StoredVoices | null;
  offers: BriefingOffers;
  measures: StoredMeasure[];
  chain: StoredChain;
}

type JudgedMeasure = StoredMeasure & BriefingMeasure;

/** What worries first; what has ended is not shown. */
const worries: readonly MeasureStatus[] = [
  'LATE',
  'AT_RISK',
  'ON_HOLD',
  'ON_TRACK',
  'NOT_STARTED',
  'UNDECIDED',
  'DONE',
];

/** The state of a Handlungsfeld, from the voices to what became of them, in one statement. */
@Injectable()
export class BriefingRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(viewer: Viewer, fieldId: string): Promise<BriefingView> {
    const day = berlinDay(this.clock.now());
    const hears = viewer.kind === 'system' || mayWith(viewer.roles, 'finding:read');
    const { field, voices, offers, measures, chain } = await this.database.found<Stored>(sql`
      select json_build_object('id', it.id, 'name', it.name) as field, ${hears ? voicesSql(viewer, fieldId) : sql`null::json`} as voices,
             ${offersSql(fieldId, day)} as offers, ${measuresSql(viewer, fieldId, day)} as measures, ${chainSql(viewer, fieldId)} as chain
      from field_of_action it where it.id = ${fieldId} and ${visibleFieldsOfAction(viewer)}`);
    const judged = measures.map((measure) => judgedOn(measure, day));
    const heard = voices && voicesView(voices, hasRole(viewer, 'planner'));
    const byStatus = countedBy(judged, ({ status }) => status.status, measureStatuses);
    const contradictions = contradictionsOf(
      {
        fieldId,
        measures: judged.map((measure) => ({
          ...measure,
          since: sinceOf(measure, day),
          finding: heardOf(measure),
        })),
        findings: voices?.divided ?? [],
        doubts: chain.doubts,
        votes: chain.votes.map((vote) => {
          const { closedAt, ...prioritisation } = vote.prioritisation;
          return { ...vote, prioritisation: { ...prioritisation, closedOn: berlinDay(new Date(closedAt)) } };
        }),
        gaps: chain.gaps,
        priorities: chain.priorityCount,
      },
      day,
    );
    return {
      field,
      day,
      sentence: fieldSentence({
        voices: heard,
        priorities: chain.proposed + chain.set,
        undecided: chain.openCount,
        adopted: chain.adopted,
        adoptedWithoutMeasure: chain.adoptedWithoutMeasure,
        measures: Object.fromEntries(byStatus.map(({ key, count }) => [key, count])),
        verdicts: Object.fromEntries(
          countedBy(judged, ({ verdict }) => verdict, verdicts).map(({ key, count }) => [key, count]),
        ),
      }),
      contradictions: contradictions.slice(0, BRIEFING_CONTRADICTIONS),
      furtherContradictions: Math.max(0, contradictions.length - BRIEFING_CONTRADICTIONS),
      voices: heard,
      offers,
      projects: projectsView(
        chain,
        judged,
        byStatus.map(({ key, count }) => ({ status: key, count })),
      ),
    };
  }
}

function voicesView(
  { divided: _divided, bySource, ...voices }: StoredVoices,
  listed: boolean,
): BriefingVoices {
  return {
    ...voices,
    total: bySource.reduce((sum, { count }) => sum + count, 0),
    unanswered: bySource.reduce((sum, { unanswered }) => sum + unanswered, 0),
    bySource: bySource.map(({ source, count }) => ({ source, count })),
    listed,
  };
}

function projectsView(
  chain: StoredChain,
  judged: readonly JudgedMeasure[],
  byStatus: BriefingProjects['byStatus'],
): BriefingProjects {
  const going = judged
    .filter(({ status }) => worries.includes(status.status))
    .sort(
      (one, other) =>
        worries.indexOf(one.status.status) - worries.indexOf(other.status.status) ||
        verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict),
    );
  const { priorities, open, openCount, decided, adoptedWithoutMeasure } = chain;
  return {
    priorities,
    priorityCounts: { proposed: chain.proposed, set: chain.set },
    measures: going.slice(0, BRIEFING_ROWS).map(({ id, number, title, state, status, verdict }) => ({
      id,
      number,
      title,
      state,
      status,
      verdict,
    })),
    measureCount: going.length,
    byStatus,
    adoptedWithoutMeasure,
    open,
    openCount,
    decided,
  };
}

function judgedOn(measure: StoredMeasure, day: Day): JudgedMeasure {
  const verdict = verdictOf(measure.goals ?? [], day, measure.state === 'SUPERSEDED');
  const { status, reason, setBy } = statusView(measure.facts, day);
  return { ...measure, status: { status, reason, setBy }, verdict };
}

/** The day it was done, or that of its newest value until today. */
function sinceOf({ completedOn, goals }: StoredMeasure, day: Day): Day | null {
  const seen = (goals ?? []).flatMap(({ values }) => values.map(({ seenOn }) => seenOn));
  return (
    completedOn ??
    seen
      .filter((on) => on <= day)
      .sort()
      .at(-1) ??
    null
  );
}

function heardOf({ finding }: StoredMeasure): ContradictionFacts['measures'][number]['finding'] {
  if (!finding) return null;
  const { id, number, heard } = finding;
  return { id, number, heardOn: heard.map((at) => berlinDay(new Date(at))) };
}

/** How many there are of each, in the order of `keys`, without those there are none of. */
function countedBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
  keys: readonly Key[],
): { key: Key; count: number }[] {
  const groups = Map.groupBy(items, keyOf);
  return keys.flatMap((key) => {
    const count = groups.get(key)?.length ?? 0;
    return count > 0 ? [{ key, count }] : [];
  });
}
