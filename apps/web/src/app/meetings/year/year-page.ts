import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  mdiAlertOutline,
  mdiCalendarMonthOutline,
  mdiChevronLeft,
  mdiChevronRight,
  mdiPrinterOutline,
  mdiRss,
} from '@mdi/js';
import type { CommitteeView } from '@runder-tisch/domain/committees';
import type { FormatListItem } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import {
  calendarMonths,
  type CalendarSpan,
  calendarSpans,
  clashPairs,
  spanAround,
  spanBeside,
  spanName,
  type YearView,
} from '@runder-tisch/domain/meetings';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay, formatShortPeriod, isDay } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { type Filter, FilterBar } from '@runder-tisch/ui/list';
import { ScreenClock } from '@runder-tisch/ui/text';
import { asParams } from '../../http/query';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { NetworkChoices } from '../network-choices';
import { CalendarMonth } from './calendar-month';
import { YearList } from './year-list';

const views = [
  { value: 'monat', label: 'Monat' },
  { value: 'quartal', label: 'Quartal' },
  { value: 'jahr', label: 'Jahr' },
  { value: 'liste', label: 'Liste' },
] as const;

/** All networks, committees and formats over a month, a quarter or a year: who meets when, and who is wanted twice. */
@Component({
  selector: 'rt-year-page',
  imports: [CalendarMonth, EmptyState, FilterBar, Icon, PageHead, ProgressLine, RouterLink, YearList],
  templateUrl: './year-page.html',
  styleUrl: './year-page.scss',
})
export class YearPage {
  // As the router reads them from the address.
  readonly ansicht = input<string>();
  readonly tag = input<string>();
  readonly networkId = input<string>();
  readonly committeeId = input<string>();
  readonly formatId = input<string>();
  readonly mine = input<string>();

  private readonly session = inject(Session);
  private readonly clock = inject(ScreenClock);
  private readonly networks = inject(NetworkChoices);
  protected readonly icons = {
    back: mdiChevronLeft,
    on: mdiChevronRight,
    print: mdiPrinterOutline,
    feed: mdiRss,
    clash: mdiAlertOutline,
    meeting: mdiCalendarMonthOutline,
  };
  protected readonly views = views;
  protected readonly period = formatShortPeriod;

  protected readonly mayPlan = computed(() => this.session.may('meeting:plan'));
  protected readonly mayKeepLists = computed(() => this.session.may('lists:change'));
  protected readonly view = computed(() => views.find((it) => it.value === this.ansicht())?.value ?? 'jahr');
  /** A list is one of the whole year. */
  protected readonly span = computed<CalendarSpan>(
    () => calendarSpans.find((it) => it === this.view()) ?? 'jahr',
  );
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  private readonly day = computed(() => {
    const asked = this.tag() ?? '';
    return isDay(asked) ? asked : this.today();
  });
  private readonly shown = computed(() => spanAround(this.span(), this.day()));
  protected readonly name = computed(() => spanName(this.span(), this.shown().from));
  protected readonly before = computed(() => spanBeside(this.span(), this.shown().from, -1));
  protected readonly after = computed(() => spanBeside(this.span(), this.shown().from, 1));
  protected readonly there = computed(() => {
    const { from, to } = this.shown();
    return this.today() >= from && this.today() <= to;
  });

  protected readonly calendar = keptObject<YearView>(() => {
    const { from, to } = this.shown();
    const query = asParams({
      ...{ from, to, networkId: this.networkId(), committeeId: this.committeeId() },
      ...{ formatId: this.formatId(), mine: this.mine() ? '1' : null },
    });
    return `/api/calendar?${new URLSearchParams(query).toString()}`;
  });
  protected readonly months = computed(() => {
    const view = this.calendar.view();
    return view ? calendarMonths(view) : [];
  });
  protected readonly clashes = computed(() => clashPairs(this.calendar.view()?.meetings ?? []));
  protected readonly filtered = computed(() =>
    [this.networkId(), this.committeeId(), this.formatId(), this.mine()].some(Boolean),
  );
  protected readonly result = computed(() => {
    const view = this.calendar.view();
    return view && `${counted(view.meetings.length, 'Termin', 'Termine')}`;
  });
  protected readonly schoolHolidays = computed(() =>
    (this.calendar.view()?.periods ?? []).some((it) => it.kind === 'SCHOOL_HOLIDAY'),
  );

  private readonly committees = httpResource<Page<CommitteeView>>(() =>
    this.session.may('committee:read') ? '/api/committees' : undefined,
  );
  private readonly formats = httpResource<Page<FormatListItem>>(() =>
    this.session.may('format:read') ? { url: '/api/formats', params: { limit: 100 } } : undefined,
  );
  protected readonly filters = computed<readonly Filter[]>(() => {
    const committees = this.committees.hasValue() ? this.committees.value().items : [];
    const formats = this.formats.hasValue() ? this.formats.value().items : [];
    return [
      {
        ...{ kind: 'choice', key: 'networkId', label: 'Netzwerk', all: 'Alle Netzwerke' },
        options: this.networks.all(),
      },
      ...(committees.length
        ? [
            {
              ...{ kind: 'choice' as const, key: 'committeeId', label: 'Gremium', all: 'Alle Gremien' },
              options: committees.map((it) => ({ value: it.id, label: it.name })),
            },
          ]
        : []),
      ...(formats.length
        ? [
            {
              ...{ kind: 'choice' as const, key: 'formatId', label: 'Format', all: 'Alle Formate' },
              options: formats.map((it) => ({ value: it.id, label: it.title })),
            },
          ]
        : []),
      { kind: 'switch', key: 'mine', label: 'Nur meine' },
    ];
  });

  protected names(people: readonly string[], count: number): string {
    const more = count - people.length;
    return more > 0 ? `${people.join(', ')} und ${more} weitere` : people.join(', ');
  }

  protected print(): void {
    window.print();
  }
}
