import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { mdiDeleteOutline, mdiPencilOutline } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type CalendarPeriodKind,
  calendarPeriodKinds,
  calendarPeriodLabels,
  type CalendarPeriodView,
  type HolidaysView,
} from '@runder-tisch/domain/settings';
import { berlinDay, formatShortDate, formatShortDay } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { problemOf } from '../../http/problem-error';
import { CalendarPeriodForm } from './calendar-period-form';
import { CalendarPeriodPaste } from './calendar-period-paste';

const says: Record<CalendarPeriodKind, string> = {
  SCHOOL_HOLIDAY: 'Wer Kinder hat, fehlt dann oft. Termine in den Ferien werden als solche markiert.',
  SITTING_WEEK: 'Wann Kreistag oder Ausschüsse tagen und Fraktionen sich vorbereiten.',
};

/** What no rule tells about the days of a year; what a rule tells stands below it, to be looked at. */
@Component({
  selector: 'rt-calendar-periods-page',
  imports: [CalendarPeriodForm, CalendarPeriodPaste, EmptyState, Icon, PageHead, ProgressLine],
  templateUrl: './calendar-periods-page.html',
  styleUrl: './calendar-periods-page.scss',
})
export class CalendarPeriodsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ScreenClock);
  protected readonly icons = { edit: mdiPencilOutline, remove: mdiDeleteOutline };
  protected readonly says = says;
  protected readonly day = formatShortDay;

  private readonly answer = httpResource<Page<CalendarPeriodView>>(() => '/api/calendar-periods');
  private readonly rule = httpResource<HolidaysView>(() => '/api/calendar-periods/holidays');
  protected readonly loading = this.answer.isLoading;
  protected readonly problem = problemOf(this.answer);
  private readonly periods = linkedSignal<CalendarPeriodView[] | null, CalendarPeriodView[]>({
    source: () => (this.answer.hasValue() ? this.answer.value().items : null),
    computation: (now, before) => now ?? before?.value ?? [],
  });
  private readonly act = acting(() => this.reload());

  protected readonly pasting = signal<CalendarPeriodKind | null>(null);
  protected readonly adding = signal<CalendarPeriodKind | null>(null);
  protected readonly editing = signal<CalendarPeriodView | null>(null);

  /** What is over stays out of the way, and is there for who looks back. */
  protected readonly groups = computed(() => {
    const today = berlinDay(this.clock.now());
    return calendarPeriodKinds.map((kind) => {
      const all = this.periods().filter((it) => it.kind === kind);
      return {
        kind,
        label: calendarPeriodLabels[kind],
        current: all.filter((it) => it.toDay >= today),
        past: all.filter((it) => it.toDay < today).reverse(),
      };
    });
  });
  protected readonly holidays = computed(() => (this.rule.hasValue() ? this.rule.value() : null));

  protected range({ fromDay, toDay }: CalendarPeriodView): string {
    return fromDay === toDay
      ? formatShortDate(fromDay)
      : `${formatShortDate(fromDay)} – ${formatShortDate(toDay)}`;
  }

  protected reload(): void {
    this.answer.reload();
  }

  protected async remove(period: CalendarPeriodView): Promise<void> {
    const done = await this.act(() => this.api.remove(`/api/calendar-periods/${period.id}`));
    if (!done) return;
    const { kind, name, fromDay, toDay } = period;
    this.toasts.say(`${name} gelöscht.`, async () => {
      await this.act(() =>
        this.api.create('/api/calendar-periods', { periods: [{ kind, name, fromDay, toDay }] }),
      );
    });
  }
}
