import { DOCUMENT } from '@angular/common';
import {
  Component,
  DestroyRef,
  ElementRef,
  afterEveryRender,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink, RouterOutlet } from '@angular/router';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd } from '@angular/router';
import { mdiKeyboardOutline, mdiPlus } from '@mdi/js';
import { filter, map, of, startWith, switchMap } from 'rxjs';
import {
  feedbackSourceLabels,
  feedbackSources,
  inboxViewLabels,
  inboxViews,
} from '@runder-tisch/domain/feedback';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { FilterBar, type Filter } from '@runder-tisch/ui/list';
import { Shortcuts, shortcuts } from '@runder-tisch/ui/overlay';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { TextBlocks } from '../../settings/text-blocks/text-blocks';
import { FeedbackTabs } from '../condensing/feedback-tabs';
import { SelectionBar } from '../condensing/selection-bar';
import { QuickEntry } from '../quick-entry/quick-entry';
import { InboxList } from './inbox-list';
import { InboxState } from './inbox-state';

/** Hinweise in three panes: what waits where, the list, and the one in hand. */
@Component({
  selector: 'rt-inbox-page',
  imports: [
    FeedbackTabs,
    FilterBar,
    Icon,
    InboxList,
    PageHead,
    ProgressLine,
    QuickEntry,
    RouterLink,
    RouterOutlet,
    SelectionBar,
  ],
  providers: [InboxState],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.scss',
})
export class InboxPage {
  // The filters, as the router reads them from the address.
  readonly ansicht = input<string>();
  readonly search = input<string>();
  readonly fieldId = input<string>();
  readonly source = input<string>();
  readonly meetingId = input<string>();
  readonly formatId = input<string>();
  readonly networkId = input<string>();
  readonly textBlockId = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly keys = inject(Shortcuts);
  protected readonly inbox = inject(InboxState);
  protected readonly icons = { plus: mdiPlus, keyboard: mdiKeyboardOutline };

  protected readonly isStaff = computed(() => this.session.may('feedback:triage'));
  protected readonly mayGive = computed(() => this.session.may('feedback:voice') && !this.isStaff());
  protected readonly mayDecide = computed(() => this.session.may('feedback:decide'));
  protected readonly mayEnter = computed(() => this.session.may('feedback:enter'));
  protected readonly keysOn = this.keys.enabled;
  private readonly route = inject(ActivatedRoute);
  /** The id of the route on the right, which is open inside this page. */
  protected readonly chosenId = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      startWith(null),
      switchMap(() => this.route.firstChild?.paramMap ?? of(null)),
      map((params) => params?.get('id') ?? null),
    ),
    { requireSync: true },
  );

  /** No pane stands beside a list without anything to choose. */
  protected readonly nothing = computed(() => !this.chosenId() && this.inbox.list.rows().length === 0);

  protected readonly parts = computed(() => {
    const counts = this.inbox.counts();
    return (
      inboxViews
        .map((view) => ({
          view,
          label: inboxViewLabels[view],
          count: view === 'all' || view === 'done' ? null : (counts?.[view] ?? null),
          here: this.inbox.view() === view,
        }))
        // Only where answers are laid before somebody.
        .filter(({ view, count, here }) => view !== 'to-release' || here || count)
    );
  });
  protected readonly result = computed(() => {
    const total = this.inbox.list.total();
    if (total === null) return null;
    return counted(total, 'Hinweis', 'Hinweise');
  });
  private readonly fieldChoices = inject(ReferenceLists).fieldChoices();
  protected readonly filterList = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Nummer oder Wort' },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fieldChoices(),
    },
    {
      kind: 'choice',
      key: 'source',
      label: 'Woher',
      all: 'Jede Herkunft',
      options: feedbackSources.map((value) => ({ value, label: feedbackSourceLabels[value] })),
    },
    ...(this.textBlockId() ? [this.blockFilter()] : []),
  ]);
  private readonly textBlocks = inject(TextBlocks);
  /** Only for who comes from a text block. */
  private readonly blockFilter = computed<Filter>(() => ({
    kind: 'choice',
    key: 'textBlockId',
    label: 'Textbaustein',
    all: 'Jede Antwort',
    options: this.textBlocks
      .used(this.textBlockId())
      .map(({ id, name }) => ({ value: id, label: `Textbaustein: ${name}` })),
  }));

  private readonly item = viewChild.required<ElementRef<HTMLElement>>('item');

  constructor() {
    this.keepInWindow();
    effect(() => {
      const view = this.isStaff() ? (this.ansicht() ?? this.inbox.firstWaiting() ?? undefined) : 'all';
      const filters = {
        view,
        search: this.search(),
        fieldId: this.fieldId(),
        source: this.source(),
        meetingId: this.meetingId(),
        formatId: this.formatId(),
        networkId: this.networkId(),
        textBlockId: this.textBlockId(),
      };
      untracked(() => {
        // Where work began stays where it is while one works there, even when it is the last item.
        const begun = this.inbox.filters()?.view;
        const keeps = this.ansicht() === undefined && begun !== undefined;
        this.inbox.filters.set(keeps ? { ...filters, view: begun } : filters);
      });
    });
    effect(() => this.inbox.chosenId.set(this.chosenId()));
    shortcuts([
      { key: 'j', says: 'Nächster Hinweis', run: () => this.inbox.step(1) },
      { key: 'k', says: 'Voriger Hinweis', run: () => this.inbox.step(-1) },
    ]);
  }

  /** Tells the panel where it begins, as that depends on the head of the page and on how far one has scrolled. */
  private keepInWindow(): void {
    const window = inject(DOCUMENT).defaultView;
    const read = () => {
      const { nativeElement: panel } = this.item();
      panel.style.setProperty('--rt-item-top', `${Math.round(panel.getBoundingClientRect().top)}px`);
    };
    afterEveryRender({ read });
    for (const event of ['scroll', 'resize']) window?.addEventListener(event, read, { passive: true });
    inject(DestroyRef).onDestroy(() => {
      for (const event of ['scroll', 'resize']) window?.removeEventListener(event, read);
    });
  }

  protected toggleKeys(): void {
    this.keys.enable(!this.keysOn());
  }

  protected openEntry(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected entered(): void {
    this.openEntry(false);
    this.inbox.reload();
  }
}
