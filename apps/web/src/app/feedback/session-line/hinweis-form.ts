import { Component, input } from '@angular/core';
import { feedbackLimits } from '@runder-tisch/domain/feedback';
import { TextField } from '@runder-tisch/ui/form';
import type { LineDraft } from '../../meetings/running-meeting/record/shown-line';

/** What a line of minutes holds of a Hinweis besides its text. */
export interface HinweisFields {
  /** "Beraterin": a role, no name. */
  speakerRole: string;
}

/** Who said it, asked below the text of the line. */
@Component({
  selector: 'rt-hinweis-form',
  imports: [TextField],
  template: `
    <rt-text-field
      label="Wer hat das gesagt?"
      hint="Die Rolle, kein Name: zum Beispiel Beraterin, pflegender Angehöriger."
      [maxLength]="limit"
      [value]="draft().speakerRole"
      (valueChange)="change()({ speakerRole: $event })"
    />
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class HinweisForm {
  readonly draft = input.required<LineDraft & HinweisFields>();
  readonly change = input.required<(own: Partial<HinweisFields>) => void>();
  protected readonly limit = feedbackLimits.role;
}
