import { Component } from '@angular/core';

/** The product's sign: a round table seen from above, one seat still free for you. */
@Component({
  selector: 'rt-mark',
  template: `
    <svg viewBox="0 0 32 32" focusable="false">
      <circle cx="16" cy="16" r="7.6" />
      <circle class="seats" cx="16" cy="16" r="12.9" />
      <circle class="seats free" cx="16" cy="16" r="12.9" />
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
    /* Six seats of a quarter of a turn's sixth each: 81.05 around, 13.51 from seat to seat. */
    .seats {
      fill: none;
      stroke: var(--rt-accent);
      stroke-width: 3.2;
      stroke-linecap: round;
      stroke-dasharray: 6.2 7.31;
      stroke-dashoffset: 3.1;
    }
    .free {
      stroke: var(--rt-seat);
      stroke-dasharray: 6.2 74.85;
      stroke-dashoffset: 16.61;
    }
  `,
  host: { 'aria-hidden': 'true' },
})
export class Mark {}
