import { Component, computed, effect, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { mdiCheckDecagramOutline, mdiDomainOff } from '@mdi/js';
import { organisationTypeLabels, type OrganisationView } from '@runder-tisch/domain/actors';
import { phoneLink } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { Block } from '../../object-page/block';
import { contributedBlocks, contributedTabLinks } from '../../object-page/contributed';
import { Session } from '../../session/session';
import { DuplicateHint } from '../merge/duplicate-hint';
import { MergePanel } from '../merge/merge-panel';
import { MergeRuns } from '../merge/merge-runs';
import { ConversationForm } from '../conversation-form/conversation-form';
import { OrganisationForm } from '../organisation-form/organisation-form';
import { CurrentOrganisation } from './current-organisation';

/** One organisation: who speaks for it, where it sits, what became of that. */
@Component({
  selector: 'rt-organisation-page',
  imports: [
    BerlinDatePipe,
    Block,
    ConversationForm,
    DuplicateHint,
    EmptyState,
    Icon,
    MergePanel,
    MergeRuns,
    OrganisationForm,
    PageHead,
    ProgressLine,
    RouterLink,
    RouterOutlet,
    TabBar,
  ],
  providers: [CurrentOrganisation],
  templateUrl: './organisation-page.html',
})
export class OrganisationPage {
  readonly id = input.required<string>();
  /** A second entry for the same, named by a hint. */
  readonly doppelt = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly phoneLink = phoneLink;
  protected readonly current = inject(CurrentOrganisation);
  protected readonly icons = { checked: mdiCheckDecagramOutline, gone: mdiDomainOff };
  protected readonly typeLabels = organisationTypeLabels;
  private readonly hint = viewChild(DuplicateHint);
  private readonly runs = viewChild(MergeRuns);
  protected readonly editing = signal(false);
  protected readonly merging = linkedSignal(() => !!this.doppelt());
  protected readonly noting = signal(false);
  protected readonly mailBlocks = contributedBlocks('mails-about');
  private readonly moreTabs = contributedTabLinks('organisation');
  private readonly act = acting(() => this.current.reload());
  protected readonly mayNote = computed(() => this.session.may('conversation:note'));

  protected readonly organisation = this.current.view;
  protected readonly mayWrite = computed(() => this.session.may('message:write'));
  protected readonly mayChange = computed(() => this.session.may('organisation:change'));
  protected readonly tabs = computed(() => [
    {
      label: 'Menschen',
      link: '.',
      count: this.organisation()?.people.filter((person) => !person.toDay).length,
    },
    ...this.moreTabs,
    { label: 'Verlauf', link: 'verlauf' },
  ]);

  constructor() {
    effect(() => {
      const organisation = this.organisation();
      // The address of one that was merged leads to the one that stayed.
      if (organisation && organisation.id !== this.id())
        void this.router.navigate(['/akteure/organisationen', organisation.id], { replaceUrl: true });
    });
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

  /** The note stands in the Verlauf. */
  protected noted(): void {
    this.noting.set(false);
    this.current.noted.update((times) => times + 1);
    void this.router.navigate(['/akteure/organisationen', this.id(), 'verlauf']);
  }

  protected saved(): void {
    this.editing.set(false);
    this.current.reload();
  }

  /** "Stimmt noch": the facts were looked at today. */
  protected async check(organisation: OrganisationView): Promise<void> {
    const path = `/api/organisations/${organisation.id}/check`;
    await this.act(() => this.api.act(path, organisation.version), 'Als heute geprüft vermerkt.');
  }
}
