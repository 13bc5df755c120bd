import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiInboxArrowDownOutline } from '@mdi/js';
import {
  awaitedDataRequestStates,
  dataRequestLimits,
  dataRequestProblems,
  type DataRequestState,
  dataRequestStateLabels,
  type DataRequestView,
  fileSizeWords,
  interfaceFormLabels,
  type PlannersMove,
  plannersMoveLabels,
} from '@runder-tisch/domain/data-requests';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine, RecallNote, StepBar } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { firstValueFrom } from 'rxjs';
import { actingInPlace } from '../http/acting';
import { Api } from '../http/api';
import { keptObject } from '../object-page/kept-object';
import { MailWords } from '../session/mail-words';
import { RequestMailPanel } from './mail-panel';
import { movesWithWords, RequestMoveForm } from './move-form';
import { RequestForm } from './request-form';
import { RequestState } from './request-state';

/** The moves that lead on: the first of them that can be made is the page's main button. */
const leading: readonly PlannersMove[] = ['send', 'validate', 'import', 'remind'];
const steps = ['Entwurf', 'Gesendet', 'Geliefert', 'Geprüft', 'Abgeschlossen'];
const stepOf: Partial<Record<DataRequestState, number>> = {
  DRAFT: 0,
  SENT: 1,
  ACKNOWLEDGED: 1,
  RETURNED: 1,
  DELIVERED: 2,
  VALIDATED: 3,
  IMPORTED: 4,
  CLOSED: 4,
};

type Panel = 'edit' | 'mail' | PlannersMove;

/** One Datenanforderung: what was asked, what came, what happened with it. */
@Component({
  selector: 'rt-request-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    PageHead,
    ProgressLine,
    RecallNote,
    RequestForm,
    RequestMailPanel,
    RequestMoveForm,
    RequestState,
    RouterLink,
    StepBar,
  ],
  templateUrl: './request-page.html',
  styles: `
    ul,
    ol {
      padding: 0;
      list-style: none;
    }
    li {
      padding: 10px 0;
      border-top: 1px solid var(--rt-line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border-top: 0;
    }
    .findings {
      padding-left: 1.2em;
      list-style: disc;
    }
    .findings li {
      padding: 2px 0;
      border: 0;
    }
    rt-step-bar {
      margin-bottom: 18px;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 5px 10px 5px 0;
      text-align: left;
      vertical-align: top;
      overflow-wrap: anywhere;
    }
  `,
})
export class RequestPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  protected readonly mails = inject(MailWords);
  protected readonly icon = mdiInboxArrowDownOutline;
  protected readonly back = { label: 'den Lieferungen', link: '/daten/lieferungen' };
  protected readonly steps = steps;
  protected readonly labels = {
    state: dataRequestStateLabels,
    move: plannersMoveLabels,
    form: interfaceFormLabels,
  };
  protected readonly sizeWords = fileSizeWords;
  protected readonly counted = counted;
  protected readonly request = keptObject<DataRequestView>(
    () => `/api/data-requests/${this.id()}`,
    (view) => `${view.number} ${view.what}`,
  );
  protected readonly act = actingInPlace();
  protected readonly panel = signal<Panel | null>(null);
  protected readonly moving = computed(() => {
    const panel = this.panel();
    return panel !== null && movesWithWords.includes(panel as PlannersMove) ? (panel as PlannersMove) : null;
  });
  /** Taking back has a note of its own while its minute runs. */
  protected readonly moves = computed<readonly PlannersMove[]>(() =>
    (this.request.view()?.moves ?? []).filter((move) => move !== 'recall'),
  );
  protected readonly main = computed(() => leading.find((move) => this.moves().includes(move)));
  protected readonly step = computed(() => stepOf[this.request.view()?.state ?? 'REFUSED'] ?? null);
  protected readonly takesFiles = computed(() => {
    const view = this.request.view();
    return !!view?.mayChange && (awaitedDataRequestStates.includes(view.state) || view.state === 'DELIVERED');
  });

  protected async move(view: DataRequestView, move: PlannersMove): Promise<void> {
    if (move === 'send' || move === 'remind') {
      this.panel.set('mail');
      return;
    }
    if (movesWithWords.includes(move)) {
      this.panel.set(move);
      return;
    }
    await this.make(view, move, 'Gespeichert.');
  }

  protected async make(view: DataRequestView, move: PlannersMove, said: string): Promise<void> {
    this.panel.set(null);
    const done = await this.act(async () => {
      const request = { reason: '', dueOn: null, importedRows: null };
      const path = `/api/data-requests/${view.id}/${move}`;
      this.request.view.set(await this.api.act<DataRequestView>(path, view.version, request));
    }, said);
    if (!done) this.request.reload();
  }

  protected mailed(view: DataRequestView): Promise<void> {
    const count = view.recipients.split('\n').length;
    return view.state === 'DRAFT'
      ? this.make(view, 'send', this.mails.leaveSoon('Die Anforderung', count))
      : this.make(view, 'remind', 'Die Erinnerung ist geschrieben.');
  }

  protected async remove(view: DataRequestView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `Entwurf ${view.number} löschen?`,
      text: 'Das lässt sich nicht rückgängig machen.',
      action: 'Löschen',
      danger: true,
    });
    if (!sure) return;
    const done = await this.act(() => this.api.remove(`/api/data-requests/${view.id}`), 'Gelöscht.');
    if (done) void this.router.navigate(['/daten/lieferungen']);
  }

  /** A file that came by mail or on paper is entered here, under the same rules as by the link. */
  protected async enter(view: DataRequestView, control: HTMLInputElement): Promise<void> {
    const file = control.files?.[0];
    control.value = '';
    if (!file) return;
    if (file.size > dataRequestLimits.fileBytes) {
      this.act.refusal.set(dataRequestProblems['delivery-too-large'].says);
      return;
    }
    await this.act(async () => {
      const answer = this.http.post<DataRequestView>(
        `/api/data-requests/${view.id}/deliveries`,
        await file.arrayBuffer(),
        { params: { name: file.name.slice(-200) }, headers: { 'Content-Type': 'application/octet-stream' } },
      );
      this.request.view.set(await firstValueFrom(answer));
    }, 'Die Lieferung ist eingetragen.');
  }

  /** The figures in it go the way of every table of figures: preview first. */
  protected async readFigures(view: DataRequestView, deliveryId: string): Promise<void> {
    await this.act(async () => {
      const path = `/api/data-requests/${view.id}/deliveries/${deliveryId}/figures`;
      const { id } = await this.api.act<{ id: string }>(path);
      await this.router.navigate(['/daten/importe', id]);
    });
  }

  protected show(view: DataRequestView): void {
    this.panel.set(null);
    this.request.view.set(view);
  }

  protected changed(): void {
    this.panel.set(null);
    this.request.reload();
  }
}
