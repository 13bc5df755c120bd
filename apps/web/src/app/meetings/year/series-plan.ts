import { Component, computed, effect, input, linkedSignal, model, signal } from '@angular/core';
import {
  fallsOut,
  type Invitee,
  seriesDays,
  seriesLimits,
  type SeriesRhythm,
  seriesWords,
  usualSeriesEnd,
} from '@runder-tisch/domain/meetings';
import { asSentence, counted } from '@runder-tisch/domain/text';
import { formatShortDay, isDay } from '@runder-tisch/domain/time';
import { CheckboxField, DateField, NumberField, SelectField } from '@runder-tisch/ui/form';
import { type Slot, slotJudging } from './slot-judging';
import { SlotNote } from './slot-note';

/** A rule and the days of it that stand. */
export interface PlannedSeries {
  rule: { rhythm: SeriesRhythm; every: number; untilDay: string };
  days: string[];
}

const rhythms: readonly { value: SeriesRhythm; label: string }[] = [
  { value: 'WEEKS', label: 'Wochen, am selben Wochentag' },
  { value: 'MONTHS_WEEKDAY', label: 'Monate, am selben Wochentag im Monat' },
  { value: 'MONTHS_DAY', label: 'Monate, am selben Tag im Monat' },
];

/** "Jeden zweiten Mittwoch, nicht in den Ferien": the dates are seen before anything is made, each can be dropped. */
@Component({
  selector: 'rt-series-plan',
  imports: [CheckboxField, DateField, NumberField, SelectField, SlotNote],
  templateUrl: './series-plan.html',
  styleUrl: './series-plan.scss',
})
export class SeriesPlan {
  /** The first date. */
  readonly slot = input.required<Slot>();
  readonly networkId = input<string | null | undefined>(null);
  readonly committeeId = input<string | null | undefined>(null);
  readonly invitees = input<readonly Invitee[]>([]);
  /** Null while no date of it stands. */
  readonly plan = model<PlannedSeries | null>(null);

  protected readonly rhythms = rhythms;
  protected readonly most = seriesLimits;
  protected readonly dayName = formatShortDay;
  protected readonly rhythm = signal<string>('WEEKS');
  protected readonly every = signal<number | null>(2);
  protected readonly until = linkedSignal<string, string>({
    source: () => this.slot().day,
    computation: (day, before) =>
      isDay(day) && !(before && isDay(before.value) && before.value > day)
        ? usualSeriesEnd(day)
        : (before?.value ?? ''),
  });
  protected readonly noSchoolHolidays = signal(true);
  protected readonly noPublicHolidays = signal(true);
  protected readonly noSittingWeeks = signal(false);

  private readonly rule = computed(() => {
    const every = this.every() ?? 0;
    const inRange = every >= 1 && every <= seriesLimits.every ? every : 0;
    return { rhythm: this.rhythm() as SeriesRhythm, every: inRange, untilDay: this.until() };
  });
  private readonly days = computed(() => seriesDays({ ...this.rule(), firstDay: this.slot().day }));
  private readonly judging = slotJudging(() => ({
    slots: this.days().map((day) => ({ ...this.slot(), day })),
    networkId: this.networkId(),
    committeeId: this.committeeId(),
    invitees: this.invitees(),
  }));
  /** What somebody decided against the rule, by day. */
  private readonly decided = signal<ReadonlyMap<string, boolean>>(new Map());
  protected readonly dates = computed(() =>
    this.days().map((day) => {
      const known = this.judging.of({ ...this.slot(), day });
      const out = known !== null && fallsOut(this.exceptions(), known);
      return { day, known, out, stands: this.decided().get(day) ?? !out };
    }),
  );
  private readonly exceptions = computed(() => ({
    schoolHolidays: this.noSchoolHolidays(),
    publicHolidays: this.noPublicHolidays(),
    sittingWeeks: this.noSittingWeeks(),
  }));
  /** "Jeden zweiten Mittwoch, nicht in den Ferien und nicht an Feiertagen" */
  protected readonly words = computed(() => {
    const { rhythm, every } = this.rule();
    const rule = every ? seriesWords({ firstDay: this.slot().day, rhythm, every }) : '';
    if (!rule) return '';
    const { schoolHolidays, publicHolidays, sittingWeeks } = this.exceptions();
    const never = [
      schoolHolidays && 'nicht in den Ferien',
      publicHolidays && 'nicht an Feiertagen',
      sittingWeeks && 'nicht in Sitzungswochen',
    ].filter(Boolean);
    return asSentence([rule, ...never].join(', '));
  });
  protected readonly standing = computed(() => this.dates().filter((it) => it.stands).length);
  protected readonly count = computed(() => {
    const all = this.dates().length;
    return `${this.standing()} von ${counted(all, 'Termin', 'Terminen')}`;
  });

  constructor() {
    effect(() => {
      const days = this.dates().flatMap((it) => (it.stands ? [it.day] : []));
      this.plan.set(days.length > 0 ? { rule: this.rule(), days } : null);
    });
  }

  protected decide(day: string, stands: boolean): void {
    this.decided.update((all) => new Map(all).set(day, stands));
  }
}
