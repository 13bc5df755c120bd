import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiChartGantt } from '@mdi/js';
import { measureStatusLabels, type TimelineItem, type TimelineView } from '@runder-tisch/domain/measures';
import { counted } from '@runder-tisch/domain/text';
import { daysBetween, formatShortDate } from '@runder-tisch/domain/time';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { FilterBar } from '@runder-tisch/ui/list';
import { keptObject } from '../../object-page/kept-object';
import { PlaceTabs } from '../../session/place-tabs';
import { measureFilters, measureTabs } from './measure-filters';

/** A bar needs at least so much of the whole to be seen. */
const LEAST = 1;

/** When what goes on: one line for each measure, with its milestones and today. It is a table to those who read it. */
@Component({
  selector: 'rt-measure-timeline-page',
  imports: [EmptyState, FilterBar, PageHead, PlaceTabs, ProgressLine, RouterLink],
  templateUrl: './measure-timeline-page.html',
  styleUrl: './measure-timeline-page.scss',
})
export class MeasureTimelinePage {
  protected readonly icon = mdiChartGantt;
  protected readonly tabs = measureTabs;
  protected readonly by = measureFilters();
  protected readonly answer = keptObject<TimelineView>(() => `/api/measures/timeline${this.by.search()}`);
  protected readonly result = computed(() => {
    const view = this.answer.view();
    return view && counted(view.total, 'Maßnahme', 'Maßnahmen');
  });
  /** From the first of January of the first year to that after the last. */
  private readonly span = computed(() => {
    const view = this.answer.view();
    const days = (view?.items ?? []).flatMap(({ startsOn, endsOn, milestones }) => [
      ...[startsOn, endsOn].filter((it) => it !== null),
      ...milestones.map(({ dueOn }) => dueOn),
    ]);
    const years = [...days, view?.today ?? '2025-01-01'].map((it) => Number(it.slice(0, 4)));
    const [first, last] = [Math.min(...years), Math.max(...years) + 1];
    return { first, last, from: `${first}-01-01`, days: daysBetween(`${first}-01-01`, `${last}-01-01`) };
  });
  protected readonly years = computed(() => {
    const { first, last } = this.span();
    return Array.from({ length: last - first }, (_, index) => ({
      year: first + index,
      left: this.at(`${first + index}-01-01`),
    }));
  });
  protected readonly today = computed(() => this.at(this.answer.view()?.today ?? this.span().from));
  protected readonly rows = computed(() => (this.answer.view()?.items ?? []).map((item) => this.rowOf(item)));

  private at(day: string): number {
    const { from, days } = this.span();
    return (daysBetween(from, day) / days) * 100;
  }

  private rowOf(item: TimelineItem) {
    const [start, end] = [item.startsOn ?? item.endsOn, item.endsOn ?? item.startsOn];
    const left = start === null ? 0 : this.at(start);
    const period =
      item.startsOn && item.endsOn
        ? `${formatShortDate(item.startsOn)} – ${formatShortDate(item.endsOn)}`
        : item.endsOn
          ? `bis ${formatShortDate(item.endsOn)}`
          : item.startsOn
            ? `ab ${formatShortDate(item.startsOn)}`
            : 'ohne Termin';
    return {
      ...item,
      period,
      left,
      width: start === null || end === null ? 0 : Math.max(this.at(end) - left, LEAST),
      words: measureStatusLabels[item.status],
      tone: item.status.toLowerCase().replace('_', '-'),
      marks: item.milestones.map((it) => ({ ...it, left: this.at(it.dueOn) })),
      told: item.milestones
        .map(({ title, dueOn, done }) => `${title} ${formatShortDate(dueOn)}${done ? ', erreicht' : ''}`)
        .join('; '),
    };
  }
}
