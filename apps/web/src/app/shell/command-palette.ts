import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import {
  Component,
  DOCUMENT,
  ElementRef,
  computed,
  debounced,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { mdiArrowRight, mdiGestureTapButton, mdiHistory, mdiMagnify, mdiPlus, mdiStarOutline } from '@mdi/js';
import { folded } from '@runder-tisch/domain/text';
import type { Page } from '@runder-tisch/domain/lists';
import type { ReminderItem } from '@runder-tisch/domain/reminders';
import type { SearchView } from '@runder-tisch/domain/search';
import { Icon } from '@runder-tisch/ui/icon';
import { RecentPages } from '../reminders/recent-pages';
import { Session } from '../session/session';
import { navigationFor } from './navigation';
import { newThings } from './new-things';
import { otherPages } from './other-pages';
import { pageActions } from './page-actions';

interface Entry {
  id: string;
  label: string;
  title: string;
  subtitle: string;
  icon: string | null;
  /** Where it leads, or what it does. */
  go: Place | (() => void);
}

interface Place {
  path: string;
  query?: Record<string, string>;
}

type PlaceEntry = Entry & { go: Place };

/** Ctrl K: what the page before one's eyes offers, everything one may see by its name, the pages, and what one may make new. */
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
  private readonly address = this.router.url.split(/[?#]/)[0];
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  protected readonly icons = { search: mdiMagnify };
  protected readonly words = signal('');
  private readonly asked = debounced(() => this.words().trim(), 150);
  protected readonly answer = httpResource<SearchView>(() => {
    const q = this.asked.hasValue() ? this.asked.value() : '';
    return q.length < 2 ? undefined : { url: '/api/search', params: { q } };
  });

  private readonly here: readonly Entry[] = pageActions(inject(DOCUMENT)).map(({ label, press }, at) => ({
    id: `here-${at}`,
    label: 'Diese Seite',
    title: label,
    subtitle: '',
    icon: mdiGestureTapButton,
    go: press,
  }));
  private readonly recent = inject(RecentPages);
  private readonly starred = httpResource<Page<ReminderItem>>(() => ({
    url: '/api/reminders',
    params: { part: 'STARRED', limit: 20 },
  }));
  /** What one kept or opened last: without words it stands first. */
  private readonly own = computed<readonly PlaceEntry[]>(() => {
    const stars = this.starred.hasValue() ? this.starred.value().items : [];
    const kept = stars.flatMap(({ id, object: { title, label, path } }) =>
      title
        ? [{ id: `star-${id}`, label: 'Gemerkt', title, subtitle: label, icon: mdiStarOutline, go: { path } }]
        : [],
    );
    const opened = this.recent
      .pages()
      .filter(({ path }) => path !== this.address && !kept.some(({ go }) => go.path === path))
      .map(({ path, title }) => ({
        id: `recent-${path}`,
        label: 'Zuletzt',
        title,
        subtitle: '',
        icon: mdiHistory,
        go: { path },
      }));
    return [...opened, ...kept];
  });

  private readonly hits = linkedSignal<readonly PlaceEntry[] | null, readonly PlaceEntry[]>({
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
  private readonly places = computed<readonly PlaceEntry[]>(() => {
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
    if (words.length < 2) return [...this.own(), ...this.here, ...this.places()];
    const named = (entry: Entry): boolean => folded(entry.title).includes(words);
    const own = this.own().filter(named);
    const found = this.hits().filter(({ go }) => !own.some((entry) => entry.go.path === go.path));
    return [...this.here.filter(named), ...own, ...found, ...this.places().filter(named)];
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
    const { go } = entry;
    // Only once the palette is gone does the page take clicks and the focus again.
    if (typeof go === 'function') this.opened.closed.subscribe(() => setTimeout(go));
    this.opened.close();
    if (typeof go !== 'function') void this.router.navigate([go.path], { queryParams: go.query ?? {} });
  }
}
