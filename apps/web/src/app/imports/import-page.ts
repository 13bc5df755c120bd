import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiAlertOutline, mdiFileAlertOutline, mdiInformationOutline } from '@mdi/js';
import { type ImportView, isWorking } from '@runder-tisch/domain/imports';
import type { ReadAgain } from '@runder-tisch/domain/imports/imports-requests';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine, StepBar } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { actingInPlace } from '../http/acting';
import { Api } from '../http/api';
import { keptObject } from '../object-page/kept-object';
import { ImportColumns } from './import-columns';
import { ImportDecisions } from './import-decisions';
import { ImportResult } from './import-result';
import { resultSentence } from './import-words';

const POLL_MS = 700;

/** One list on its way: columns, check, taken over; and back again. */
@Component({
  selector: 'rt-import-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    Icon,
    ImportColumns,
    ImportDecisions,
    ImportResult,
    PageHead,
    ProgressLine,
    RouterLink,
    StepBar,
  ],
  templateUrl: './import-page.html',
  styles: `
    rt-step-bar {
      margin-bottom: 24px;
    }
    progress {
      width: 100%;
      max-width: 480px;
      height: 12px;
      accent-color: var(--rt-accent);
    }
  `,
})
export class ImportPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  protected readonly counted = counted;
  protected readonly icons = {
    gone: mdiFileAlertOutline,
    info: mdiInformationOutline,
    alert: mdiAlertOutline,
  };
  protected readonly steps = ['Datei', 'Spalten zuordnen', 'Prüfen', 'Übernommen'];
  private readonly sending = actingInPlace();
  protected readonly busy = this.sending.busy;
  protected readonly refusal = this.sending.refusal;
  /** The columns of a list that was checked are looked at again. */
  protected readonly again = signal(false);

  protected readonly kept = keptObject<ImportView>(
    () => `/api/imports/${this.id()}`,
    (list) => list.fileName,
  );
  protected readonly view = this.kept.view;
  protected readonly working = computed(() => isWorking(this.view()?.state ?? 'MAPPING'));
  protected readonly mapping = computed(() => this.view()?.state === 'MAPPING' || this.again());
  protected readonly step = computed(() => {
    const state = this.view()?.state;
    if (state === 'APPLIED' || state === 'UNDOING' || state === 'UNDONE') return 3;
    return this.mapping() ? 1 : 2;
  });
  protected readonly workWords = computed(() => {
    switch (this.view()?.state) {
      case 'CHECKING':
        return 'Die Liste wird geprüft';
      case 'APPLYING':
        return 'Die Liste wird übernommen';
      default:
        return 'Die Übernahme wird rückgängig gemacht';
    }
  });

  constructor() {
    effect((onCleanup) => {
      const view = this.view();
      if (!view || !isWorking(view.state)) return;
      const timer = setTimeout(() => this.kept.reload(), POLL_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected async check(columns: string[]): Promise<void> {
    if (await this.act('check', { columns })) this.again.set(false);
  }

  protected async readAgain(request: Partial<ReadAgain>): Promise<void> {
    const corrected = this.view()?.corrected ?? 0;
    const answer =
      corrected === 0 ||
      (await this.confirm.ask({
        heading: 'Datei neu lesen?',
        text: 'Was Sie in Zeilen geändert haben, geht dabei verloren.',
        action: 'Neu lesen',
        danger: true,
      }));
    if (answer) await this.act('read', request);
  }

  protected apply(): Promise<boolean> {
    return this.act('apply');
  }

  protected cancel(): Promise<boolean> {
    return this.act('cancel');
  }

  protected reload(): void {
    this.kept.reload();
  }

  protected async undo(view: ImportView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Ganze Übernahme rückgängig machen?',
      text: `${resultSentence(view)} Was seither geändert oder verwendet wurde, bleibt und wird Ihnen genannt.`,
      action: 'Rückgängig machen',
      danger: true,
    });
    if (answer) await this.act('undo');
  }

  protected async discard(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Liste verwerfen?',
      text: 'Es wurde noch nichts übernommen. Die Datei und was daraus gelesen wurde, wird gelöscht.',
      action: 'Verwerfen',
      danger: true,
    });
    if (!answer) return;
    const path = `/api/imports/${this.id()}/discard`;
    if (await this.sending(() => this.api.act(path), 'Die Liste wurde verworfen.'))
      await this.router.navigate(['/akteure/import']);
  }

  private async act(verb: string, request: object = {}): Promise<boolean> {
    if (this.busy()) return false;
    const path = `/api/imports/${this.id()}/${verb}`;
    const done = await this.sending(async () =>
      this.view.set(await this.api.act<ImportView>(path, null, request)),
    );
    if (!done) this.kept.reload();
    return done;
  }
}
