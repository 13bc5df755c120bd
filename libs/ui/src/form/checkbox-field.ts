import { Component, ElementRef, model, viewChild } from '@angular/core';
import type { FormCheckboxControl } from '@angular/forms/signals';
import { mdiAlertCircle } from '@mdi/js';
import { Icon } from '../icon/icon';
import { FieldBase } from './field-base';

/** A single yes or no: `<rt-checkbox-field label="Steht im Verteiler" [formField]="form.listed" />` */
@Component({
  selector: 'rt-checkbox-field',
  imports: [Icon],
  template: `
    <div class="line">
      <input
        #control
        type="checkbox"
        [id]="id"
        [checked]="checked()"
        [disabled]="disabled()"
        [attr.aria-invalid]="error() ? true : null"
        [attr.aria-describedby]="describedBy()"
        (change)="checked.set(control.checked)"
        (blur)="leave()"
      />
      <div>
        <label [for]="id">{{ label() }}</label>
        @if (hint(); as words) {
          <p class="rt-hint" [id]="id + '-hint'">{{ words }}</p>
        }
      </div>
    </div>
    @if (error(); as words) {
      <p class="rt-error" [id]="id + '-error'"><rt-icon [path]="sign" />{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .line {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 10px;
    }
    input {
      width: 20px;
      height: 20px;
      margin: 2px 0 0;
      accent-color: var(--rt-accent);
    }
    label {
      font-weight: 550;
      cursor: pointer;
    }
    .rt-hint {
      margin: 0;
    }
  `,
})
export class CheckboxField extends FieldBase implements FormCheckboxControl {
  readonly checked = model(false);
  protected readonly sign = mdiAlertCircle;
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
