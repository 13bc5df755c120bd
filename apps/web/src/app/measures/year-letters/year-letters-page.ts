import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailFastOutline, mdiEmailNewsletter } from '@mdi/js';
import {
  chosenLetters,
  type LetterChoice,
  type LetterYearRow,
  type LetterYearView,
  yearLetterLimits,
} from '@runder-tisch/domain/measures/year-letters';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine, RecallNote } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList, type Filter, FilterBar } from '@runder-tisch/ui/list';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, MailAddress, ScreenClock } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { MailWords } from '../../session/mail-words';
import { PlaceTabs } from '../../session/place-tabs';
import { measureTabs } from '../overview/measure-filters';
import { IntroductionForm } from './introduction-form';
import { letterYearOf, letterYears } from './letter-years';

type Sending = 'offen' | 'gesendet' | 'ohne-adresse';

const sendings: Record<Sending, { label: string; choice: LetterChoice }> = {
  offen: { label: 'Noch nicht gesendet', choice: 'UNSENT' },
  gesendet: { label: 'Gesendet', choice: 'SENT' },
  'ohne-adresse': { label: 'Ohne Mailadresse', choice: 'WITHOUT_MAIL' },
};

/** The letters of a year: who spoke, where it stands, who has got a letter; the chosen ones are sent at once. */
@Component({
  selector: 'rt-year-letters-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    Icon,
    IntroductionForm,
    MailAddress,
    PageHead,
    PlaceTabs,
    ProgressLine,
    RecallNote,
    RouterLink,
  ],
  templateUrl: './year-letters-page.html',
  styleUrl: './year-letters-page.scss',
})
export class YearLettersPage {
  // The filters, as the router reads them from the address.
  readonly jahr = input<string>();
  readonly suche = input<string>();
  readonly brief = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly mails = inject(MailWords);
  protected readonly tabs = measureTabs;
  protected readonly limits = yearLetterLimits;
  protected readonly icons = { send: mdiEmailFastOutline, letter: mdiEmailNewsletter };
  private readonly thisYear = dayParts(berlinDay(inject(ScreenClock).now())).year;
  protected readonly year = computed(() => letterYearOf(this.jahr(), this.thisYear));
  protected readonly kept = keptObject<LetterYearView>(() => `/api/letter-years/${this.year()}`);
  protected readonly act = acting(() => this.kept.reload());
  protected readonly introducing = signal(false);

  private readonly choice = computed(() => sendings[this.brief() as Sending]?.choice ?? null);
  protected readonly rows = computed(() =>
    chosenLetters(this.kept.view()?.rows ?? [], this.suche() ?? '', this.choice()),
  );
  /** What the list shows, for the envelopes. */
  protected readonly bound = computed(
    () =>
      `/api/letter-years/${this.year()}/letters.pdf?${new URLSearchParams(
        Object.entries({ search: this.suche(), letters: this.choice() }).flatMap(([key, value]) =>
          value ? [[key, value]] : [],
        ),
      )}`,
  );
  protected readonly boundWords = computed(() => {
    const count = this.rows().length;
    return count === 1 ? 'Den Brief als PDF' : `Alle ${count} Briefe als ein PDF`;
  });
  protected readonly sendable = computed(() => this.rows().filter(({ to }) => to.length > 0));
  protected readonly unsent = computed(() => this.sendable().filter(({ sent }) => sent === null));
  /** Whoever has not got a letter yet; a choice stays while the page is filtered or asked again, until it was sent. */
  protected readonly chosen = linkedSignal<LetterYearView | null, ReadonlySet<string>>({
    source: () => this.kept.view(),
    computation: (view, previous) => {
      if (!view) return new Set();
      const reachable = view.rows.filter(({ to }) => to.length > 0);
      const before = previous?.source;
      if (before?.year !== view.year) return ids(reachable.filter(({ sent }) => sent === null));
      const sentBefore = new Map(before.rows.map(({ id, sent }) => [id, sent?.id]));
      return ids(
        reachable.filter(({ id, sent }) => previous?.value.has(id) && sentBefore.get(id) === sent?.id),
      );
    },
  });
  protected readonly sendWords = computed(() => counted(this.chosen().size, 'Brief senden', 'Briefe senden'));
  protected readonly chosenWords = computed(
    () => `${this.chosen().size} von ${counted(this.rows().length, 'Brief', 'Briefen')} gewählt:`,
  );
  protected readonly result = computed(() =>
    this.kept.view()
      ? `${counted(this.rows().length, 'Organisation', 'Organisationen')}, ${counted(
          this.rows().reduce((sum, { total }) => sum + total, 0),
          'Hinweis',
          'Hinweise',
        )}`
      : null,
  );

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Organisation' },
    { key: 'total', label: 'Hinweise', width: '6.5rem', align: 'end' },
    { key: 'answered', label: 'Beantwortet', width: '7.5rem', align: 'end' },
    { key: 'decided', label: 'Beschlossen', width: '7.5rem', align: 'end' },
    { key: 'silent', label: 'Ohne Antwort', width: '8rem', align: 'end' },
    { key: 'sent', label: 'Gesendet', width: '7rem' },
    { key: 'pdf', label: '', width: '5.5rem', card: 'plain' },
  ];
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'suche', label: 'Name der Organisation' },
    {
      kind: 'choice',
      key: 'jahr',
      label: 'Jahr',
      all: `Jahr ${this.thisYear}`,
      options: letterYears(this.thisYear)
        .slice(1)
        .map((year) => ({ value: String(year), label: `Jahr ${year}` })),
    },
    {
      kind: 'choice',
      key: 'brief',
      label: 'Brief',
      all: 'Alle Briefe',
      options: Object.entries(sendings).map(([value, { label }]) => ({ value, label })),
    },
  ];

  protected choose(rows: readonly LetterYearRow[]): void {
    this.chosen.set(ids(rows));
  }

  protected toggle(id: string): void {
    const next = new Set(this.chosen());
    if (!next.delete(id)) next.add(id);
    this.chosen.set(next);
  }

  protected introduced(view: LetterYearView): void {
    this.introducing.set(false);
    this.kept.view.set(view);
  }

  protected async send(): Promise<void> {
    const view = this.kept.view();
    if (!view) return;
    const again = view.rows.filter(({ id, sent }) => sent !== null && this.chosen().has(id)).length;
    const answer = await this.confirm.ask({
      heading: `${counted(this.chosen().size, 'Brief', 'Briefe')} über das Jahr ${view.year} senden?`,
      text: [
        again > 0 &&
          `${counted(again, 'Brief ersetzt', 'Briefe ersetzen')} einen früheren und ${again === 1 ? 'sagt' : 'sagen'} das auch.`,
        'Eine Minute lang können Sie alles zurückholen. Danach bleiben die Briefe, wie sie hinausgegangen sind.',
      ]
        .filter(Boolean)
        .join(' '),
      action: 'Senden',
    });
    if (!answer) return;
    const organisationIds = [...this.chosen()];
    await this.act(() =>
      this.api.act(`/api/letter-years/${view.year}/send`, view.version, { organisationIds }),
    );
  }

  protected async recall(): Promise<void> {
    await this.act(
      () => this.api.act(`/api/letter-years/${this.year()}/recall`),
      'Zurückgeholt. Es ist keine Mail hinausgegangen.',
    );
  }
}

function ids(rows: readonly LetterYearRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}
