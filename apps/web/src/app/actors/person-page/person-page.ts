import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { mdiAccountOffOutline } from '@mdi/js';
import type { PersonView } from '@runder-tisch/domain/actors';
import { berlinDay } from '@runder-tisch/domain/time';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { asProblemError } from '../../http/problem-error';
import { contributedTabLinks } from '../../object-page/contributed';
import { PageTitle } from '../../pages/page-title';
import { Session } from '../../session/session';
import { DuplicateHint } from '../merge/duplicate-hint';
import { MergePanel } from '../merge/merge-panel';
import { PersonForm } from '../person-form/person-form';
import { CurrentPerson } from './current-person';

/** One human: for whom they speak, where they sit, how they are reached and on what ground we know that. */
@Component({
  selector: 'rt-person-page',
  imports: [
    BerlinDatePipe,
    DuplicateHint,
    EmptyState,
    MergePanel,
    PageHead,
    PersonForm,
    ProgressLine,
    RouterOutlet,
    TabBar,
  ],
  providers: [CurrentPerson],
  templateUrl: './person-page.html',
})
export class PersonPage {
  readonly id = input.required<string>();
  /** A second entry for the same, named by a hint. */
  readonly doppelt = input<string>();

  private readonly pageTitle = inject(PageTitle);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly clock = inject(ScreenClock);
  protected readonly icon = mdiAccountOffOutline;
  protected readonly editing = signal(false);
  private readonly moreTabs = contributedTabLinks('person');
  protected readonly merging = linkedSignal(() => !!this.doppelt());

  protected readonly answer = httpResource<PersonView>(() => `/api/people/${this.id()}`);
  /** Keeps what is on the screen while it is asked for again. */
  protected readonly person = linkedSignal<PersonView | null, PersonView | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : null),
    computation: (now, previous) => now ?? (previous?.value?.id === this.id() ? previous.value : null),
  });
  protected readonly problem = computed(() => {
    const failed = this.answer.error();
    return failed ? asProblemError(failed) : null;
  });
  protected readonly mayChange = computed(() => this.session.may('person:change'));
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  private readonly current = computed(() => this.person()?.representations.filter((it) => !it.toDay) ?? []);
  protected readonly speaksFor = computed(() => {
    const names = this.current().map((it) => it.organisation.name);
    return names.length ? `Spricht für ${names.join(' und ')}` : 'Spricht für sich selbst';
  });
  protected readonly tabs = computed(() => [
    { label: 'Vertritt', link: '.', count: this.person() ? this.current().length : null },
    ...this.moreTabs,
    { label: 'Verlauf', link: 'verlauf' },
  ]);

  constructor() {
    const shared = inject(CurrentPerson);
    effect(() => {
      const person = this.person();
      shared.view.set(person);
      if (person) this.pageTitle.say(person.name);
      // The address of one that was merged leads to the one that stayed.
      if (person && person.id !== this.id())
        void this.router.navigate(['/akteure/personen', person.id], { replaceUrl: true });
    });
    effect(() => {
      if (shared.changed() > 0) this.answer.reload();
    });
  }

  protected compare(other: string): void {
    void this.router.navigate([], { queryParams: { doppelt: other }, queryParamsHandling: 'merge' });
  }

  protected closeMerge(): void {
    this.merging.set(false);
    if (this.doppelt())
      void this.router.navigate([], { queryParams: { doppelt: null }, queryParamsHandling: 'merge' });
    this.answer.reload();
  }

  protected saved(): void {
    this.editing.set(false);
    this.answer.reload();
  }
}
