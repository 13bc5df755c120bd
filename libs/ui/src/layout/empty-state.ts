import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** Where nothing is yet: one sentence that says what to do, and the button that does it as content. */
@Component({
  selector: 'rt-empty-state',
  imports: [Icon],
  template: `
    @if (icon(); as path) {
      <span class="disc"><rt-icon [path]="path" large /></span>
    }
    <p class="title">{{ heading() }}</p>
    @if (text(); as words) {
      <p class="text">{{ words }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      justify-items: center;
      gap: 6px;
      padding: calc(var(--rt-space) * 6) calc(var(--rt-space) * 3);
      text-align: center;
    }
    .disc {
      display: grid;
      place-items: center;
      width: 60px;
      height: 60px;
      margin-bottom: 8px;
      border-radius: 50%;
      background: var(--rt-accent-soft);
      color: var(--rt-accent);
    }
    .title {
      font-size: 1.1rem;
      font-weight: 600;
    }
    .text {
      max-width: 52ch;
      color: var(--rt-text-quiet);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 10px;
      margin-top: 12px;
    }
    .actions:empty {
      display: none;
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly text = input<string>();
  readonly icon = input<string>();
}
