import { Component, input } from '@angular/core';
import { mdiAlertCircle } from '@mdi/js';
import { Icon } from '../icon/icon';

/** Label above, hint below it, error below the control. Used by the fields, not by pages. */
@Component({
  selector: 'rt-field-frame',
  imports: [Icon],
  template: `
    <label class="rt-label" [attr.for]="for()" [id]="for() + '-label'">
      {{ label() }}
      @if (required()) {
        <span class="rt-needed" aria-hidden="true">*</span>
      }
    </label>
    @if (hint(); as words) {
      <p class="rt-hint" [id]="for() + '-hint'">{{ words }}</p>
    }
    <ng-content />
    @if (left(); as words) {
      <p class="left rt-number">{{ words }}</p>
    }
    @if (error(); as words) {
      <p class="rt-error" [id]="for() + '-error'"><rt-icon [path]="sign" />{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .rt-error rt-icon {
      width: 18px;
      height: 18px;
      margin-top: 1px;
    }
    .left {
      margin-top: 3px;
      color: var(--rt-text-quiet);
      font-size: 0.875rem;
      text-align: right;
    }
  `,
})
export class FieldFrame {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly required = input(false);
  readonly error = input<string | null>(null);
  readonly left = input<string | null>(null);
  protected readonly sign = mdiAlertCircle;
}
