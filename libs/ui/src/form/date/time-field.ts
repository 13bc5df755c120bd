import { Component, ElementRef, model, viewChild } from '@angular/core';
import { transformedValue, type FormValueControl } from '@angular/forms/signals';
import { FieldBase } from '../field-base';
import { FieldFrame } from '../field-frame';
import { readGermanTime } from './german-date';

/** A time of day in Berlin; "14", "14.30" and "1430" are understood. The value is "14:30" or "". */
@Component({
  selector: 'rt-time-field',
  imports: [FieldFrame],
  template: `
    <rt-field-frame [for]="id" [label]="label()" [hint]="hint()" [required]="required()" [error]="error()">
      <div class="pair">
        <input
          #control
          class="rt-control rt-number"
          inputmode="numeric"
          autocomplete="off"
          placeholder="hh:mm"
          [id]="id"
          [value]="text()"
          [disabled]="disabled()"
          [attr.aria-required]="required() ? true : null"
          [attr.aria-invalid]="error() ? true : null"
          [attr.aria-describedby]="describedBy()"
          (change)="text.set(control.value); control.value = text()"
          (blur)="leave()"
        />
        <span class="rt-quiet">Uhr</span>
      </div>
    </rt-field-frame>
  `,
  styles: `
    .pair {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .pair input {
      width: 92px;
    }
  `,
})
export class TimeField extends FieldBase implements FormValueControl<string> {
  readonly value = model('');
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  protected readonly text = transformedValue(this.value, {
    parse: (raw: string) => {
      if (!raw.trim()) return { value: '' };
      const time = readGermanTime(raw);
      if (time) return { value: time };
      return { error: { kind: 'time', message: 'Bitte geben Sie die Uhrzeit an, zum Beispiel 14:30.' } };
    },
    format: (time) => time,
  });

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
