import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AnswerDraftView,
  type AnsweredView,
  feedbackDecisionLabels,
  type StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { AnswerFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { InboxState } from '../inbox/inbox-state';

/** An answer that waits until a second person lets it out. */
@Component({
  selector: 'rt-draft-box',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    <h3>Antwort zur Freigabe</h3>
    <p class="rt-quiet">
      {{ draft().mine ? 'Von Ihnen' : 'Von ' + draft().draftedBy }} vorgelegt am
      {{ draft().draftedAt | berlinDate: 'short' }}.
      {{ item().senderReachable && draft().notify ? 'Nach der Freigabe geht sie als Mail hinaus.' : '' }}
    </p>
    @if (draft().decision; as decision) {
      @if (!item().decision) {
        <p>
          Dazu die Entscheidung: <strong>{{ labels[decision] }}</strong>
          @if (draft().reason) {
            – {{ draft().reason }}
          }
        </p>
      }
    }
    <blockquote class="rt-lines">{{ draft().answer }}</blockquote>
    @if (draft().others.length) {
      <p class="rt-small">
        Dieselbe Antwort bekommen auch
        @for (other of draft().others; track other.id; let last = $last) {
          <a [routerLink]="['/hinweise', other.id]" queryParamsHandling="merge">{{ other.name }}</a>{{
            last ? '.' : ', '
          }}
        }
        Alle werden auf einmal freigegeben.
      </p>
    }
    @if (draft().mine && item().fourEyes) {
      <p class="rt-note">
        Freigeben soll sie eine andere Person; sie sieht sie unter „Zur Freigabe“ und auf Heute. Sind Sie
        allein, können Sie sie allein freigeben. Das steht dann im Büro an der Antwort.
      </p>
    }
    <div class="rt-form-actions">
      @if (draft().mine && item().fourEyes) {
        <button type="button" class="rt-button" [disabled]="act.busy()" (click)="releaseAlone()">
          Allein freigeben
        </button>
      } @else {
        <button type="button" class="rt-button rt-primary" [disabled]="act.busy()" (click)="release(false)">
          Freigeben
        </button>
      }
      @if (!draft().others.length) {
        <button type="button" class="rt-button rt-plain" [disabled]="act.busy()" (click)="changing.emit()">
          Ändern
        </button>
      }
      <button type="button" class="rt-button rt-plain" [disabled]="act.busy()" (click)="withdraw()">
        {{ draft().mine ? 'Zurückziehen' : 'Zurückgeben' }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
      width: 100%;
      padding-top: 16px;
      border-top: 1px solid var(--rt-line);
    }
    blockquote {
      margin: 0;
      padding: 10px 14px;
      border-radius: var(--rt-radius-small);
      background: var(--rt-surface-sunken);
      overflow-wrap: anywhere;
    }
  `,
})
export class DraftBox {
  readonly item = input.required<StaffFeedbackView>();
  readonly draft = input.required<AnswerDraftView>();
  readonly changing = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly inbox = inject(InboxState);
  protected readonly labels = feedbackDecisionLabels;
  protected readonly act = acting(() => this.inbox.reload());

  protected async releaseAlone(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Allein freigeben?',
      text: 'Niemand sonst hat diese Antwort gelesen. Im Büro steht an ihr, dass Sie sie allein freigegeben haben; wer den Hinweis gab, erfährt davon nichts.',
      action: 'Allein freigeben',
    });
    if (answer) await this.release(true);
  }

  protected async release(alone: boolean): Promise<void> {
    const { id, version, number } = this.item();
    const request = { alone };
    await this.act(async () => {
      const { feedback, mailedTo } = await this.api.act<AnsweredView>(
        `/api/feedback/${id}/release`,
        version,
        request,
      );
      const goes = mailedTo ? `, die Antwort geht in einer Minute an ${mailedTo.address}` : '';
      this.inbox.remember(feedback, 'answer', `${number} ist freigegeben${goes}.`);
    });
  }

  /** The words stay in the form. */
  protected async withdraw(): Promise<void> {
    const { id, version, number } = this.item();
    const { answer, notify, others } = this.draft();
    const done = await this.act(async () => {
      await this.api.act(`/api/feedback/${id}/withdraw`, version);
      this.inbox.withdrawn.set({ id, answer });
    });
    if (!done) return;
    const request = Object.assign(new AnswerFeedback(), { answer, notify });
    this.toasts.say(
      `Die Antwort zu ${number} liegt nicht mehr vor. Ihr Text steht im Feld.`,
      others.length > 0
        ? null
        : async () => {
            await this.act(
              () => this.api.act(`/api/feedback/${id}/draft`, version, request),
              'Zurückgenommen.',
            );
          },
    );
  }
}
