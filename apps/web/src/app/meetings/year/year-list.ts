import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAlert } from '@mdi/js';
import { meetingTypeLabels, type YearMeeting } from '@runder-tisch/domain/meetings';
import { asDay, dayParts, formatShortPeriod, monthName } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';

/** The year as lines below their months. */
@Component({
  selector: 'rt-year-list',
  imports: [Icon, RouterLink],
  template: `
    @for (month of months(); track month.key) {
      <section [attr.aria-labelledby]="'rt-list-' + month.key">
        <h3 [id]="'rt-list-' + month.key">{{ month.name }}</h3>
        <ul>
          @for (meeting of month.meetings; track $index) {
            <li>
              <span class="rt-number when">{{ period(meeting.startsAt, meeting.endsAt) }}</span>
              <span class="what">
                @if (meeting.id) {
                  <a [routerLink]="['/termine', meeting.id]">{{ meeting.label }}</a>
                } @else {
                  {{ meeting.label }}
                }
                <small>{{ below(meeting) }}</small>
              </span>
              @for (clash of meeting.clashes; track $index) {
                <span class="clash"
                  ><rt-icon [path]="icon" />{{ clash.count }} doppelt gefragt: {{ clash.label }}</span
                >
              }
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    section + section {
      margin-top: calc(var(--rt-space) * 2.5);
    }
    h3 {
      margin-bottom: 6px;
    }
    ul {
      padding: 0;
      list-style: none;
      border-top: 1px solid var(--rt-line);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 18px;
      padding: 8px 0;
      border-bottom: 1px solid var(--rt-line);
      break-inside: avoid;
    }
    .when {
      flex: 0 0 17rem;
      max-width: 100%;
    }
    .what {
      flex: 1 1 18rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      color: var(--rt-text-quiet);
    }
    .clash {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      color: var(--rt-warning);
      font-weight: 600;
    }
  `,
})
export class YearList {
  readonly meetings = input.required<readonly YearMeeting[]>();

  protected readonly icon = mdiAlert;
  protected readonly period = formatShortPeriod;
  protected readonly months = computed(() => {
    const months = new Map<string, YearMeeting[]>();
    for (const meeting of this.meetings()) {
      const key = asDay(meeting.startsAt).slice(0, 7);
      months.set(key, [...(months.get(key) ?? []), meeting]);
    }
    return [...months].map(([key, meetings]) => ({
      key,
      name: `${monthName(dayParts(`${key}-01`).month)} ${key.slice(0, 4)}`,
      meetings,
    }));
  });

  protected below({ network, committee, format, type, place }: YearMeeting): string {
    const body = network?.name ?? committee?.name ?? format?.name ?? meetingTypeLabels[type];
    return [body, place].filter(Boolean).join(' · ');
  }
}
