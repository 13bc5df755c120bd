import { A11yModule } from '@angular/cdk/a11y';
import { Component, Service, computed, input, output } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS } from '@angular/material/core';
import { MatCalendar, MatDatepickerIntl } from '@angular/material/datepicker';
import { DayAdapter, dayFormats } from './day-adapter';

@Service({ autoProvided: false })
class GermanCalendarLabels extends MatDatepickerIntl {
  override calendarLabel = 'Kalender';
  override openCalendarLabel = 'Kalender öffnen';
  override closeCalendarLabel = 'Kalender schließen';
  override prevMonthLabel = 'Voriger Monat';
  override nextMonthLabel = 'Nächster Monat';
  override prevYearLabel = 'Voriges Jahr';
  override nextYearLabel = 'Nächstes Jahr';
  override prevMultiYearLabel = 'Vorige 24 Jahre';
  override nextMultiYearLabel = 'Nächste 24 Jahre';
  override switchToMonthViewLabel = 'Tag wählen';
  override switchToMultiYearViewLabel = 'Monat und Jahr wählen';
}

/** The calendar that a date field opens; loaded when it is first needed. */
@Component({
  selector: 'rt-day-calendar',
  imports: [MatCalendar, A11yModule],
  providers: [
    { provide: DateAdapter, useClass: DayAdapter },
    { provide: MAT_DATE_FORMATS, useValue: dayFormats },
    { provide: MatDatepickerIntl, useClass: GermanCalendarLabels },
  ],
  template: `
    <div class="rt-floating" role="dialog" aria-label="Kalender" cdkTrapFocus cdkTrapFocusAutoCapture>
      <mat-calendar
        [startAt]="selected()"
        [selected]="selected()"
        [minDate]="min() || null"
        [maxDate]="max() || null"
        (selectedChange)="chosen.emit($event ?? '')"
      />
    </div>
  `,
  styles: `
    .rt-floating {
      width: 300px;
      max-width: 94vw;
      max-height: none;
      padding: 4px;
    }
  `,
})
export class DayCalendar {
  readonly day = input.required<string>();
  readonly min = input('');
  readonly max = input('');
  readonly chosen = output<string>();
  protected readonly selected = computed(() => this.day() || null);
}
