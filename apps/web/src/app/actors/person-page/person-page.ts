import { Component, computed, effect, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { mdiAccountOffOutline } from '@mdi/js';
import type { PersonView } from '@runder-tisch/domain/actors';
import type { ContactLinkView } from '@runder-tisch/domain/actors/contact';
import { phoneLink } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { berlinDay } from '@runder-tisch/domain/time';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { Block } from '../../object-page/block';
import { contributedBlocks, contributedTabLinks } from '../../object-page/contributed';
import { Session } from '../../session/session';
import { DuplicateHint } from '../merge/duplicate-hint';
import { MergePanel } from '../merge/merge-panel';
import { MergeRuns } from '../merge/merge-runs';
import { PersonForm } from '../person-form/person-form';
import { CurrentPerson } from './current-person';

/** One human: for whom they speak, where they sit, how they are reached and on what ground we know that. */
@Component({
  selector: 'rt-person-page',
  imports: [
    BerlinDatePipe,
    Block,
    DuplicateHint,
    EmptyState,
    MergePanel,
    MergeRuns,
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

  protected readonly phoneLink = phoneLink;
  protected readonly current = inject(CurrentPerson);
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly clock = inject(ScreenClock);
  protected readonly icon = mdiAccountOffOutline;
  private readonly hint = viewChild(DuplicateHint);
  private readonly runs = viewChild(MergeRuns);
  protected readonly editing = signal(false);
  private readonly moreTabs = contributedTabLinks('person');
  protected readonly actions = contributedBlocks('person-actions');
  protected readonly merging = linkedSignal(() => !!this.doppelt());

  protected readonly asking = acting();
  protected readonly person = this.current.view;
  protected readonly mayChange = computed(() => this.session.may('person:change'));
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  private readonly represents = computed(
    () => this.person()?.representations.filter((it) => !it.toDay) ?? [],
  );
  protected readonly speaksFor = computed(() => {
    const names = this.represents().map((it) => it.organisation.name);
    return names.length ? `Spricht für ${names.join(' und ')}` : 'Spricht für sich selbst';
  });
  protected readonly tabs = computed(() => [
    { label: 'Vertritt', link: '.', count: this.person() ? this.represents().length : null },
    ...this.moreTabs,
    { label: 'Verlauf', link: 'verlauf' },
  ]);

  constructor() {
    effect(() => {
      const person = this.person();
      // The address of one that was merged leads to the one that stayed.
      if (person && person.id !== this.id())
        void this.router.navigate(['/akteure/personen', person.id], { replaceUrl: true });
    });
  }

  /** A mail with a link under which they correct their own number and address. */
  protected async ask({ id, name, mail }: PersonView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Um Prüfung der Angaben bitten?',
      text: `${name} bekommt eine Mail an ${mail} mit einem Link, unter dem sich Mailadresse und Telefon ohne Konto berichtigen lassen. Er gilt 30 Tage.`,
      action: 'Mail senden',
    });
    if (sure)
      await this.asking(
        () => this.api.act<ContactLinkView>(`/api/people/${id}/contact-link`),
        ({ to }) => `Der Link ist unterwegs an ${to}.`,
      );
  }

  protected compare(other: string): void {
    void this.router.navigate([], { queryParams: { doppelt: other }, queryParamsHandling: 'merge' });
  }

  protected merged(gone: string): void {
    this.hint()?.hide(gone);
    this.closeMerge();
    void this.runs()?.offerUndo();
  }

  protected closeMerge(): void {
    this.merging.set(false);
    if (this.doppelt())
      void this.router.navigate([], { queryParams: { doppelt: null }, queryParamsHandling: 'merge' });
    this.current.reload();
  }

  protected saved(): void {
    this.editing.set(false);
    this.current.reload();
  }
}
