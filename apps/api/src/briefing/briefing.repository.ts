import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import {
  BRIEFING_CONTRADICTIONS,
  BRIEFING_FIGURES,
  type BriefingMeasure,
  type BriefingOffers,
  type BriefingProjects,
  type BriefingView,
  type BriefingVoices,
  type ContradictionFacts,
  contradictionsOf,
  type CriticalVoices,
  type FigureFacts,
  figuresAgainstVoices,
  figuresOf,
  fieldSentence,
  type MeasureFacts,
  type Vote,
} from '@runder-tisch/domain/briefing';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { type MeasureStatus, measureStatuses } from '@runder-tisch/domain/measures';
import type { Verdict } from '@runder-tisch/domain/measures/evaluation';
import { berlinDay, type Day } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { planKept } from '../database/rows';
import { visibleFieldsOfAction } from '../fields-of-action/fields-of-action.contribution';
import { type StoredStatus, statusView } from '../measures/measure-status-sql';
import { criticalVoicesSql, figuresSql } from './figures-sql';
import { offersSql } from './offers-sql';
import { chainSql, measuresSql } from './projects-sql';
import { voicesSql } from './voices-sql';

interface StoredMeasures {
  byStatus: Partial<Record<MeasureStatus, number>>;
  byVerdict: Partial<Record<Verdict, number>>;
  /** What worries first. */
  shown: (Omit<BriefingMeasure, 'status'> & { facts: StoredStatus })[];
  /** Those that may contradict what was heard or seen since. */
  inQuestion: (Omit<MeasureFacts, 'finding'> & {
    finding: { id: string; number: string; heard: string[] } | null;
  })[];
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
  figures: FigureFacts[];
  critical: CriticalVoices | null;
  offers: BriefingOffers;
  measures: StoredMeasures;
  chain: StoredChain;
}

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
    const {
      field,
      voices,
      figures: facts,
      critical,
      offers,
      measures,
      chain,
    } = await this.database.found<Stored>(
      planKept(sql`
      select json_build_object('id', it.id, 'name', it.name) as field, ${hears ? voicesSql(viewer, fieldId) : sql`null::json`} as voices,
             ${figuresSql(viewer, fieldId)} as figures, ${hears ? criticalVoicesSql(fieldId, this.clock.now()) : sql`null::json`} as critical,
             ${offersSql(fieldId, day)} as offers, ${measuresSql(viewer, fieldId, day, worries)} as measures, ${chainSql(viewer, fieldId)} as chain
      from field_of_action it where it.id = ${fieldId}::uuid and ${visibleFieldsOfAction(viewer)}`),
    );
    const heard = voices && voicesView(voices, hasRole(viewer, 'planner'));
    const figures = figuresOf(facts);
    const contradictions = contradictionsOf(
      {
        fieldId,
        measures: measures.inQuestion.map((measure) => ({ ...measure, finding: heardOf(measure) })),
        findings: voices?.divided ?? [],
        doubts: chain.doubts,
        votes: chain.votes.map((vote) => {
          const { closedAt, ...prioritisation } = vote.prioritisation;
          return { ...vote, prioritisation: { ...prioritisation, closedOn: berlinDay(new Date(closedAt)) } };
        }),
        gaps: chain.gaps,
        priorities: chain.priorityCount,
        figuresAgainstVoices: figuresAgainstVoices(figures, critical, fieldId),
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
        measures: measures.byStatus,
        verdicts: measures.byVerdict,
      }),
      contradictions: contradictions.slice(0, BRIEFING_CONTRADICTIONS),
      furtherContradictions: Math.max(0, contradictions.length - BRIEFING_CONTRADICTIONS),
      voices: heard,
      figures: figures.slice(0, BRIEFING_FIGURES),
      furtherFigures: Math.max(0, figures.length - BRIEFING_FIGURES),
      offers,
      projects: projectsView(chain, measures, day),
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

function projectsView(chain: StoredChain, { shown, byStatus }: StoredMeasures, day: Day): BriefingProjects {
  const { priorities, open, openCount, decided, adoptedWithoutMeasure } = chain;
  return {
    priorities,
    priorityCounts: { proposed: chain.proposed, set: chain.set },
    measures: shown.map(({ facts, ...measure }) => {
      const { status, reason, setBy } = statusView(facts, day);
      return { ...measure, status: { status, reason, setBy } };
    }),
    measureCount: worries.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0),
    byStatus: measureStatuses.flatMap((status) => {
      const count = byStatus[status] ?? 0;
      return count > 0 ? [{ status, count }] : [];
    }),
    adoptedWithoutMeasure,
    open,
    openCount,
    decided,
  };
}

function heardOf({ finding }: StoredMeasures['inQuestion'][number]): MeasureFacts['finding'] {
  if (!finding) return null;
  const { id, number, heard } = finding;
  return { id, number, heardOn: heard.map((at) => berlinDay(new Date(at))) };
}
