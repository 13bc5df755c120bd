import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { ServiceMove, SocialServiceView } from '@runder-tisch/domain/social-services';
import { ReturnSocialService } from '@runder-tisch/domain/social-services/social-services-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../forms';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { isPublic } from './service-words';

interface Verb {
  move: ServiceMove;
  label: string;
  said: string;
  primary?: boolean;
  /** Asked before it is done. */
  sure?: { heading: string; text: string };
}

const verbs: readonly Verb[] = [
  { move: 'publish', label: 'Veröffentlichen', said: 'Das Angebot ist jetzt öffentlich.', primary: true },
  { move: 'renew', label: 'Stimmt noch', said: 'Als heute bestätigt vermerkt.' },
  { move: 'withdraw', label: 'Zurückziehen', said: 'Zurückgezogen. Sie können das Angebot wieder ändern.' },
  {
    move: 'discard-change',
    label: 'Änderung verwerfen',
    said: 'Die Änderung ist verworfen.',
    sure: {
      heading: 'Ihre Änderung verwerfen?',
      text: 'Das Angebot steht danach wieder so da, wie es bestätigt wurde.',
    },
  },
  {
    move: 'discontinue',
    label: 'Einstellen',
    said: 'Das Angebot ist eingestellt.',
    sure: {
      heading: 'Dieses Angebot einstellen?',
      text: 'Es verschwindet aus der öffentlichen Liste. Sie können es später wieder aufnehmen.',
    },
  },
  { move: 'resume', label: 'Wieder aufnehmen', said: 'Das Angebot ist wieder ein Entwurf.' },
];

/** The buttons of an offer: only what is possible now, for whoever looks. */
@Component({
  selector: 'rt-service-moves',
  imports: [ErrorSummary, FormField, SidePanel, TextArea],
  template: `
    <div class="rt-row">
      @for (verb of possible(); track verb.move) {
        <button
          type="button"
          class="rt-button"
          [class.rt-primary]="verb.primary"
          [disabled]="busy()"
          (click)="act(verb)"
        >
          {{ verb.label }}
        </button>
      }
      @if (may('return')) {
        <button type="button" class="rt-button" (click)="returning.set(true)">Zurückgeben</button>
      }
      @if (may('confirm')) {
        @if (!open()) {
          <button type="button" class="rt-button" [disabled]="busy()" (click)="confirmIt(false)">
            Nur bestätigen
          </button>
        }
        <button type="button" class="rt-button rt-primary" [disabled]="busy()" (click)="confirmIt(true)">
          {{ open() ? 'Änderung bestätigen' : 'Bestätigen und veröffentlichen' }}
        </button>
      }
    </div>
    @if (returning()) {
      <rt-side-panel heading="Angebot zurückgeben" [dirty]="reason.dirty()" (closed)="returning.set(false)">
        <form class="rt-form" novalidate (submit)="giveBack($event)">
          <rt-error-summary [entry]="reason" />
          <rt-text-area
            label="Was fehlt oder stimmt nicht?"
            hint="Die Organisation liest genau diese Worte. Wer dort einen Zugang hat, bekommt sie auch als Mail."
            [rows]="6"
            [formField]="reason.fields.reason"
          />
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="reason.busy()">Zurückgeben</button>
            <button type="button" class="rt-button" (click)="returning.set(false)">Abbrechen</button>
          </div>
        </form>
      </rt-side-panel>
    }
  `,
})
export class ServiceMoves {
  readonly service = input.required<SocialServiceView>();
  readonly moved = output<SocialServiceView>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  private readonly sending = acting();
  protected readonly busy = this.sending.busy;
  protected readonly returning = signal(false);
  protected readonly reason = requestForm(ReturnSocialService, {}, { about: () => this.service().id });
  protected readonly open = computed(() => isPublic(this.service()));
  protected readonly possible = computed(() => verbs.filter((verb) => this.may(verb.move)));

  protected may(move: ServiceMove): boolean {
    return this.service().moves.includes(move);
  }

  protected async act({ move, said, sure, label }: Verb): Promise<void> {
    if (sure && !(await this.confirm.ask({ ...sure, action: label, danger: true }))) return;
    await this.send(move, {}, said);
  }

  protected confirmIt(publish: boolean): Promise<void> {
    return this.send(
      'confirm',
      { publish },
      publish ? 'Bestätigt. So lesen es jetzt alle.' : 'Bestätigt, aber noch nicht öffentlich.',
    );
  }

  protected async giveBack(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.service();
    let view: SocialServiceView | null = null;
    const done = await this.reason.submit(async (request) => {
      view = await this.api.act<SocialServiceView>(`/api/social-services/${id}/return`, version, request);
    });
    if (!done || !view) return;
    this.toasts.say('Zurückgegeben. Die Organisation sieht Ihre Begründung.');
    this.returning.set(false);
    this.moved.emit(view);
  }

  private async send(move: ServiceMove, words: object, said: string): Promise<void> {
    const { id, version } = this.service();
    const path = `/api/social-services/${id}/${move}`;
    await this.sending(
      async () => this.moved.emit(await this.api.act<SocialServiceView>(path, version, words)),
      said,
    );
  }
}
