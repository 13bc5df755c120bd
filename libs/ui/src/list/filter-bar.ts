import { Component, DestroyRef, computed, inject, input, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
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

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  private waiting: ReturnType<typeof setTimeout> | undefined;

  protected readonly icons = { search: mdiMagnify, close: mdiClose };
  protected readonly values = linkedSignal(() => {
    const address = this.address();
    return Object.fromEntries(this.filters().map((filter) => [filter.key, address.get(filter.key) ?? '']));
  });
  protected readonly active = computed(() => Object.values(this.values()).some((value) => value !== ''));

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.waiting));
  }

  protected typed(key: string, text: string): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.set(key, text.trim()), 250);
  }

  protected set(key: string, value: string): void {
    clearTimeout(this.waiting);
    void this.write({ [key]: value || null });
  }

  protected clear(): void {
    clearTimeout(this.waiting);
    void this.write(Object.fromEntries(this.filters().map((filter) => [filter.key, null])));
  }

  private write(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      info: { keepFocus: true },
    });
  }
}
