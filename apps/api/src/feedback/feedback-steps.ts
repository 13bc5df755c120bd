import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { FeedbackMove, FeedbackState, LinkOrigin } from '@runder-tisch/domain/feedback';
import type { Viewer } from '../access/viewer';
import { oneIn, rowsIn } from '../database/rows';
import type { Feedback } from './feedback.entity';

export interface FurtherField {
  fieldId: string;
  origin: LinkOrigin;
  since: string;
}

/** What a step may have changed; the checked text is not among it, for it can be made again from the original. */
export interface StepBefore {
  primaryFieldId: string | null;
  primaryOrigin: LinkOrigin | null;
  primarySince: string | null;
  further: FurtherField[];
  decision: Feedback['decision'];
  reason: string;
  forwardedTo: string;
  decidedAt: string | null;
  decidedBy: string;
  answer: string;
  answeredAt: string | null;
  rejectedReason: string;
}

export interface FeedbackStep {
  position: number;
  move: FeedbackMove;
  fromState: FeedbackState;
  before: StepBefore;
  mailBatchId: string | null;
}

export async function furtherFields(tx: EntityManager, feedbackId: string): Promise<FurtherField[]> {
  return (await furtherFieldsOf(tx, [feedbackId])).get(feedbackId) ?? [];
}

/** Of several at once; those without further fields are absent. */
export async function furtherFieldsOf(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, FurtherField[]>> {
  const rows = await rowsIn<FurtherField & { feedbackId: string }>(
    tx,
    sql`select feedback_id as "feedbackId", field_id as "fieldId", origin, since::text as since
        from feedback_field where feedback_id = any(${[...ids]}::uuid[]) order by since, field_id`,
  );
  const found = new Map<string, FurtherField[]>();
  for (const { feedbackId, ...field } of rows)
    found.set(feedbackId, [...(found.get(feedbackId) ?? []), field]);
  return found;
}

export interface NewStep {
  /** As it stood before. */
  item: Feedback;
  further: readonly FurtherField[];
  move: FeedbackMove;
  mailBatchId?: string | undefined;
}

/** Keeps steps in their order, by one statement; several of one Hinweis follow each other. */
export async function recordSteps(
  tx: EntityManager,
  viewer: Viewer,
  now: Date,
  steps: readonly NewStep[],
): Promise<void> {
  const given = steps.map((step, index) => ({
    feedbackId: step.item.id,
    nth: steps.slice(0, index + 1).filter(({ item }) => item.id === step.item.id).length,
    move: step.move,
    fromState: step.item.state,
    before: beforeStep(step),
    mailBatchId: step.mailBatchId ?? null,
  }));
  await rowsIn(
    tx,
    sql`insert into feedback_step (feedback_id, position, move, from_state, before, mail_batch_id, account_id, at)
        select given."feedbackId",
               (select coalesce(max(position), 0) from feedback_step where feedback_step.feedback_id = given."feedbackId") + given.nth,
               given.move, given."fromState", given.before, given."mailBatchId", ${viewer.accountId}::uuid, ${now}::timestamptz
        from json_to_recordset(${JSON.stringify(given)}::json)
          as given("feedbackId" uuid, nth integer, move text, "fromState" text, before jsonb, "mailBatchId" uuid)`,
  );
}

function beforeStep({ item, further }: NewStep): StepBefore {
  return {
    primaryFieldId: item.primaryFieldId,
    primaryOrigin: item.primaryOrigin,
    primarySince: item.primarySince?.toISOString() ?? null,
    further: [...further],
    decision: item.decision,
    reason: item.reason,
    forwardedTo: item.forwardedTo,
    decidedAt: item.decidedAt?.toISOString() ?? null,
    decidedBy: item.decidedBy,
    answer: item.answer,
    answeredAt: item.answeredAt?.toISOString() ?? null,
    rejectedReason: item.rejectedReason,
  };
}

export function lastStep(tx: EntityManager, feedbackId: string): Promise<FeedbackStep | undefined> {
  return oneIn<FeedbackStep>(
    tx,
    sql`select position, move, from_state as "fromState", before, mail_batch_id as "mailBatchId"
        from feedback_step where feedback_id = ${feedbackId} order by position desc limit 1`,
  );
}

export async function forgetStep(tx: EntityManager, feedbackId: string, position: number): Promise<void> {
  await rowsIn(
    tx,
    sql`delete from feedback_step where feedback_id = ${feedbackId} and position = ${position}`,
  );
}

/** Further fields that stay keep their origin and their day; `fields` are all that shall be there. */
export async function replaceFurtherFields(
  tx: EntityManager,
  feedbackId: string,
  fields: readonly FurtherField[],
): Promise<void> {
  const ids = fields.map((field) => field.fieldId);
  await rowsIn(
    tx,
    sql`delete from feedback_field where feedback_id = ${feedbackId} and field_id <> all(${ids}::uuid[])`,
  );
  await rowsIn(
    tx,
    sql`insert into feedback_field (feedback_id, field_id, origin, since)
        select ${feedbackId}::uuid, wanted."fieldId", wanted.origin, wanted.since
        from json_to_recordset(${JSON.stringify(fields)}::json) as wanted("fieldId" uuid, origin text, since timestamptz)
        on conflict do nothing`,
  );
}
