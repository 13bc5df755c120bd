import { Injectable } from '@nestjs/common';
import sql, { empty } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type DeclaredGoal, type SeenValue, verdictOf } from '@runder-tisch/domain/measures/evaluation';
import {
  defaultIntroduction,
  type LetterFinding,
  type LetterItem,
  type LetterMeasure,
  type LetterRecommendation,
  type SentLetterReference,
} from '@runder-tisch/domain/measures/year-letters';
import type { NameParts } from '@runder-tisch/domain/text';
import { berlinDay } from '@runder-tisch/domain/time';
import { Clock } from '../../clock';
import { rowsIn } from '../../database/rows';
import { type StoredStatus, statusFacts, statusView } from '../measure-status-sql';
import {
  findingIdsOfHint,
  lastLetter,
  letterAddresses,
  recommendationIdsOf,
  saidAsOrganisation,
} from './year-letter-sql';

/** Somebody, or the mailbox of the house, who gets a letter. */
export interface LetterRecipient {
  personId: string | null;
  name: string;
  mail: string;
  person: NameParts | null;
}

/** Everything a letter is made of. */
export interface LetterSource {
  organisationId: string;
  organisation: string;
  address: string[];
  to: LetterRecipient[];
  words: string;
  introduction: string;
  replaces: SentLetterReference | null;
  items: LetterItem[];
}

type House = Omit<LetterSource, 'items' | 'introduction'> & { introduction: string | null };
type Said = Omit<LetterItem, 'receivedAt' | 'findings'> & {
  organisationId: string;
  receivedAt: Date;
  findingIds: string[];
};
type Found = Omit<LetterFinding, 'recommendations'> & { id: string; recommendationIds: string[] };
type Recommended = Omit<LetterRecommendation, 'measures'> & { id: string; measureIds: string[] };
type Measured = Omit<LetterMeasure, 'status' | 'verdict'> & {
  id: string;
  facts: StoredStatus;
  goals: (DeclaredGoal & { values: SeenValue[] })[];
};

/**
 * What organisations said in a year and what became of it: Hinweis, argument → Befund → Schwerpunkt → Empfehlung → Beschluss →
 * Maßnahme → Urteil. Only what may leave the house is looked at. Five statements, however many organisations there are.
 */
@Injectable()
export class YearLetterFactsSource {
  constructor(private readonly clock: Clock) {}

  /** Of these organisations, or of all who said something; by their names. Who said nothing is not among them. */
  async of(
    tx: EntityManager,
    year: number,
    organisationIds: readonly string[] | null,
  ): Promise<LetterSource[]> {
    const today = berlinDay(this.clock.now());
    const only = organisationIds ? sql`and it.organisation_id = any(${[...organisationIds]}::uuid[])` : empty;
    const said = await rowsIn<Said>(
      tx,
      sql`select it.organisation_id as "organisationId", it.number, it.received_at as "receivedAt", it.triaged_text as text, it.state,
                 it.decision, it.reason, it.forwarded_to as "forwardedTo", it.answer,
                 array(select argument.title from argument where argument.id in (
                   select carried.argument_id from argument_feedback carried where carried.feedback_id in (it.id, it.counted_with_id))
                   order by argument.number) as arguments,
                 array(select found.id from (${findingIdsOfHint}) found) as "findingIds"
          from feedback it where ${saidAsOrganisation(year)} ${only}
          order by it.received_at, it.id`,
    );
    const houses = await rowsIn<House>(
      tx,
      sql`select organisation.id as "organisationId", organisation.name as organisation,
                 array[organisation.name, organisation.street, concat_ws(' ', nullif(organisation.postal_code, ''), organisation.city)] as address,
                 ${letterAddresses(today)} as to, coalesce(letter_words.words, '') as words, ${lastLetter(year)} as replaces,
                 (select letter_year.introduction from letter_year where letter_year.year = ${year}) as introduction
          from organisation left join letter_words on letter_words.organisation_id = organisation.id and letter_words.year = ${year}
          where organisation.id = any(${[...new Set(said.map((it) => it.organisationId))]}::uuid[])
          order by organisation.name collate "de-x-icu", organisation.id`,
    );
    const findings = await this.findings(tx, said, today);
    return houses.map((house) => ({
      ...house,
      introduction: house.introduction ?? defaultIntroduction(year),
      items: said
        .filter((it) => it.organisationId === house.organisationId)
        .map(({ organisationId: _organisation, findingIds, receivedAt, ...item }) => ({
          ...item,
          receivedAt: receivedAt.toISOString(),
          findings: inOrder(findings, findingIds),
        })),
    }));
  }

