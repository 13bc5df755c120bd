import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import type { SlotsView, SlotView } from '@runder-tisch/domain/meetings';
import type { JudgeSlots, ProposedSlot } from '@runder-tisch/domain/meetings/year/year-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import {
  berlinDayBounds,
  berlinInstantOrNext,
  holidayOn,
  isDay,
  isWallClock,
} from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { problem } from '../../problem/problem';
import { CalendarPeriods } from '../../settings/calendar-periods';
import { dayOf, inCalendar, labelOf, nameOrPerson, takesTime, wantedAt } from './calendar-sql';

interface Known {
  count: number;
  busy: (SlotView['busy'][number] & { at: number; sameTime: boolean; who: string })[];
  others: (SlotView['others'][number] & { at: number })[];
}

/** Holds proposed dates against the calendar: holidays, other bodies, and who is wanted somewhere else. */
@Injectable()
export class SlotsRepository {
  constructor(
    private readonly database: Database,
    private readonly periods: CalendarPeriods,
  ) {}

  async judge(viewer: Viewer, request: JudgeSlots): Promise<SlotsView> {
    const times = request.slots.map(boundsOf);
    const days = request.slots.map((it) => it.day).sort();
    const [from = '', to = from] = [days[0], days.at(-1)];
    const [state, periods, known] = await Promise.all([
      this.periods.state(),
      this.periods.between(from, to),
      this.known(viewer, request, times, {
        from: berlinDayBounds(from).from,
        until: berlinDayBounds(to).until,
      }),
    ]);
    const are = request.invitees.length > 0 ? 'INVITED' : 'MEMBERS';
    const slots = request.slots.map(({ day, startTime, endTime }, index): SlotView => {
      const ofDay = periods.filter((it) => it.fromDay <= day && it.toDay >= day);
      const named = (kind: string) => ofDay.filter((it) => it.kind === kind).map((it) => it.name);
      const busy = known.busy.filter((it) => it.at === index);
      const now = new Set(busy.filter((it) => it.sameTime).map((it) => it.who));
      const later = new Set(busy.filter((it) => !now.has(it.who)).map((it) => it.who));
      return {
        day,
        startTime,
        endTime,
        holiday: holidayOn(day, state),
        schoolHolidays: named('SCHOOL_HOLIDAY'),
        sittingWeeks: named('SITTING_WEEK'),
        people: { count: known.count, are },
        busy: onePerPerson(busy.filter((it) => it.sameTime)).map(({ name, elsewhere, startsAt, endsAt }) => ({
          ...{ name, elsewhere, startsAt, endsAt },
        })),
        busyThatDay: later.size,
        others: known.others
          .filter((it) => it.at === index)
          .map(({ name, startsAt, endsAt }) => ({ name, startsAt, endsAt })),
      };
    });
    return { slots };
  }

  /**
   * One statement for all dates: the meetings of their days, whom these want, whom this meeting wants, and where both
   * name the same person. The names are those of the list that was sent, or of the seats.
   */
  private async known(
    viewer: Viewer,
    request: JudgeSlots,
    times: readonly Bounds[],
    all: { from: Date; until: Date },
  ): Promise<Known> {
    const { invitees } = request;
    const body = invitees.length === 0;
    const [found] = await this.database.rows<Known>(sql`
      with slot as materialized (
        select row_number() over () - 1 as at, slot.*, slot.day::date as date
        from unnest(${times.map((it) => it.from)}::timestamptz[], ${times.map((it) => it.until)}::timestamptz[],
          ${times.map((it) => it.day)}::text[]) as slot (starts_at, ends_at, day)),
      it as materialized (
        select it.id, it.network_id, it.committee_id, it.starts_at, it.ends_at, ${dayOf(sql`it.starts_at`)} as day, ${labelOf(viewer)} as label
        from meeting it left join network on network.id = it.network_id left join committee on committee.id = it.committee_id
        where ${takesTime} and ${inCalendar(viewer)} and it.id is distinct from ${request.meetingId}::uuid
          and it.starts_at >= ${all.from} and it.starts_at < ${all.until}
          and ${dayOf(sql`it.starts_at`)} in (select date from slot)),
      wanted as materialized (${wantedAt('it')}),
      listed as materialized (
        select coalesce(listed.person_id, known.id, md5(listed.mail)::uuid) as who, listed.name
        from unnest(${invitees.map((it) => it.personId)}::uuid[], ${invitees.map((it) => normaliseMail(it.mail))}::text[],
          ${invitees.map((it) => it.name)}::text[], ${invitees.map((it) => it.organisationId !== null)}::boolean[])
          as listed (person_id, mail, name, mailbox)
        left join person known on listed.person_id is null and lower(known.mail) = listed.mail
        where not listed.mailbox),
      planned (id, network_id, committee_id, day) as materialized (
        select null::uuid, ${body ? request.networkId : null}::uuid, ${body ? request.committeeId : null}::uuid, min(slot.date) from slot),
      asked as materialized (
        select distinct on (who) who, ${nameOrPerson(sql`everybody.name`)} as name from (
          select who, name from listed union all select who, name from (${wantedAt('planned')}) seats) everybody
          left join person on person.id = everybody.who order by who)
      select (select count(*)::int from asked) as count,
        coalesce((select json_agg(json_build_object('at', slot.at, 'who', asked.who, 'name', asked.name, 'elsewhere', it.label,
            'startsAt', it.starts_at, 'endsAt', it.ends_at, 'sameTime', it.starts_at < slot.ends_at and it.ends_at > slot.starts_at)
            order by asked.name, it.starts_at, it.id)
          from slot join it on it.day = slot.date join wanted on wanted.meeting_id = it.id join asked on asked.who = wanted.who), '[]') as busy,
        coalesce((select json_agg(json_build_object('at', slot.at, 'name', it.label, 'startsAt', it.starts_at, 'endsAt', it.ends_at)
            order by it.starts_at, it.id)
          from slot join it on it.day = slot.date and it.starts_at < slot.ends_at and it.ends_at > slot.starts_at
          where it.network_id is not null or it.committee_id is not null), '[]') as others`);
    return found ?? { count: 0, busy: [], others: [] };
  }
}

interface Bounds {
  from: Date;
  until: Date;
  day: string;
}

/** The hours of a date; the whole day where a time is missing or the end comes first. */
function boundsOf({ day, startTime, endTime }: ProposedSlot, index: number): Bounds {
  if (!isDay(day))
    throw problem(generalProblems, 'invalid-input', [
      { path: `slots.${index}.day`, code: 'day', detail: 'Diesen Tag gibt es nicht.' },
    ]);
  const whole = { ...berlinDayBounds(day), day };
  if (!isWallClock(startTime) || !isWallClock(endTime)) return whole;
  const [from, until] = [startTime, endTime].map((time) => berlinInstantOrNext({ date: day, time }));
  return from && until && from < until ? { from, until, day } : whole;
}

function onePerPerson<Row extends { who: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.who, row])).values()];
}
