import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCheck, mdiClose, mdiHelp } from '@mdi/js';
import {
  answerLabels,
  type GivenAnswer,
  type OwnInvitationItem,
  ownAnswerLabels,
} from '@runder-tisch/domain/meetings';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

/** One meeting one's house is invited to, answered where it stands. */
@Component({
  selector: 'rt-invitation-card',
  imports: [BerlinDatePipe, Icon, RouterLink],
  template: `
    @let meeting = item().meeting;
    <div class="facts">
      <h3>
        @if (meeting.open) {
          <a [routerLink]="['/termine', meeting.id]">{{ meeting.title }}</a>
        } @else {
          {{ meeting.title }}
        }
        @if (cancelled(); as words) {
          <span class="rt-badge rt-badge-warning">{{ words }}</span>
        }
      </h3>
      <p class="rt-small rt-quiet">
        {{ when() }}
        @if (meeting.place) {
          · {{ meeting.place }}
        }
        @if (meeting.online) {
          · online
        }
      </p>
      @if (item().mayAnswer && meeting.answerUntil) {
        <p class="rt-small">Bitte antworten bis {{ meeting.answerUntil | berlinDate: 'long' }}</p>
      }
      @if (item().own?.waitingPlace; as place) {
        <p class="rt-small">
          <span class="rt-badge rt-badge-warning">Warteliste, Platz {{ place }}</span>
        </p>
      }
      @if (item().house.length) {
        <p class="rt-small house">
          <span class="rt-quiet">Aus Ihrer Organisation:</span>
          @for (other of item().house; track $index) {
            <span>{{ other.name }} ({{ labels[other.answer] }}){{ $last ? '' : ', ' }}</span>
          }
        </p>
      }
    </div>
    @if (item().own; as own) {
      @if (item().mayAnswer) {
        <div class="answers" role="group" [attr.aria-label]="'Kommen Sie? ' + meeting.title">
          @for (choice of choices; track choice.answer) {
            <button
              type="button"
              [class]="'rt-button answer ' + choice.answer"
              [disabled]="busy()"
              [attr.aria-pressed]="own.answer === choice.answer"
              (click)="answer(choice.answer)"
            >
              <rt-icon [path]="choice.icon" />{{ ownLabels[choice.answer] }}
            </button>
          }
        </div>
      } @else {
        <p class="rt-small given">
          Ihre Antwort: {{ own.answer === 'NEEDS_ACTION' ? 'keine' : ownLabels[own.answer] }}
        </p>
      }
    } @else {
      <p class="rt-small rt-quiet given">Sie selbst sind nicht eingeladen.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px 24px;
      align-items: center;
    }
    h3 {
      overflow-wrap: anywhere;
    }
    h3 a {
      color: var(--rt-text);
      text-decoration: none;
    }
    h3 a:hover {
      color: var(--rt-accent);
      text-decoration: underline;
    }
    .facts {
      display: grid;
      gap: 3px;
    }
    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .answer {
      --tone: var(--rt-positive);
    }
    .TENTATIVE {
      --tone: var(--rt-warning);
    }
    .DECLINED {
      --tone: var(--rt-negative);
    }
    .answer rt-icon {
      color: var(--tone);
    }
    .answer[aria-pressed='true'] {
      border-color: var(--tone);
      box-shadow: inset 0 0 0 1px var(--tone);
      font-weight: 650;
    }
    @media (min-width: 900px) {
      :host {
        grid-template-columns: minmax(0, 1fr) auto;
      }
    }
    @media (max-width: 420px) {
      .answers {
        display: grid;
      }
    }
  `,
})
export class InvitationCard {
  readonly item = input.required<OwnInvitationItem>();
  readonly answered = output<void>();

  private readonly api = inject(Api);
  private readonly act = acting(() => this.answered.emit());
  protected readonly busy = this.act.busy;
  protected readonly labels = answerLabels;
  protected readonly ownLabels = ownAnswerLabels;
  protected readonly choices = [
    { answer: 'ACCEPTED', icon: mdiCheck },
    { answer: 'TENTATIVE', icon: mdiHelp },
    { answer: 'DECLINED', icon: mdiClose },
  ] as const;
  protected readonly when = computed(() => {
    const { startsAt, endsAt } = this.item().meeting;
    return startsAt ? formatShortPeriod(startsAt, endsAt) : 'noch ohne Datum';
  });
  protected readonly cancelled = computed(() => {
    const { state } = this.item().meeting;
    return state === 'CANCELLED' ? 'abgesagt' : state === 'POSTPONED' ? 'verschoben' : null;
  });

  protected async answer(answer: GivenAnswer): Promise<void> {
    const own = this.item().own;
    if (!own) return;
    const { companions, deputyName, needs, message } = own;
    const request = Object.assign(new AnswerInvitation(), {
      companions,
      // Whoever presses a button here speaks of themselves.
      deputyName: answer === 'DECLINED' ? deputyName : '',
      needs,
      message,
      answer,
    });
    await this.act(
      () => this.api.act(`/api/invitations/${own.invitationId}/answer`, null, request),
      `Ihre Antwort ist gespeichert: ${ownAnswerLabels[answer]}.`,
    );
  }
}
