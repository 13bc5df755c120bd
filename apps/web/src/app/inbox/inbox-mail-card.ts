import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { inboxAccepts, inboxKindLabels, type InboxMailItem } from '@runder-tisch/domain/inbox';
import { answerLabels, type GivenAnswer, givenAnswers } from '@runder-tisch/domain/meetings';
import { Toasts } from '@runder-tisch/ui/overlay';
import { RelativeTime } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';

/** One mail with what is asked about it; a click decides, and laying aside can be taken back. */
@Component({
  selector: 'rt-inbox-mail-card',
  imports: [RelativeTime, RouterLink],
  template: `
    <div class="head">
      <span class="rt-badge" [class.rt-badge-warning]="waits()">{{ labels[mail().kind] }}</span>
      <strong class="from">{{ mail().fromName || mail().fromMail || 'Unbekannt' }}</strong>
      @if (mail().fromName && mail().fromMail) {
        <span class="rt-quiet from">{{ mail().fromMail }}</span>
      }
      <span class="rt-quiet"><rt-relative-time [at]="mail().at" /></span>
    </div>
    @if (inWords()) {
      <p class="subject">{{ mail().subject || 'ohne Betreff' }}</p>
    }
    <p class="rt-lines">{{ mail().says }}</p>
    @if (mail().text && (waits() || inWords())) {
      <blockquote class="rt-lines" tabindex="0" aria-label="Wortlaut">{{ mail().text }}</blockquote>
    }
    @if (!ofMeeting() && mail().about; as about) {
      <p class="rt-quiet">
        {{ about.label }}: <a [routerLink]="about.path">{{ about.title }}</a>
      </p>
    }
    @if (mail().decidedBy) {
      <p class="rt-quiet">
        {{ mail().state === 'DROPPED' ? 'Weggelegt' : 'Übernommen' }} von {{ mail().decidedBy }}
      </p>
    }
    @if (waits()) {
      <div class="choices">
        @if (mail().kind === 'WORDS') {
          @for (answer of answers; track answer) {
            <button
              type="button"
              class="rt-button rt-small"
              [disabled]="act.busy()"
              [attr.aria-label]="answerLabels[answer] + ': ' + name()"
              (click)="accept(answer)"
            >
              {{ answerLabels[answer] }}
            </button>
          }
        } @else if (acceptLabel(); as label) {
          <button
            type="button"
            class="rt-button rt-small"
            [disabled]="act.busy()"
            [attr.aria-label]="label + ': ' + name()"
            (click)="accept(null)"
          >
            {{ label }}
          </button>
        }
        @if (mail().kind === 'PROPOSAL') {
          <button
            type="button"
            class="rt-button rt-small"
            [disabled]="act.busy()"
            [attr.aria-label]="'Ablehnen und Bescheid geben: ' + name()"
            (click)="decline()"
          >
            Ablehnen und Bescheid geben
          </button>
        }
        <button
          type="button"
          class="rt-button rt-plain rt-small"
          [disabled]="act.busy()"
          [attr.aria-label]="dropLabel() + ': ' + name()"
          (click)="drop()"
        >
          {{ dropLabel() }}
        </button>
      </div>
    } @else if (mail().state === 'DROPPED') {
      <div class="choices">
        <button
          type="button"
          class="rt-button rt-plain rt-small"
          [disabled]="act.busy()"
          [attr.aria-label]="'Zurückholen: ' + name()"
          (click)="reopen()"
        >
          Zurückholen
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      padding: 12px 16px;
      border-left: 4px solid var(--rt-line-strong);
      background: var(--rt-surface-sunken);
    }
    :host(.waits) {
      border-color: var(--rt-warning);
    }
    .head,
    .choices {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 4px 10px;
    }
    .from {
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
    }
    .subject {
      font-weight: 600;
    }
    blockquote {
      max-height: 12em;
      margin: 0;
      padding: 8px 12px;
      overflow: auto;
      overflow-wrap: anywhere;
      background: var(--rt-surface);
    }
  `,
  host: { '[class.waits]': 'waits()' },
})
export class InboxMailCard {
  readonly mail = input.required<InboxMailItem>();
  /** On the page of the meeting it belongs to: nobody has to be told which. */
  readonly ofMeeting = input(false);
  readonly decided = output<void>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly act = acting(() => this.decided.emit());
  protected readonly labels = inboxKindLabels;
  protected readonly answers = givenAnswers;
  protected readonly answerLabels = answerLabels;
  protected readonly waits = computed(() => this.mail().state === 'WAITING');
  protected readonly inWords = computed(() => ['MAIL', 'WORDS'].includes(this.mail().kind));
  protected readonly name = computed(() => this.mail().fromName || this.mail().fromMail || 'Unbekannt');
  protected readonly acceptLabel = computed(() => {
    const { kind, answer } = this.mail();
    if (kind === 'STRANGER' && !answer) return 'Einladen';
    if (kind === 'DIFFERS' && answer) return `Jetzt gilt „${answerLabels[answer]}“`;
    return inboxAccepts[kind] ?? '';
  });
  protected readonly dropLabel = computed(() => {
    const { kind, entered } = this.mail();
    if (kind === 'DIFFERS' && entered) return `Es bleibt bei „${answerLabels[entered]}“`;
    return kind === 'MAIL' || kind === 'PROPOSAL' || kind === 'UNCLEAR' ? 'Erledigt' : 'Nicht übernehmen';
  });

  protected async accept(answer: GivenAnswer | null): Promise<void> {
    const { id } = this.mail();
    await this.act(
      () => this.api.act<InboxMailItem>(`/api/inbox/${id}/accept`, null, { answer }),
      (mail) => mail.says,
    );
  }

  protected async drop(): Promise<void> {
    const { id } = this.mail();
    if (!(await this.act(() => this.api.act(`/api/inbox/${id}/drop`)))) return;
    this.toasts.say('Weggelegt.', this.back(id));
  }

  protected async decline(): Promise<void> {
    const { id } = this.mail();
    const name = this.name();
    if (!(await this.act(() => this.api.act(`/api/inbox/${id}/decline`)))) return;
    this.toasts.say(`Abgelehnt. ${name} bekommt in einer Minute Bescheid.`, this.back(id));
  }

  private back(id: string): () => void {
    return () => void this.act(() => this.api.act(`/api/inbox/${id}/reopen`));
  }

  protected async reopen(): Promise<void> {
    await this.act(() => this.api.act(`/api/inbox/${this.mail().id}/reopen`), 'Steht wieder da.');
  }
}
