import sql, { type Sql } from 'sql-template-tag';
import type { NameParts } from '@runder-tisch/domain/text';
import type { Day } from '@runder-tisch/domain/time';
import { personNameOf } from '../../database/person-name';
import { whoOf } from '../locked-task';

/** Somebody who is told of tasks, with all of them. */
export interface Addressee {
  /** In small letters: who refused such mails and who had one today is known by it. */
  mail: string;
  address: string;
  name: string;
  personId: string | null;
  addressed: NameParts | null;
  tasks: {
    id: string;
    title: string;
    dueOn: Day | null;
    /** The name of its network, or of the committee in whose session it was given. */
    body: string | null;
    networkId: string | null;
    who: string;
  }[];
}

const current = (today: Day): Sql =>
  sql`representation.from_day <= ${today}::date and (representation.to_day is null or representation.to_day >= ${today}::date)`;

/**
 * Who does the tasks (a condition over `it`): the person, or whoever speaks for the organisation today, or its mailbox
 * where nobody does. The statement has the columns `task_id, person_id, organisation_id, address`.
 */
export function doersOf(today: Day, which: Sql): Sql {
  return sql`
    select it.id as task_id, person.id as person_id, null::uuid as organisation_id, person.mail as address
    from task it join person on person.id = it.person_id where person.mail <> '' and ${which}
    union
    select it.id, person.id, null, person.mail
    from task it join representation on representation.organisation_id = it.organisation_id and ${current(today)}
      join person on person.id = representation.person_id
    where it.person_id is null and person.mail <> '' and ${which}
    union
    select it.id, null, organisation.id, organisation.function_mailbox
    from task it join organisation on organisation.id = it.organisation_id
    where it.person_id is null and organisation.function_mailbox <> '' and ${which} and not exists (
      select 1 from representation join person on person.id = representation.person_id
      where representation.organisation_id = organisation.id and person.mail <> '' and ${current(today)})`;
}

/**
 * Who looks after a task (a condition over `it`) today: the coordination of its network; of a committee, who planned the
 * session it comes from, or all of the planning where that person may not any more. The same columns.
 */
export function keepersOf(today: Day, which: Sql): Sql {
  return sql`
    select it.id as task_id, person.id as person_id, null::uuid as organisation_id, person.mail as address
    from task it join membership on membership.network_id = it.network_id and membership.role = 'COORDINATOR'
      and membership.from_day <= ${today}::date and (membership.to_day is null or membership.to_day >= ${today}::date)
      join person on person.id = membership.person_id
    where person.mail <> '' and ${which}
    union
    select it.id, person.id, null, person.mail
    from task it join meeting on meeting.id = it.meeting_id and meeting.committee_id is not null
      join account on account.disabled_at is null and (
        (account.person_id = meeting.created_by_person_id and account.roles && ${KEEPING})
        or ('planner' = any(account.roles) and not exists (
          select 1 from account planned join person on person.id = planned.person_id and person.mail <> ''
          where planned.person_id = meeting.created_by_person_id and planned.disabled_at is null and planned.roles && ${KEEPING})))
      join person on person.id = account.person_id
    where it.network_id is null and person.mail <> '' and ${which}`;
}

/** Who may change a task of no network. */
const KEEPING = sql`array['planner', 'coordinator']`;

/** Each address once with its tasks, soonest first; `where` cuts down over `duty` and `it`. */
export function addressees(of: Sql, where: Sql, having: Sql): Sql {
  return sql`
    with duty as (${of})
    select lower(duty.address) as mail, min(duty.address) as address, min(coalesce(nullif(${personNameOf('person')}, ''), organisation.name)) as name,
           min(duty.person_id::text)::uuid as "personId",
           (array_agg(case when person.id is not null then json_build_object('salutation', person.salutation, 'title', person.title,
             'givenName', person.given_name, 'familyName', person.family_name) end))[1] as addressed,
           json_agg(json_build_object('id', it.id, 'title', it.title, 'dueOn', it.due_on, 'body', coalesce(network.name, committee.name), 'networkId', network.id, 'who', ${whoOf})
             order by it.due_on nulls last, it.title, it.id) as tasks
    from duty join task it on it.id = duty.task_id left join person on person.id = duty.person_id
      left join organisation on organisation.id = duty.organisation_id left join network on network.id = it.network_id
      left join meeting given on given.id = it.meeting_id left join committee on committee.id = given.committee_id
    where not exists (select 1 from task_mail_opt_out refused where refused.mail = lower(duty.address)) and ${where}
    group by lower(duty.address) having ${having} order by lower(duty.address)`;
}
