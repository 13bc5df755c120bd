import { Inject, Injectable } from '@nestjs/common';
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
  overdueDeliveries,
  overdueDeliveryStates,
} from '@runder-tisch/domain/data-requests';
import type { CalendarFileQuery } from '@runder-tisch/domain/data-requests/interfaces/sector-plan-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay, type Day, dayParts, joinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../../app-options';
import { publishDaysIcs } from '../../calendar/ics';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { MailIdentitySource } from '../../outbox/mail-identity';
import { problem } from '../../problem/problem';
import { visibleDataRequests } from '../data-requests-access';
import { deliveryDay } from './delivery-days';

export interface AgreementDates {
  dates: CalendarDelivery[];
  overdue: CalendarDelivery[];
}

interface Kept {
  id: string;
  partner: string;
  name: string;
  direction: InterfaceDirection;
  mail: string;
  version: number;
  terms: DeliveryTerm[];
  requests: (Omit<AskedDelivery, 'askedOn'> & { askedAt: string })[];
}

/** When what should come, and what became of it: worked out from versions and requests, never stored. */
@Injectable()
export class DeliveryCalendar {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identities: MailIdentitySource,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  async year(viewer: Viewer, asked: number | undefined): Promise<DeliveryCalendarView> {
    const { year, today, kept } = await this.ofYear(viewer, asked);
    return {
      ...{ year, today },
      rows: kept
        .filter(({ dates }) => dates.length > 0)
        .map(({ id, partner, name, direction, mail, dates }): CalendarRow => ({
          ...{ id, partner, name, direction, mail, dates },
        })),
      overdue: kept.reduce((sum, it) => sum + overdueDeliveries(agreementOf(it), today).length, 0),
    };
  }

  /** The dates of one year for other calendars; `not-found` where nothing is expected, for no calendar is empty. */
  async ics(viewer: Viewer, { year: asked, overdue }: CalendarFileQuery): Promise<string> {
    const { year, today, kept } = await this.ofYear(viewer, asked);
    const { instanceHost } = await this.database.read((tx) => this.identities.identity(tx));
    const days = kept.flatMap((it) =>
      it.dates
        .filter(({ state }) => !overdue || overdueDeliveryStates.includes(state))
        .map((date) =>
          deliveryDay(it, date, { ...{ instanceHost, today }, publicUrl: this.options.publicUrl }),
        ),
    );
    if (days.length === 0) throw problem(generalProblems, 'not-found');
    return publishDaysIcs(`Lieferungen ${year}`, days, this.clock.now());
  }

  /** Dates of each agreement between two days and what is overdue of it, by its id. */
  async dates(viewer: Viewer, from: Day, to: Day, id?: string): Promise<Map<string, AgreementDates>> {
    const today = this.today();
    const kept = await this.kept(viewer, id ? sql`it.id = ${id}` : sql`true`);
    return new Map(
      kept.map((it) => {
        const agreement = agreementOf(it);
        const dates = calendarOf(agreement, from, to, today);
        return [it.id, { dates, overdue: overdueDeliveries(agreement, today) }];
      }),
    );
  }

  today(): Day {
    return berlinDay(this.clock.now());
  }

  private async ofYear(viewer: Viewer, asked: number | undefined) {
    const today = this.today();
    const year = asked ?? dayParts(today).year;
    const kept = (await this.kept(viewer, sql`it.active`)).map((it) => ({
      ...it,
      dates: calendarOf(agreementOf(it), joinDay(year, 1, 1), joinDay(year, 12, 31), today),
    }));
    return { year, today, kept };
  }

  private kept(viewer: Viewer, which: Sql): Promise<Kept[]> {
    return this.database.rows<Kept>(sql`
      select it.id, it.partner, it.name, it.direction, it.mail, it.version,
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
