import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiCalendarBlankOutline } from '@mdi/js';
import {
  type CalendarDelivery,
  type CalendarRow,
  type DeliveryCalendarView,
  deliveryStateLabels,
  overdueDeliveryStates,
} from '@runder-tisch/domain/data-requests';
import { counted } from '@runder-tisch/domain/text';
import { dayParts, monthNames } from '@runder-tisch/domain/time';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { problemOf } from '../../http/problem-error';
import { Session } from '../../session/session';
import { AskButton } from './ask-button';
import { DeliveryState } from './delivery-state';
import { interfaceTabs } from './interface-tabs';

interface Line {
  row: CalendarRow;
  date: CalendarDelivery;
}

/** When deliveries are expected, month by month or the whole year at once, and what became of each. */
@Component({
  selector: 'rt-delivery-calendar-page',
  imports: [AskButton, BerlinDatePipe, DeliveryState, EmptyState, PageHead, ProgressLine, RouterLink, TabBar],
  templateUrl: './delivery-calendar-page.html',
  styleUrl: './delivery-calendar-page.scss',
})
export class DeliveryCalendarPage {
  // As the router reads them from the address.
  readonly jahr = input<string>();
  readonly ansicht = input<string>();
  readonly nur = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly tabs = interfaceTabs;
  protected readonly icon = mdiCalendarBlankOutline;
  protected readonly labels = deliveryStateLabels;
  protected readonly mayChange = computed(() => this.session.may('data-request:change'));
  protected readonly answer = httpResource<DeliveryCalendarView>(() =>
    /^\d{4}$/.test(this.jahr() ?? '')
      ? `/api/interfaces/calendar?year=${this.jahr()}`
      : '/api/interfaces/calendar',
  );
  protected readonly problem = problemOf(this.answer);
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly wholeYear = computed(() => this.ansicht() === 'jahr');
  protected readonly onlyLate = computed(() => this.nur() === 'ueberfaellig');
  protected readonly lateWords = computed(() =>
    counted(this.view()?.overdue ?? 0, 'Lieferung überfällig', 'Lieferungen überfällig'),
  );
  private readonly lines = computed<readonly Line[]>(() =>
    (this.view()?.rows ?? [])
      .flatMap((row) => row.dates.map((date) => ({ row, date })))
      .filter(({ date }) => !this.onlyLate() || overdueDeliveryStates.includes(date.state))
      .sort((one, other) => one.date.dueOn.localeCompare(other.date.dueOn)),
  );
  protected readonly months = computed(() =>
    monthNames
      .map((name, index) => ({
        name,
        lines: this.lines().filter(({ date }) => dayParts(date.dueOn).month === index + 1),
      }))
      .filter(({ lines }) => lines.length > 0),
  );
  /** The file of what is shown; an empty calendar is none. */
  protected readonly fileAddress = computed(() => {
    const year = this.view()?.year;
    if (!year || this.lines().length === 0) return null;
    return `/api/interfaces/calendar.ics?year=${year}${this.onlyLate() ? '&overdue=1' : ''}`;
  });
  protected readonly shortMonths = monthNames.map((name) => ({ name, short: name.slice(0, 3) }));
  protected readonly yearRows = computed(() =>
    (this.view()?.rows ?? [])
      .map((row) => ({
        row,
        months: monthNames.map((_, index) =>
          this.lines().filter((line) => line.row === row && dayParts(line.date.dueOn).month === index + 1),
        ),
      }))
      .filter(({ months }) => months.some((lines) => lines.length > 0)),
  );

  protected mayAsk({ date }: Line): boolean {
    return this.mayChange() && (date.state === 'MISSED' || date.state === 'TO_ASK');
  }

  protected show(params: Record<string, string | number | null>): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge' });
  }
}
