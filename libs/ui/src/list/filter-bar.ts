import { Component, DestroyRef, computed, inject, input, linkedSignal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationStart, Router } from '@angular/router';
import { mdiClose, mdiMagnify } from '@mdi/js';
import { Icon } from '../icon/icon';

/** One filter of a list; `key` is its name in the address. */
export type Filter =
  | { kind: 'search'; key: string; label: string }
  | {
      kind: 'choice';
      key: string;
      label: string;
      all: string;
      options: readonly { value: string; label: string }[];
    }
  | { kind: 'switch'; key: string; label: string };

/**
 * Filters that stand in the address: a filtered list can be bookmarked, sent and come back to. The page reads
 * the same query parameters as component inputs.
 */
@Component({
  selector: 'rt-filter-bar',
  imports: [Icon],
  templateUrl: './filter-bar.html',
  styleUrl: './filter-bar.scss',
})
export class FilterBar {
  readonly filters = input.required<readonly Filter[]>();
  /** "128 Organisationen", read out whenever it changes. */
  readonly result = input<string | null>(null);
  /** What it is called to those who hear the page; two on one page are told apart by it. */
  readonly label = input('Liste filtern');

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** What is typed and does not stand in the address yet. */
  private pending: Record<string, string | null> = {};

  protected readonly icons = { search: mdiMagnify, close: mdiClose };
  protected readonly values = linkedSignal(() => {
    const address = this.address();
    return Object.fromEntries(this.filters().map((filter) => [filter.key, address.get(filter.key) ?? '']));
  });
  protected readonly active = computed(() => Object.values(this.values()).some((value) => value !== ''));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
    // Whoever follows a link at once is on the way: a filter written now would call them back.
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.forget();
    });
  }

  protected typed(key: string, text: string): void {
    clearTimeout(this.waiting);
    this.pending[key] = text.trim() || null;
    this.waiting = setTimeout(() => void this.write({}), 250);
  }

  protected set(key: string, value: string): void {
    void this.write({ [key]: value || null });
  }

  protected clear(): void {
    void this.write(Object.fromEntries(this.filters().map((filter) => [filter.key, null])));
  }

  private forget(): void {
    clearTimeout(this.waiting);
    this.pending = {};
  }

  private write(changed: Record<string, string | null>): Promise<boolean> {
    const queryParams = { ...this.pending, ...changed };
    this.forget();
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      info: { keepFocus: true },
    });
  }
}
