import sql, { type Sql } from 'sql-template-tag';
import { personNameOf } from '../../database/person-name';
import type { Viewer } from '../../access/viewer';
import { berlinDay } from '@runder-tisch/domain/time';
import { currentSeats } from '../membership-sql';

/** Over `absence`: somebody is away on this day. */
export function isAway(day: string): Sql {
  return sql`(absence.from_day <= ${day}::date and absence.to_day >= ${day}::date)`;
}

/** For Heute of who stands in. */
export function dueAbsences(viewer: Viewer, now: Date): Sql {
  const day = berlinDay(now);
  return sql`select 'deputising' as kind, absence.id, null::date as due,
      json_build_object('name', ${personNameOf('person')}, 'toDay', absence.to_day) as facts
    from coordination_absence absence join person on person.id = absence.person_id
    where absence.deputy_person_id = ${viewer.personId}::uuid and ${isAway(day)}`;
}

/** What mails of a network say while who coordinates it is away; empty where nobody is. */
export function awayWords(networkId: string | null, day: string): Sql {
  return sql`select ${personNameOf('person')} as name, absence.to_day::text as "toDay", ${personNameOf('deputy')} as deputy, deputy.mail
    from membership join coordination_absence absence on absence.person_id = membership.person_id
      join person on person.id = absence.person_id join person deputy on deputy.id = absence.deputy_person_id
    where membership.network_id = ${networkId}::uuid and membership.role = 'COORDINATOR' and ${currentSeats(day)} and ${isAway(day)}
    order by person.family_name, person.id`;
}
