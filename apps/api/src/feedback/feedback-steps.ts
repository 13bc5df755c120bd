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

export function furtherFields(tx: EntityManager, feedbackId: string): Promise<FurtherField[]> {
  return rowsIn<FurtherField>(
    tx,
    sql`select field_id as "fieldId", origin, since::text as since from feedback_field where feedback_id = ${feedbackId} order by since, field_id`,
  );
}

export async function recordStep(
  tx: EntityManager,
  viewer: Viewer,
  now: Date,
  step: { item: Feedback; further: readonly FurtherField[]; move: FeedbackMove; mailBatchId?: string },
): Promise<void> {
  const { item } = step;
  const before: StepBefore = {
    primaryFieldId: item.primaryFieldId,
    primaryOrigin: item.primaryOrigin,
    primarySince: item.primarySince?.toISOString() ?? null,
    further: [...step.further],
    decision: item.decision,
    reason: item.reason,
    forwardedTo: item.forwardedTo,
    decidedAt: item.decidedAt?.toISOString() ?? null,
    decidedBy: item.decidedBy,
    answer: item.answer,
    answeredAt: item.answeredAt?.toISOString() ?? null,
    rejectedReason: item.rejectedReason,
  };
  await rowsIn(
    tx,
    sql`insert into feedback_step (feedback_id, position, move, from_state, before, mail_batch_id, account_id, at)
        select ${item.id}::uuid, coalesce(max(position), 0) + 1, ${step.move}, ${item.state}, ${JSON.stringify(before)}::jsonb,
               ${step.mailBatchId ?? null}::uuid, ${viewer.accountId}::uuid, ${now}::timestamptz
        from feedback_step where feedback_id = ${item.id}::uuid`,
  );
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
