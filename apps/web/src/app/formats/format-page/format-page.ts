import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { mdiForumOutline, mdiInformationOutline } from '@mdi/js';
import {
  formatMoveLabels,
  formatMoves,
  nextFormatMove,
  type FormatMove,
  type FormatState,
  type FormatView,
} from '@runder-tisch/domain/formats';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine, StepBar, TabBar } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { contributedTabLinks } from '../../object-page/contributed';
import { FormatForm } from './format-form';
import { CurrentFormat } from './current-format';

const steps: readonly { state: FormatState; name: string }[] = [
  { state: 'DRAFT', name: 'Entwurf' },
  { state: 'PLANNED', name: 'Geplant' },
  { state: 'OPEN', name: 'Anmeldung offen' },
  { state: 'RUNNING', name: 'Läuft' },
  { state: 'CLOSED', name: 'Abgeschlossen' },
  { state: 'EVALUATED', name: 'Ausgewertet' },
  { state: 'FED_BACK', name: 'Ergebnis mitgeteilt' },
];

const said: Record<FormatMove, string> = {
  plan: 'Das Format ist geplant.',
  open: 'Die Anmeldung ist offen.',
  start: 'Das Format läuft.',
  close: 'Das Format ist abgeschlossen. Halten Sie jetzt die Ergebnisse fest.',
  evaluate: 'Das Format ist ausgewertet. Es fehlt noch der Ergebnisbrief.',
  'feed-back': 'Das Ergebnis ist mitgeteilt.',
  cancel: 'Das Format ist abgesagt.',
};

/** Why a step has to wait, and where one does what is missing: the page's button then leads there. */
interface Hint {
  heading: string;
  text: string;
  action: string;
  link: readonly string[];
  query: Record<string, string> | null;
}

/** One participation format: its course, its invitation, its meetings, its results. */
@Component({
  selector: 'rt-format-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    FormatForm,
    Icon,
    PageHead,
    ProgressLine,
    RouterLink,
    RouterOutlet,
    StepBar,
    TabBar,
  ],
  providers: [CurrentFormat],
  templateUrl: './format-page.html',
  styles: `
    rt-step-bar {
      margin-top: 20px;
    }
    .hint {
      margin-bottom: 20px;
    }
    .ended {
      margin-top: 14px;
    }
  `,
})
export class FormatPage {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly current = inject(CurrentFormat);
  protected readonly icons = { format: mdiForumOutline, hint: mdiInformationOutline };
  protected readonly moveLabels = formatMoveLabels;
  protected readonly editing = signal(false);
  protected readonly act = acting();
  private readonly moreTabs = contributedTabLinks('format');

  protected readonly format = this.current.view;
  protected readonly stepNames = steps.map((step) => step.name);
  protected readonly step = computed(() => steps.findIndex((step) => step.state === this.format()?.state));
  protected readonly next = computed(() => {
    const format = this.format();
    return format?.mayChange ? nextFormatMove(format.state) : null;
  });
  protected readonly mayCancel = computed(() => this.format()?.moves.includes('cancel') ?? false);
  protected readonly mayEdit = computed(() => {
    const format = this.format();
    return format !== null && format.mayChange && !['FED_BACK', 'CANCELLED'].includes(format.state);
  });
  protected readonly hint = computed<Hint | null>(() => {
    const format = this.format();
    const next = this.next();
    if (!format || !next) return null;
    const { refusal } = formatMoves.next(format.state, next, format);
    const here = ['/beteiligung/formate', format.id];
    if (refusal?.code === 'format-without-results') {
      return {
        heading: refusal.sentence,
        text: 'Danach können Sie das Format als ausgewertet kennzeichnen.',
        action: 'Ergebnis festhalten',
        link: [...here, 'ergebnisse'],
        query: { neu: '1' },
      };
    }
    if (refusal?.code === 'format-not-returned') {
      return {
        heading: refusal.sentence,
        text: 'Was noch nicht entschieden ist, darf im Brief „in Prüfung bis …“ heißen; ein zweiter Brief schließt es ab.',
        action: 'Ergebnisbrief schreiben',
        link: [...here, 'ergebnisbrief'],
        query: null,
      };
    }
    return null;
  });

  protected readonly tabs = computed(() => [
    { label: 'Ablauf', link: '.' },
    { label: 'Material & Einladung', link: 'einladung' },
    ...this.moreTabs,
    { label: 'Ergebnisse & Nachlauf', link: 'ergebnisse', count: this.format()?.results.length },
  ]);

  protected async move(format: FormatView, move: FormatMove): Promise<void> {
    const path = `/api/formats/${format.id}/${move}`;
    const done = await this.act(async () => {
      this.current.view.set(await this.api.act<FormatView>(path, format.version));
    }, said[move]);
    if (!done) this.current.reload();
  }

  protected async cancel(format: FormatView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Dieses Format absagen?',
      text: 'Das lässt sich nicht zurücknehmen. Termine dazu sagen Sie auf ihrer eigenen Seite ab: nur dann bekommen die Eingeladenen eine Mail.',
      action: 'Format absagen',
      danger: true,
    });
    if (answer) await this.move(format, 'cancel');
  }
}
