import { Component, computed, input } from '@angular/core';
import { mdiCheckBold } from '@mdi/js';
import { Icon } from '../icon/icon';

/** Where something stands on its way: `<rt-step-bar [steps]="['Entwurf', 'Eingeladen', …]" [current]="1" />` */
@Component({
  selector: 'rt-step-bar',
  imports: [Icon],
  template: `
    <ol [attr.aria-label]="label()" class="steps">
      @for (step of marked(); track step.name) {
        <li [class]="step.state" [attr.aria-current]="step.state === 'current' ? 'step' : null">
          <span class="dot">
            @if (step.state === 'done') {
              <rt-icon [path]="check" />
            }
          </span>
          <span class="name">{{ step.name }}</span>
          @if (step.state === 'done') {
            <span class="rt-unseen">(erledigt)</span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    .steps {
      display: flex;
    }
    li {
      position: relative;
      flex: 1 1 0;
      min-width: 5.75rem;
      display: grid;
      justify-items: center;
      gap: 5px;
      color: var(--rt-text-quiet);
      font-size: 0.875rem;
      text-align: center;
    }
    li + li::before {
      content: '';
      position: absolute;
      top: 9px;
      right: calc(50% + 14px);
      width: calc(100% - 28px);
      height: 2px;
      background: var(--rt-line);
    }
    li.done + li::before {
      background: var(--rt-accent);
    }
    .dot {
      display: grid;
      place-items: center;
      width: 20px;
      height: 20px;
      border: 2px solid var(--rt-line-strong);
      border-radius: 50%;
      background: var(--rt-surface-raised);
    }
    .dot rt-icon {
      width: 12px;
      height: 12px;
    }
    .done .dot {
      border-color: var(--rt-accent);
      background: var(--rt-accent);
      color: var(--rt-on-accent);
    }
    .current {
      color: var(--rt-text);
      font-weight: 650;
    }
    .current .dot {
      border: 6px solid var(--rt-accent);
    }
    /* On a phone the names do not fit side by side: only the one that matters stands beside its dot. */
    @container (max-width: 42rem) {
      .steps {
        gap: 7px;
      }
      li {
        flex: 0 0 auto;
        min-width: 0;
      }
      li + li::before {
        content: none;
      }
      .current {
        flex-shrink: 1;
        display: flex;
        align-items: center;
        gap: 7px;
        font-size: 0.9375rem;
        text-align: start;
      }
      .dot {
        flex: none;
      }
      li:not(.current) .name {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    }
  `,
})
export class StepBar {
  readonly steps = input.required<readonly string[]>();
  /** Index of the step it stands at; everything before is done. */
  readonly current = input.required<number>();
  readonly label = input('Stand');
  protected readonly check = mdiCheckBold;
  protected readonly marked = computed(() =>
    this.steps().map((name, index) => ({
      name,
      state: index < this.current() ? 'done' : index === this.current() ? 'current' : 'open',
    })),
  );
}
