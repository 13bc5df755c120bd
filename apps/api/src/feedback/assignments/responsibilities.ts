import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { assignmentProblems, type ResponsibilityView } from '@runder-tisch/domain/feedback';
import type { SaveResponsibility } from '@runder-tisch/domain/feedback/assignments/assignment-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';

const works = sql`(account.disabled_at is null and account.roles && '{planner,coordinator}')`;

/** Who answers for the Hinweise of a Handlungsfeld; what is assigned already stays where it is. */
@Injectable()
export class Responsibilities {
  constructor(private readonly database: Database) {}

  ofField(fieldId: string): Promise<ResponsibilityView> {
    return this.database.found<ResponsibilityView>(sql`
      select json_build_object('id', field.id, 'name', field.name) as field,
             (select json_build_object('id', account.id, 'name', account.display_name, 'days', kept.days)
              from account where account.id = kept.account_id) as responsible,
             coalesce((select json_agg(json_build_object('id', account.id, 'name', account.display_name)
               order by account.display_name collate "de-x-icu", account.id) from account where ${works}), '[]') as people,
             kept.account_id is not null and not exists (select 1 from account where account.id = kept.account_id and ${works}) as lapsed
      from field_of_action field left join feedback_responsibility kept on kept.field_id = field.id where field.id = ${fieldId}`);
  }

  save(viewer: Viewer, fieldId: string, { accountId, days }: SaveResponsibility): Promise<void> {
    return this.database.write(viewer, 'feedback-responsibility.save', async (tx) => {
      const person = await oneIn(tx, sql`select 1 from account where account.id = ${accountId} and ${works}`);
      if (!person) throw problem(assignmentProblems, 'assignee-may-not', 'accountId');
      const field = await oneIn(tx, sql`select 1 from field_of_action where id = ${fieldId}`);
      if (!field) throw problem(generalProblems, 'not-found');
      await rowsIn(
        tx,
        sql`insert into feedback_responsibility (field_id, account_id, days) values (${fieldId}, ${accountId}, ${days})
            on conflict (field_id) do update set account_id = excluded.account_id, days = excluded.days`,
      );
    });
  }

  /** Nobody answers for it any more. */
  remove(viewer: Viewer, fieldId: string): Promise<void> {
    return this.database.write(viewer, 'feedback-responsibility.remove', async (tx) => {
      await rowsIn(tx, sql`delete from feedback_responsibility where field_id = ${fieldId}`);
    });
  }
}
