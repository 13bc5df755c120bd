import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { absenceProblems, type AbsencesView } from '@runder-tisch/domain/networks/absences';
import type { EnterAbsence } from '@runder-tisch/domain/networks/absences/absence-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { hasRole, type Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { personNameOf } from '../../database/person-name';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { currentSeats } from '../membership-sql';

/** Over `account`: somebody who may coordinate. */
const coordinates = sql`(account.disabled_at is null and account.roles @> array['coordinator'])`;

/**
 * While somebody is away, another coordinator may do for their networks what they may, from the first day to the last.
 * It ends by itself: each request asks anew who is away (`networks.contribution.ts`).
 */
@Injectable()
export class Absences {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async view(viewer: Viewer): Promise<AbsencesView> {
    const day = berlinDay(this.clock.now());
    const whole = hasRole(viewer, 'admin') ? sql`true` : sql`absence.person_id = ${viewer.personId}::uuid`;
    const { coordinators, ...told } = await this.database.found<
      Pick<AbsencesView, 'absences' | 'deputising' | 'coordinators'>
    >(sql`
      select ${listed(day, whole)} as absences, ${listed(day, sql`absence.deputy_person_id = ${viewer.personId}::uuid and absence.from_day <= ${day}::date`)} as deputising,
        coalesce((select json_agg(json_build_object('id', person.id, 'name', ${personNameOf('person')}) order by person.family_name collate "de-x-icu", person.id)
          from account join person on person.id = account.person_id where ${coordinates}), '[]') as coordinators`);
    return {
      ...told,
      coordinators,
      forOthers: hasRole(viewer, 'admin'),
      self: coordinators.find((it: NamedReference) => it.id === viewer.personId)?.id ?? null,
    };
  }

  enter(viewer: Viewer, request: EnterAbsence): Promise<{ id: string }> {
    const today = berlinDay(this.clock.now());
    const personId = request.personId ?? viewer.personId;
    if (personId !== viewer.personId && !hasRole(viewer, 'admin'))
      throw problem(generalProblems, 'forbidden');
    if (request.toDay < request.fromDay) throw problem(absenceProblems, 'absence-ends-before-start', 'toDay');
    if (request.toDay < today) throw problem(absenceProblems, 'absence-over', 'toDay');
    if (personId === request.deputyPersonId)
      throw problem(absenceProblems, 'absence-deputy', 'deputyPersonId');
    return this.database.write(viewer, 'absence.enter', async (tx) => {
      // One after the other for the same person, so that two entries at once do not overlap.
      const found = await oneIn(
        tx,
        sql`select 1 from person where id = ${personId}::uuid and exists (select 1 from account where account.person_id = person.id and ${coordinates})
            for update`,
      );
      if (!found) throw problem(absenceProblems, 'absence-person', 'personId');
      if (!(await this.mayCoordinate(tx, request.deputyPersonId)))
        throw problem(absenceProblems, 'absence-deputy', 'deputyPersonId');
      const other = await oneIn(
        tx,
        sql`select 1 from coordination_absence where person_id = ${personId}::uuid
            and from_day <= ${request.toDay}::date and to_day >= ${request.fromDay}::date`,
      );
      if (other) throw problem(absenceProblems, 'absence-overlaps', 'fromDay');
      const id = newId();
      await rowsIn(
        tx,
        sql`insert into coordination_absence (id, person_id, deputy_person_id, from_day, to_day, entered_by, created_at)
            values (${id}, ${personId}, ${request.deputyPersonId}, ${request.fromDay}, ${request.toDay}, ${viewer.displayName}, ${this.clock.now()})`,
      );
      return { id };
    });
  }

  /** Back earlier, or not away at all: what ran stays in the record until yesterday, what had not begun goes. */
  end(viewer: Viewer, id: string): Promise<void> {
    const today = berlinDay(this.clock.now());
    const own = hasRole(viewer, 'admin') ? sql`true` : sql`person_id = ${viewer.personId}::uuid`;
    return this.database.write(viewer, 'absence.end', async (tx) => {
      const found = await oneIn<{ fromDay: string }>(
        tx,
        sql`select from_day::text as "fromDay" from coordination_absence where id = ${id} and to_day >= ${today}::date and ${own} for update`,
      );
      if (!found) throw problem(generalProblems, 'not-found');
      await rowsIn(
        tx,
        found.fromDay >= today
          ? sql`delete from coordination_absence where id = ${id}`
          : sql`update coordination_absence set to_day = ${addDays(today, -1)}::date where id = ${id}`,
      );
    });
  }

  private async mayCoordinate(tx: EntityManager, personId: string): Promise<boolean> {
    const found = await oneIn(
      tx,
      sql`select 1 from account where account.person_id = ${personId} and ${coordinates}`,
    );
    return found !== undefined;
  }
}

/** What runs or is to come, as JSON of `AbsenceView`. */
function listed(day: string, where: Sql): Sql {
  return sql`coalesce((select json_agg(json_build_object('id', absence.id,
      'person', json_build_object('id', person.id, 'name', ${personNameOf('person')}),
      'deputy', json_build_object('id', deputy.id, 'name', ${personNameOf('deputy')}),
      'fromDay', absence.from_day, 'toDay', absence.to_day, 'running', absence.from_day <= ${day}::date,
      'networks', coalesce((select json_agg(distinct network.name) from membership join network on network.id = membership.network_id
        where absence.person_id in (membership.person_id, membership.deputy_person_id) and membership.role = 'COORDINATOR'
          and ${currentSeats(day)}), '[]')) order by absence.from_day, absence.id)
    from coordination_absence absence join person on person.id = absence.person_id join person deputy on deputy.id = absence.deputy_person_id
    where absence.to_day >= ${day}::date and ${where}), '[]')`;
}
