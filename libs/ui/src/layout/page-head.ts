import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiArrowLeft } from '@mdi/js';
import { unbroken } from '@runder-tisch/domain/text';
import { Icon } from '../icon/icon';

/**
 * The head of every page: where back leads, what this is, and what to do next.
 *
 * ```html
 * <rt-page-head heading="Organisationen" [back]="{ label: 'Akteure', link: '/akteure' }">
 *   <span subline>128 Organisationen</span>
 *   <ng-container actions>
 *     <button class="rt-button">CSV</button>
 *     <button class="rt-button rt-primary">Anlegen</button>
 *   </ng-container>
 * </rt-page-head>
 * ```
 */
@Component({
  selector: 'rt-page-head',
  imports: [Icon, RouterLink],
  template: `
    @if (back(); as target) {
      <a class="back rt-unprinted" [routerLink]="target.link">
        <rt-icon [path]="arrow" />Zurück zu {{ target.label }}
      </a>
    }
    <div class="line">
      <div class="words">
        <h1 tabindex="-1" data-page-title>{{ words() }} <ng-content select="[badge]" /></h1>
        <div class="sub"><ng-content select="[subline]" /></div>
      </div>
      <div class="actions rt-unprinted" data-page-actions>
        <ng-content select="[actions]" />
      </div>
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: calc(var(--rt-space) * 3);
    }
    .back {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      margin: -6px 0 8px -4px;
      padding: 4px 6px 4px 2px;
      color: var(--rt-text-quiet);
      font-size: 0.9375rem;
      font-weight: 550;
      text-decoration: none;
    }
    .back:hover {
      color: var(--rt-accent);
      text-decoration: underline;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: 12px 24px;
    }
    .words {
      /* Many actions stand below the title before they press it together. */
      flex: 1 1 min(26rem, 100%);
      min-width: 0;
    }
    h1 {
      overflow-wrap: anywhere;
      hyphens: auto;
    }
    .sub {
      margin-top: 4px;
      color: var(--rt-text-quiet);
    }
    .sub:empty,
    .actions:empty {
      display: none;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
    }
  `,
})
export class PageHead {
  readonly heading = input.required<string>();
  readonly back = input<{ label: string; link: string } | null>(null);
  protected readonly words = computed(() => unbroken(this.heading()));
  protected readonly arrow = mdiArrowLeft;
}
