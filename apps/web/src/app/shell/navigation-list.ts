import {
  Component,
  ElementRef,
  afterRenderEffect,
  booleanAttribute,
  computed,
  inject,
  input,
} from '@angular/core';
import { isActive, Router, RouterLink } from '@angular/router';
import { Icon } from '@runder-tisch/ui/icon';
import type { NavigationChild, NavigationEntry } from './navigation';

/** Left free above or below the entry that is brought into sight. */
const BESIDE = 12;

/** The entries of the navigation, beside the page or, on a phone, below it. */
@Component({
  selector: 'rt-navigation-list',
  imports: [Icon, RouterLink],
  template: `
    <ul class="list" [class.bottom]="bottom()">
      @for (entry of shown(); track entry.label) {
        <li>
          <a
            [routerLink]="entry.link"
            [class.within]="entry.within && !bottom()"
            [class.here]="entry.here || (entry.within && bottom())"
            [attr.aria-current]="entry.here ? 'page' : null"
          >
            <rt-icon [path]="entry.icon" /><span>{{ (bottom() && entry.short) || entry.label }}</span>
          </a>
          @if (entry.children && !bottom()) {
            <ul class="below">
              @for (child of entry.children; track child.link) {
                <li>
                  <a
                    [routerLink]="child.link"
                    [class.here]="child.here"
                    [attr.aria-current]="child.here ? 'page' : null"
                    >{{ child.label }}</a
                  >
                </li>
              }
            </ul>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .list {
      display: grid;
      gap: 2px;
    }
    a {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 40px;
      padding: 6px 12px;
      border-radius: var(--rt-radius-small);
      color: var(--rt-text);
      font-weight: 550;
      text-decoration: none;
    }
    a rt-icon {
      color: var(--rt-text-quiet);
    }
    a:hover {
      background: var(--rt-surface-sunken);
    }
    a.here {
      background: var(--rt-accent-soft);
      color: var(--rt-accent-strong);
      font-weight: 650;
    }
    a.here rt-icon,
    a.within rt-icon {
      color: var(--rt-accent);
    }
    a.within {
      font-weight: 650;
    }
    .below {
      display: grid;
      gap: 1px;
      margin: 1px 0 6px 21px;
      padding-left: 10px;
      border-left: 1px solid var(--rt-line);
    }
    .below a {
      min-height: 34px;
      padding: 4px 12px;
      color: var(--rt-text-quiet);
      font-size: 0.9688rem;
      font-weight: 500;
    }
    .below a.here {
      color: var(--rt-accent-strong);
      font-weight: 650;
    }
    .bottom {
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
      gap: 0;
      height: 100%;
    }
    .bottom a {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      height: 100%;
      padding: 2px;
      border-radius: 0;
      color: var(--rt-text-quiet);
      font-size: 0.75rem;
      font-weight: 600;
    }
    .bottom a.here {
      background: none;
      color: var(--rt-accent);
    }
    @media (forced-colors: active) {
      a.here {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
})
export class NavigationList {
  readonly entries = input.required<readonly NavigationEntry[]>();
  readonly bottom = input(false, { transform: booleanAttribute });

  private readonly router = inject(Router);
  protected readonly shown = computed(() =>
    this.entries().map((entry) => {
      const children = entry.children?.map((child, _, all) => ({
        ...child,
        // A page below another one is that page and not the one above.
        here:
          this.stands(child) && !all.some((it) => it.link.startsWith(`${child.link}/`) && this.stands(it)),
      }));
      return {
        ...entry,
        children,
        here: !children && this.stands(entry),
        within: children?.some(({ here }) => here) ?? false,
      };
    }),
  );

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // The list is longer than a small screen is high. Only it is moved, never the page.
    afterRenderEffect(() => {
      this.shown();
      const list = this.host.closest('nav');
      const current = list?.querySelector('[aria-current]');
      if (!list || !current) return;
      const [frame, link] = [list.getBoundingClientRect(), current.getBoundingClientRect()];
      if (link.bottom > frame.bottom) list.scrollTop += link.bottom - frame.bottom + BESIDE;
      else if (link.top < frame.top) list.scrollTop -= frame.top - link.top + BESIDE;
    });
  }

  private stands({ link, beside = [] }: Pick<NavigationChild, 'link' | 'beside'>): boolean {
    return [link, ...beside].some((address) => isActive(address, this.router)());
  }
}
