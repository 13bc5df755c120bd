import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAlert, mdiPlus } from '@mdi/js';
import type {
  CalendarDayCell,
  CalendarMonthCells,
  CalendarSpan,
  YearMeeting,
} from '@runder-tisch/domain/meetings';
import { berlinWall, formatLongDate, weekdayNames } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';

/**
 * One month: a column of days in a year or quarter, as wall calendars have it, or weeks below each other. On a phone
 * only days on which something is are left.
 */
@Component({
  selector: 'rt-calendar-month',
  imports: [Icon, RouterLink],
  templateUrl: './calendar-month.html',
  styleUrl: './calendar-month.scss',
  host: { '[class]': 'layout()' },
})
export class CalendarMonth {
  readonly month = input.required<CalendarMonthCells>();
  readonly layout = input.required<CalendarSpan>();
  readonly today = input.required<string>();
  readonly mayPlan = input(false);

  protected readonly icons = { clash: mdiAlert, add: mdiPlus };
  protected readonly long = formatLongDate;
  protected readonly weekdays = weekdayNames;
  protected readonly short = weekdayNames.map((it) => it.slice(0, 2));
  protected readonly nothing = computed(() => this.month().days.every((it) => isEmpty(it)));

  protected empty(day: CalendarDayCell): boolean {
    return isEmpty(day) && day.day !== this.today();
  }

  protected time(meeting: YearMeeting): string {
    return berlinWall(new Date(meeting.startsAt)).time;
  }

  protected until(meeting: YearMeeting): string {
    return berlinWall(new Date(meeting.endsAt)).time;
  }

  protected kind(meeting: YearMeeting): string {
    return meeting.committee ? 'committee' : meeting.network ? 'network' : 'other';
  }

  /** Who meets, where the title does not say it. */
  protected body(meeting: YearMeeting): string {
    const name = meeting.network?.name ?? meeting.committee?.name ?? meeting.format?.name ?? '';
    return meeting.label.includes(name) ? '' : name;
  }

  protected twice(meeting: YearMeeting): number {
    return Math.max(0, ...meeting.clashes.map((it) => it.count));
  }
}

function isEmpty(day: CalendarDayCell): boolean {
  return day.meetings.length === 0 && day.holiday === null && day.begins.length === 0;
}
