import { Component, booleanAttribute, input } from '@angular/core';

/**
 * `<rt-icon [path]="mdiPlus" />`: takes the path itself, so that only icons in use reach the bundle.
 * An icon always stands beside words or in a control with a name, therefore it is hidden from readers.
 */
@Component({
  selector: 'rt-icon',
  template: `<svg viewBox="0 0 24 24" focusable="false"><path [attr.d]="path()" fill="currentColor" /></svg>`,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 20px;
      height: 20px;
    }
    :host(.rt-icon-large) {
      width: 28px;
      height: 28px;
    }
    svg {
      width: 100%;
      height: 100%;
    }
  `,
  host: { 'aria-hidden': 'true', '[class.rt-icon-large]': 'large()' },
})
export class Icon {
  readonly path = input.required<string>();
  readonly large = input(false, { transform: booleanAttribute });
}
