import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiFileDocumentOutline } from '@mdi/js';
import { decisionResultLabels } from '@runder-tisch/domain/findings';
import {
  consultationRoleLabels,
  type ConsultationView,
  paperStateLabels,
  type PaperVerb,
  paperVerbLabels,
  type PaperView,
  votesInWords,
} from '@runder-tisch/domain/papers';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { AttachmentsBox } from '../attachments/attachments-box';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { keptObject } from '../object-page/kept-object';
import { TraceLists } from '../trace/trace-lists';
import { ControlStateBadge } from './control/control-state-badge';
import { ConsultationForm } from './consultation-form';
import { PaperForm } from './paper-form';
import { ResultForm } from './result-form';
import { ScheduleForm } from './schedule-form';

type Panel =
  { kind: 'edit' } | { kind: 'add' } | { kind: 'body' | 'schedule' | 'result'; of: ConsultationView };

/** One Vorlage: what is to be decided, and its way through the bodies. */
@Component({
  selector: 'rt-paper-page',
  imports: [
    AttachmentsBox,
    BerlinDatePipe,
    ConsultationForm,
    ControlStateBadge,
    EmptyState,
    PageHead,
    PaperForm,
    ProgressLine,
    ResultForm,
    RouterLink,
    ScheduleForm,
    TraceLists,
  ],
  templateUrl: './paper-page.html',
  styles: `
    li + li {
      margin-top: 14px;
      padding-top: 14px;
      border-top: 1px solid var(--rt-line);
    }
  `,
})
export class PaperPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly icon = mdiFileDocumentOutline;
  protected readonly back = { label: 'Vorlagen', link: '/planung/vorlagen' };
  protected readonly stateLabels = paperStateLabels;
  protected readonly verbLabels = paperVerbLabels;
  protected readonly roleLabels = consultationRoleLabels;
  protected readonly resultLabels = decisionResultLabels;
  protected readonly votes = votesInWords;
  protected readonly panel = signal<Panel | null>(null);
  protected readonly kept = keptObject<PaperView>(
    () => `/api/papers/${this.id()}`,
    (paper) => paper.title,
  );
  protected readonly act = acting(() => this.kept.reload());

  protected changed(): void {
    this.panel.set(null);
    this.kept.reload();
  }

  protected async move(it: PaperView, move: PaperVerb): Promise<void> {
    const reason = move === 'withdraw' ? await this.whyWithdrawn() : '';
    if (reason === null) return;
    await this.act(
      () => this.api.act(`/api/papers/${it.id}/${move}`, it.version, { reason }),
      'Gespeichert.',
    );
  }

  protected async unschedule({ id, version }: ConsultationView): Promise<void> {
    await this.act(
      () => this.api.act(`/api/consultations/${id}/unschedule`, version),
      'Von der Tagesordnung genommen.',
    );
  }

  protected async remove({ id, version }: ConsultationView): Promise<void> {
    await this.act(() => this.api.remove(`/api/consultations/${id}`, version), 'Entfernt.');
  }

  protected async takeBack({ id, version }: ConsultationView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Ergebnis zurücknehmen?',
      text: 'Es verschwindet auch bei den Empfehlungen, über die damit entschieden wurde.',
      action: 'Zurücknehmen',
      danger: true,
    });
    if (sure)
      await this.act(() => this.api.act(`/api/consultations/${id}/take-back`, version), 'Zurückgenommen.');
  }

  /** What paper, recommendations and measures say already is taken over. */
  protected async control({ id }: ConsultationView): Promise<void> {
    await this.act(
      () => this.api.act(`/api/consultations/${id}/control`),
      'Der Beschluss steht unter Kontrolle.',
    );
  }

  private async whyWithdrawn(): Promise<string | null> {
    const answer = await this.confirm.ask({
      heading: 'Vorlage zurückziehen?',
      text: 'Sie bleibt lesbar, kann aber nicht wieder eingebracht werden.',
      action: 'Zurückziehen',
      danger: true,
      reason: { label: 'Warum?', required: true },
    });
    return answer?.reason ?? null;
  }
}
