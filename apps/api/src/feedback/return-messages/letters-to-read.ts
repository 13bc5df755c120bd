import sql, { empty, type Sql } from 'sql-template-tag';
import { mayWith } from '@runder-tisch/domain/accounts';
import type { Viewer } from '../../access/viewer';
import { changeableReturnMessages } from '../feedback-access';

/** Over the alias `it`: an Ergebnisbrief that was laid before the others and has not gone out. */
export const waitsForReading = sql`(it.presented_at is not null and it.sent_at is null)`;

/** For Heute: each Ergebnisbrief somebody else wrote and this viewer may send. */
export function lettersToRead(viewer: Viewer): Sql {
  if (!mayWith(viewer.roles, 'feedback:triage')) return empty;
  return sql`union all
    select 'return-message-to-release', it.id, null::date,
           json_build_object('subject', it.content ->> 'subject', 'draftedBy', it.drafted_by)
    from return_message it
    where ${waitsForReading} and it.drafted_by_account_id is distinct from ${viewer.accountId}::uuid and ${changeableReturnMessages(viewer)}`;
}
