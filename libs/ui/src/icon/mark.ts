import { Component } from '@angular/core';

/** The product's sign: a round table seen from above, one seat still free for you. */
@Component({
  selector: 'rt-mark',
  template: `
    <svg viewBox="0 0 32 32" focusable="false">
      <circle cx="16" cy="16" r="7.2" />
      @for (turn of seats; track turn) {
        <rect
          x="13"
          y="2.2"
          width="6"
          height="3.6"
          rx="1.8"
          [attr.transform]="'rotate(' + turn + ' 16 16)'"
        />
      }
      <rect class="free" x="13" y="2.2" width="6" height="3.6" rx="1.8" transform="rotate(300 16 16)" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      width: 32px;
      height: 32px;
      flex: none;
    }
    svg {
      fill: var(--rt-accent);
    }
    .free {
      fill: var(--rt-seat);
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Mark {
  protected readonly seats = [0, 60, 120, 180, 240];
}
