import { Component, afterNextRender, effect, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { FormatPhaseInput } from '@runder-tisch/domain/formats/formats-requests';
import { ErrorSummary, NumberField, TextArea, TextField } from '@runder-tisch/ui/form';
import { requestForm } from '../../forms';

/** One entry of an ordered list of the format: a phase, an item of the agenda, a result. */
export interface FormatLine {
  title: string;
  minutes: number | null;
  text: string;
}

/** One open line of a list: phases, agenda and results share its rules. */
@Component({
  selector: 'rt-format-line-form',
  imports: [ErrorSummary, FormField, NumberField, TextArea, TextField],
  template: `
    <form class="rt-form" novalidate (submit)="keep($event)" (keydown.escape)="closed.emit()">
      <rt-error-summary [entry]="entry" />
      <div [class.pair]="withMinutes()">
        <rt-text-field [label]="noun()" [formField]="entry.fields.title" />
        @if (withMinutes()) {
          <rt-number-field label="Dauer" unit="Min." [formField]="entry.fields.minutes" />
        }
      </div>
      @if (textLabel(); as label) {
        <rt-text-area [label]="label" [rows]="3" [formField]="entry.fields.note" />
      }
      <div class="rt-row">
        <button class="rt-button rt-small" [disabled]="busy()">Übernehmen</button>
        <button type="button" class="rt-button rt-plain rt-small" (click)="closed.emit()">Abbrechen</button>
      </div>
    </form>
  `,
  styles: `
    .rt-form {
      gap: 12px;
      padding: 4px 0 6px;
    }
    .pair {
      display: grid;
      gap: 12px 16px;
    }
    @media (min-width: 600px) {
      .pair {
        grid-template-columns: minmax(0, 1fr) auto;
      }
    }
  `,
})
export class FormatLineForm {
  /** The line as it is; null for a new one. */
  readonly line = input<FormatLine | null>(null);
  readonly noun = input.required<string>();
  readonly textLabel = input<string | null>(null);
  readonly withMinutes = input(false);
  readonly busy = input(false);
  readonly kept = output<FormatLine>();
  readonly closed = output<void>();
  protected readonly entry = requestForm(
    FormatPhaseInput,
    {},
    { about: () => `${this.noun()} ${JSON.stringify(this.line())}` },
  );

  constructor() {
    effect(() => {
      const line = this.line();
      const start = line ? { title: line.title, minutes: line.minutes, note: line.text } : {};
      untracked(() => this.entry.reset(start));
    });
    afterNextRender(() => {
      const { title, note } = this.entry.fields;
      const known =
        this.entry.model().title !== '' && this.textLabel() !== null && this.entry.model().note === '';
      (known ? note : title)().focusBoundControl();
    });
  }

  protected async keep(event: Event): Promise<void> {
    event.preventDefault();
    await this.entry.submit(async ({ title, minutes, note }) =>
      this.kept.emit({ title, minutes, text: note }),
    );
  }
}
