import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { mdiCalendarQuestionOutline, mdiCheck, mdiClose, mdiHelp } from '@mdi/js';
import {
  type GivenAnswer,
  givenAnswers,
  ownAnswerLabels,
  type ParticipantMeetingView,
} from '@runder-tisch/domain/meetings';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { ErrorSummary, NumberField, TextArea, TextField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';

/** The answer of somebody who is invited and signed in: three large buttons, then what else they want to say. */
@Component({
  selector: 'rt-own-answer',
  imports: [EmptyState, ErrorSummary, FormField, Icon, NumberField, TextArea, TextField],
  template: `
    @if (meeting().own; as own) {
      <form class="rt-form" novalidate (submit)="$event.preventDefault(); saveDetails()">
        @if (entry.failedAttempts() > 0) {
          <rt-error-summary [entry]="entry" />
        }
        <div class="answers" role="group" aria-label="Kommen Sie?">
          @for (choice of choices; track choice.answer) {
            <button
              type="button"
              [class]="'answer ' + choice.answer"
              [disabled]="!meeting().mayAnswer || entry.busy()"
              [attr.aria-pressed]="given() === choice.answer"
              (click)="save(choice.answer)"
            >
              <rt-icon [path]="choice.icon" large />{{ labels[choice.answer] }}
            </button>
          }
        </div>
        @if (own.waitingPlace) {
          <p class="rt-note">
            Sie stehen auf Platz {{ own.waitingPlace }} der Warteliste. Sobald ein Platz frei wird, rücken Sie
            nach, und wir schreiben Ihnen.
          </p>
        }
        @if (!meeting().mayAnswer) {
          <p class="rt-note">Antworten sind für diesen Termin nicht mehr möglich.</p>
        } @else if (given()) {
          @if (given() !== 'DECLINED') {
            @if (given() === 'ACCEPTED') {
              <rt-text-field
                label="Wer kommt in Ihrer Vertretung?"
                hint="Bleibt leer, wenn Sie selbst kommen."
                [formField]="entry.fields.deputyName"
              />
              @if (entry.model().deputyName) {
                <rt-text-field
                  label="Mailadresse der Vertretung"
                  hint="Mit Mailadresse erhält die Vertretung eine eigene Einladung mit Kalendereintrag."
                  [formField]="entry.fields.deputyMail"
                />
              }
            }
            <rt-number-field label="Begleitpersonen" [formField]="entry.fields.companions" />
            <rt-text-field label="Was brauchen Sie, um gut dabei zu sein?" [formField]="entry.fields.needs" />
          }
          <rt-text-area label="Nachricht" [rows]="3" [formField]="entry.fields.message" />
          <div class="rt-form-actions">
            <button class="rt-button" [disabled]="entry.busy() || !entry.dirty()">Angaben speichern</button>
          </div>
        }
      </form>
    } @else {
      <rt-empty-state
        heading="Sie sind zu diesem Termin nicht persönlich eingeladen."
        text="Sie sehen ihn, weil Ihr Netzwerk sich trifft oder weil er öffentlich ist."
        [icon]="icon"
      />
    }
  `,
  styles: `
    .answers {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 190px), 1fr));
      gap: 12px;
    }
    .answer {
      --tone: var(--rt-positive);
      display: grid;
      justify-items: center;
      gap: 6px;
      padding: 18px 12px;
      border: 2px solid var(--tone);
      border-radius: 14px;
      background: var(--rt-surface-raised);
      font-size: 1.15rem;
      font-weight: 650;
      cursor: pointer;
    }
    .answer rt-icon {
      color: var(--tone);
    }
    .TENTATIVE {
      --tone: var(--rt-warning);
    }
    .DECLINED {
      --tone: var(--rt-negative);
    }
    .answer[aria-pressed='true'] {
      box-shadow: inset 0 0 0 2px var(--tone);
    }
    .answer:disabled {
      cursor: not-allowed;
      opacity: 0.7;
    }
  `,
})
export class OwnAnswer {
  readonly meeting = input.required<ParticipantMeetingView>();
  readonly answered = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly icon = mdiCalendarQuestionOutline;
  protected readonly labels = ownAnswerLabels;
  protected readonly choices = [
    { answer: 'ACCEPTED', icon: mdiCheck },
    { answer: 'TENTATIVE', icon: mdiHelp },
    { answer: 'DECLINED', icon: mdiClose },
  ] as const;
  protected readonly entry = requestForm(AnswerInvitation, { answer: undefined });
  private readonly pressed = signal<GivenAnswer | null>(null);
  protected readonly given = computed(
    () => this.pressed() ?? givenAnswers.find((answer) => answer === this.meeting().own?.answer) ?? null,
  );

  constructor() {
    effect(() => {
      const own = this.meeting().own;
      if (!own) return;
      const answer = givenAnswers.find((it) => it === own.answer);
      const { companions, deputyName, needs, message } = own;
      untracked(() => {
        this.pressed.set(null);
        this.entry.reset({ answer, companions, deputyName, needs, message });
      });
    });
  }

  /** The details go with the answer that was given; without one there is nothing to save. */
  protected async saveDetails(): Promise<void> {
    const answer = this.given();
    if (answer) await this.save(answer);
  }

  protected async save(answer: GivenAnswer): Promise<void> {
    const own = this.meeting().own;
    if (!own) return;
    this.pressed.set(answer);
    this.entry.model.update((model) => ({ ...model, answer }));
    const done = await this.entry.submit((request) =>
      this.api.act(`/api/invitations/${own.invitationId}/answer`, null, request),
    );
    if (done) this.toasts.say(`Ihre Antwort ist gespeichert: ${ownAnswerLabels[answer]}.`);
    else this.pressed.set(null);
    this.answered.emit();
  }
}
