import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import {
  type AskedDelivery,
  type CalendarAgreement,
  type CalendarDelivery,
  calendarOf,
  type CalendarRow,
  type DeliveryCalendarView,
  type DeliveryTerm,
  type InterfaceDirection,
  overdueDeliveryStates,
} from '@runder-tisch/domain/data-requests';
import { berlinDay, type Day, dayParts, joinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { visibleDataRequests } from '../data-requests-access';

interface Kept {
  id: string;
  partner: string;
  name: string;
  direction: InterfaceDirection;
  mail: string;
  active: boolean;
  terms: DeliveryTerm[];
  requests: (Omit<AskedDelivery, 'askedOn'> & { askedAt: string })[];
}

/** Nothing older is still told as missed. */
const YEARS_BACK = 3;

/** When what should come, and what became of it: worked out from versions and requests, never stored. */
@Injectable()
export class DeliveryCalendar {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async year(viewer: Viewer, asked: number | undefined): Promise<DeliveryCalendarView> {
    const today = this.today();
    const year = asked ?? dayParts(today).year;
    const kept = (await this.kept(viewer, sql`true`)).filter(({ active }) => active);
    const past = joinDay(dayParts(today).year - YEARS_BACK, 1, 1);
    const rows = kept.map((it): CalendarRow => ({
      ...{ id: it.id, partner: it.partner, name: it.name, direction: it.direction, mail: it.mail },
      dates: calendarOf(agreementOf(it), joinDay(year, 1, 1), joinDay(year, 12, 31), today),
    }));
    const late = kept.flatMap((it) => calendarOf(agreementOf(it), past, today, today)).filter(isLate);
    return { year, today, rows: rows.filter(({ dates }) => dates.length > 0), overdue: late.length };
  }

  /** Dates of each agreement between two days, by its id. */
  async dates(viewer: Viewer, from: Day, to: Day, id?: string): Promise<Map<string, CalendarDelivery[]>> {
    const today = this.today();
    const kept = await this.kept(viewer, id ? sql`it.id = ${id}` : sql`true`);
    return new Map(kept.map((it) => [it.id, calendarOf(agreementOf(it), from, to, today)]));
  }

  today(): Day {
    return berlinDay(this.clock.now());
  }

  private kept(viewer: Viewer, which: Sql): Promise<Kept[]> {
    return this.database.rows<Kept>(sql`
      select it.id, it.partner, it.name, it.direction, it.mail, it.active,
        (select json_agg(json_build_object('validFrom', term.valid_from, 'countsFrom', term.counts_from, 'rhythm', term.rhythm,
            'daysToDeliver', term.days_to_deliver) order by term.valid_from nulls first)
          from interface_version term where term.agreement_id = it.id) as terms,
        coalesce((select json_agg(json_build_object('id', request.id, 'number', request.number, 'period', request.period,
            'state', request.state, 'dueOn', request.due_on, 'askedAt', request.created_at)
            order by request.created_at, request.id)
          from data_request request where request.agreement_id = it.id), '[]') as requests
      from interface_agreement it where ${visibleDataRequests(viewer)} and ${which} order by it.position, it.id`);
  }
}

function agreementOf({ direction, terms, requests }: Kept): CalendarAgreement {
  return {
    ...{ direction, terms },
    requests: requests.map(({ askedAt, ...request }) => ({
      ...request,
      askedOn: berlinDay(new Date(askedAt)),
    })),
  };
}

function isLate({ state }: CalendarDelivery): boolean {
  return overdueDeliveryStates.includes(state);
}