  private async findings(
    tx: EntityManager,
    said: readonly Said[],
    today: string,
  ): Promise<Map<string, LetterFinding>> {
    const found = await rowsIn<Found>(
      tx,
      sql`select finding.id, finding.number, finding.statement, finding.caveat,
                 array(select priority.title from priority_finding join action_priority priority on priority.id = priority_finding.priority_id
                       where priority_finding.finding_id = finding.id and priority.state = 'SET' order by priority.number) as priorities,
                 array(select next.id from (${recommendationIdsOf(sql`finding.id`)}) next) as "recommendationIds"
          from finding where finding.id = any(${[...new Set(said.flatMap((it) => it.findingIds))]}::uuid[]) order by finding.number`,
    );
    const recommended = await rowsIn<Recommended>(
      tx,
      sql`select it.id, it.number, it.wording, it.state,
                 coalesce((select json_agg(json_build_object('bodyName', decision.body_name, 'decidedOn', decision.decided_on,
                   'reference', decision.reference, 'result', decision.result, 'final', decision.final, 'wording', decision.wording,
                   'reason', decision.reason) order by decision.decided_on, decision.id)
                   from recommendation_decision decision where decision.recommendation_id = it.id), '[]') as decisions,
                 array(select link.measure_id from measure_recommendation link where link.recommendation_id = it.id) as "measureIds"
          from recommendation it where it.id = any(${[...new Set(found.flatMap((it) => it.recommendationIds))]}::uuid[]) order by it.number`,
    );
    const measured = await rowsIn<Measured>(
      tx,
      sql`select it.id, it.number, it.title, lead.name as lead, it.state, it.due_on::text as "dueOn", ${statusFacts} as facts,
                 case when it.state = 'EVALUATED' then coalesce(evaluation.conclusion, '') else '' end as conclusion,
                 coalesce((select json_agg(json_build_object('baseline', goal.baseline, 'baselineOn', goal.baseline_on, 'target', goal.target,
                   'targetOn', goal.target_on, 'values', coalesce((select json_agg(json_build_object('seenOn', seen.seen_on, 'value', seen.value))
                     from evaluation_value seen where seen.goal_id = goal.id), '[]'::json)) order by goal.position)
                   from evaluation_goal goal where goal.measure_id = it.id), '[]') as goals
          from measure it left join organisation lead on lead.id = it.lead_organisation_id left join evaluation on evaluation.measure_id = it.id
          where it.id = any(${[...new Set(recommended.flatMap((it) => it.measureIds))]}::uuid[]) and it.state <> 'PROPOSED'
          order by it.number`,
    );
    const measures = new Map(measured.map(({ id, ...measure }) => [id, letterMeasure(measure, today)]));
    const recommendations = new Map(
      recommended.map(({ id, measureIds, ...it }) => [
        id,
        { ...it, measures: inOrder(measures, measureIds) },
      ]),
    );
    return new Map(
      found.map(({ id, recommendationIds, ...it }) => [
        id,
        { ...it, recommendations: inOrder(recommendations, recommendationIds) },
      ]),
    );
  }
}

function letterMeasure({ facts, goals, ...measure }: Omit<Measured, 'id'>, today: string): LetterMeasure {
  const superseded = measure.state === 'SUPERSEDED';
  return {
    ...measure,
    status: statusView(facts, today),
    verdict: goals.length > 0 ? verdictOf(goals, today, superseded) : null,
  };
}

/** Those with these ids, in the order in which they were read. */
function inOrder<Value>(all: ReadonlyMap<string, Value>, ids: readonly string[]): Value[] {
  const wanted = new Set(ids);
  return [...all].filter(([id]) => wanted.has(id)).map(([, value]) => value);
}
