import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  computed,
  debounced,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { mdiArrowRight, mdiMagnify, mdiPlus } from '@mdi/js';
import { folded } from '@runder-tisch/domain/text';
import type { SearchView } from '@runder-tisch/domain/search';
import { Icon } from '@runder-tisch/ui/icon';
import { Session } from '../session/session';
import { navigationFor, newThings } from './navigation';
import { otherPages } from './other-pages';

interface Entry {
  id: string;
  label: string;
  title: string;
  subtitle: string;
  icon: string | null;
  go: { path: string; query?: Record<string, string> };
}

/** Ctrl K: everything one may see by its name, the pages, and what one may make new. */
@Component({
  selector: 'rt-command-palette',
  imports: [Icon],
  templateUrl: './command-palette.html',
  styleUrl: './command-palette.scss',
})
export class CommandPalette {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly opened = inject(DialogRef);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly icons = { search: mdiMagnify };
  protected readonly words = signal('');
  private readonly asked = debounced(() => this.words().trim(), 150);
  protected readonly answer = httpResource<SearchView>(() => {
    const q = this.asked.hasValue() ? this.asked.value() : '';
    return q.length < 2 ? undefined : { url: '/api/search', params: { q } };
  });

  private readonly hits = linkedSignal<readonly Entry[] | null, readonly Entry[]>({
    source: () =>
      this.answer.hasValue()
        ? this.answer.value().items.map((hit) => ({
            id: `${hit.kind}-${hit.id}`,
            label: hit.label,
            title: hit.title,
            subtitle: hit.subtitle,
            icon: null,
            go: { path: hit.path },
          }))
        : null,
    // The last hits stay while the next are asked for; without words there are none.
    computation: (now, previous) => now ?? (this.words().trim().length < 2 ? [] : (previous?.value ?? [])),
  });
  private readonly places = computed<readonly Entry[]>(() => {
    const { permissions, roles } = this.session.current();
    const pages = navigationFor(permissions, roles).flatMap((entry) =>
      (entry.children ?? [entry]).map((page) => ({
        id: `page-${page.link}`,
        label: 'Seite',
        title: page.label,
        subtitle: entry.label === page.label ? '' : entry.label,
        icon: mdiArrowRight,
        go: { path: page.link },
      })),
    );
    const makes = newThings
      .filter((thing) => this.session.may(thing.permission))
      .map((thing) => ({
        id: `new-${thing.label}`,
        label: 'Aktion',
        title: `${thing.label} anlegen`,
        subtitle: '',
        icon: mdiPlus,
        go: { path: thing.link, query: thing.query },
      }));
    const others = otherPages
      .filter((page) => page.permissions.every((permission) => this.session.may(permission)))
      .map((page) => ({
        id: `page-${page.link}`,
        label: 'Seite',
        title: page.label,
        subtitle: page.below,
        icon: mdiArrowRight,
        go: { path: page.link },
      }));
    return [...pages, ...others, ...makes];
  });
  protected readonly entries = computed<readonly Entry[]>(() => {
    const words = folded(this.words().trim());
    const places = this.places().filter((place) => folded(place.title).includes(words));
    return words.length < 2 ? this.places() : [...this.hits(), ...places];
  });
  protected readonly active = linkedSignal({ source: this.entries, computation: () => 0 });

  protected pressed(event: KeyboardEvent): void {
    const count = this.entries().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count) this.active.update((now) => (now + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
      this.list()?.nativeElement.children[this.active()]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const entry = this.entries()[this.active()];
      if (entry) this.go(entry);
    }
  }

  protected go(entry: Entry): void {
    this.opened.close();
    void this.router.navigate([entry.go.path], { queryParams: entry.go.query ?? {} });
  }
}
