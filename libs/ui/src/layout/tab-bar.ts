import { Component, DestroyRef, ElementRef, afterNextRender, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

export interface TabLink {
  label: string;
  /** Relative to the page's own route; '.' is the page itself. */
  link: string;
  count?: number | null;
}

/** Tabs that are real addresses: a tab can be sent by mail, reloaded and opened in a new window. */
@Component({
  selector: 'rt-tab-bar',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="label()" class="rt-unprinted">
      @for (tab of tabs(); track tab.link) {
        <a
          [routerLink]="tab.link"
          routerLinkActive="here"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="exact"
          (isActiveChange)="$event && show()"
        >
          {{ tab.label }}
          @if (tab.count !== undefined && tab.count !== null) {
            <span class="count rt-number">{{ tab.count }}</span>
          }
        </a>
      }
    </nav>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: calc(var(--rt-space) * 2.5);
    }
    nav {
      display: flex;
      gap: 4px;
      position: relative;
      overflow-x: auto;
      border-bottom: 1px solid var(--rt-line);
      scrollbar-width: thin;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: 7px;
      min-height: 44px;
      margin-bottom: -1px;
      padding: 8px 12px;
      border-bottom: 3px solid transparent;
      color: var(--rt-text-quiet);
      font-weight: 600;
      text-decoration: none;
      white-space: nowrap;
    }
    a:hover {
      color: var(--rt-text);
      border-bottom-color: var(--rt-line-strong);
    }
    a:focus-visible {
      box-shadow: inset 0 0 0 2px var(--rt-accent);
    }
    a.here {
      color: var(--rt-accent);
      border-bottom-color: var(--rt-accent);
    }
    .count {
      padding: 0 7px;
      border-radius: var(--rt-radius-round);
      background: var(--rt-surface-sunken);
      color: var(--rt-text-quiet);
      font-size: 0.8125rem;
    }
    a.here .count {
      background: var(--rt-accent-soft);
      color: var(--rt-accent-strong);
    }
  `,
})
export class TabBar {
  readonly tabs = input.required<readonly TabLink[]>();
  readonly label = input('Bereiche dieser Seite');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly exact = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (typeof ResizeObserver === 'undefined') return;
      const turned = new ResizeObserver(() => this.show());
      turned.observe(this.host.nativeElement);
      destroyed.onDestroy(() => turned.disconnect());
    });
  }

  /** On a phone the tabs may not fit side by side: the one that is open is rolled into sight. */
  protected show(): void {
    setTimeout(() => {
      const bar = this.host.nativeElement.querySelector('nav');
      const here = bar?.querySelector<HTMLElement>('.here');
      if (bar && here) bar.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - bar.clientWidth / 2;
    });
  }
}
