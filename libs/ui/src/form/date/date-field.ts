import { OverlayModule } from '@angular/cdk/overlay';
import { Component, ElementRef, inject, input, model, signal, viewChild } from '@angular/core';
import { transformedValue, type FormValueControl } from '@angular/forms/signals';
import { mdiCalendar } from '@mdi/js';
import { berlinDay, dayParts, formatShortDate, isDay } from '@runder-tisch/domain/time';
import { Icon } from '../../icon/icon';
import { ScreenClock } from '../../text';
import { DayCalendar } from './day-calendar';
import { FieldBase } from '../field-base';
import { FieldFrame } from '../field-frame';
import { readGermanDate } from './german-date';

/** A day, typed as 16.01.2025 (or shorter) or chosen from a calendar. The value is "2025-01-16" or "". */
@Component({
  selector: 'rt-date-field',
  imports: [DayCalendar, FieldFrame, Icon, OverlayModule],
  template: `
    <rt-field-frame [for]="id" [label]="label()" [hint]="hint()" [required]="required()" [error]="error()">
      <div class="pair" cdkOverlayOrigin #origin="cdkOverlayOrigin">
        <input
          #control
          class="rt-control rt-number"
          inputmode="numeric"
          autocomplete="off"
          placeholder="TT.MM.JJJJ"
          [id]="id"
          [value]="text()"
          [disabled]="disabled()"
          [attr.aria-required]="required() ? true : null"
          [attr.aria-invalid]="error() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (change)="text.set(control.value); control.value = text()"
          (blur)="leave()"
        />
        <button
          #opener
          type="button"
          class="rt-button rt-plain rt-square rt-small"
          aria-haspopup="dialog"
          [disabled]="disabled()"
          [attr.aria-label]="'Kalender öffnen: ' + label()"
          [attr.aria-expanded]="open()"
          (click)="open.set(true)"
        >
          <rt-icon [path]="icon" />
        </button>
      </div>
      <ng-template
        cdkConnectedOverlay
        [cdkConnectedOverlayOrigin]="origin"
        [cdkConnectedOverlayOpen]="open()"
        [cdkConnectedOverlayPush]="true"
        [cdkConnectedOverlayViewportMargin]="8"
        (overlayOutsideClick)="close()"
        (overlayKeydown)="$event.key === 'Escape' && close()"
        (detach)="open.set(false)"
      >
        @defer (on immediate) {
          <rt-day-calendar [day]="value()" [min]="earliest()" [max]="latest()" (chosen)="choose($event)" />
        }
      </ng-template>
    </rt-field-frame>
  `,
  styles: `
    .pair {
      position: relative;
      max-width: 190px;
    }
    .pair button {
      position: absolute;
      right: 3px;
      top: 50%;
      translate: 0 -50%;
    }
    .pair input {
      padding-right: 42px;
    }
  `,
})
export class DateField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  readonly earliest = input('');
  readonly latest = input('');
  private readonly clock = inject(ScreenClock);
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');
  private readonly opener = viewChild.required<ElementRef<HTMLButtonElement>>('opener');

  protected readonly icon = mdiCalendar;
  protected readonly open = signal(false);
  protected readonly text = transformedValue(this.value, {
    parse: (raw: string) => {
      if (!raw.trim()) return { value: '' };
      const day = readGermanDate(raw, dayParts(berlinDay(this.clock.now())).year);
      if (day) return { value: day };
      return {
        error: {
          kind: 'date',
          message: 'Bitte geben Sie den Tag als TT.MM.JJJJ an, zum Beispiel 16.01.2027.',
        },
      };
    },
    format: (day) => (isDay(day) ? formatShortDate(day) : ''),
  });

  protected choose(day: string): void {
    this.value.set(day);
    this.close();
    this.touch.emit();
  }

  protected close(): void {
    if (!this.open()) return;
    this.open.set(false);
    this.opener().nativeElement.focus();
  }

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
