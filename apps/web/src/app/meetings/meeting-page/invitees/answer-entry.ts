import { A11yModule } from '@angular/cdk/a11y';
import { OverlayModule } from '@angular/cdk/overlay';
import { Component, ElementRef, computed, inject, input, output, signal, viewChildren } from '@angular/core';
import { mdiCheck, mdiClose, mdiHelp } from '@mdi/js';
import {
  answerChannelLabels,
  answerLabels,
  type EnteredChannel,
  enteredChannels,
  type GivenAnswer,
  type InvitationView,
} from '@runder-tisch/domain/meetings';
import type { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { EntitiesPicker, type PickItem } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../../http/acting';
import { Api } from '../../../http/api';
import { Lookups } from '../../../lists/lookups';

/** "Herr K. hat angerufen, er kommt": the answer is one click, the channel the second. */
@Component({
  selector: 'rt-answer-entry',
  imports: [A11yModule, EntitiesPicker, Icon, OverlayModule],
  template: `
    <span
      class="answers"
      role="group"
      [attr.aria-label]="'Antwort von ' + invitation().name + ' eintragen'"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
    >
      @for (choice of choices; track choice.answer) {
        <button
          #opener
          type="button"
          [class]="'rt-button rt-plain rt-square rt-small ' + choice.answer"
          aria-haspopup="dialog"
          [attr.aria-expanded]="chosen() === choice.answer"
          [attr.aria-pressed]="invitation().answer === choice.answer"
          [attr.aria-label]="labels[choice.answer]"
          [title]="labels[choice.answer]"
          (click)="open(choice.answer)"
        >
          <rt-icon [path]="choice.icon" />
        </button>
      }
    </span>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="chosen() !== null"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayViewportMargin]="8"
      [cdkConnectedOverlayOffsetY]="4"
      (overlayOutsideClick)="close()"
      (overlayKeydown)="$event.key === 'Escape' && close()"
      (detach)="chosen.set(null)"
    >
      <div
        class="rt-floating panel"
        role="dialog"
        [attr.aria-label]="heading()"
        cdkTrapFocus
        cdkTrapFocusAutoCapture
      >
        <p class="heading">{{ heading() }}</p>
        @if (asksWho()) {
          <rt-entities-picker
            class="who"
            label="Wer kommt?"
            hint="Aus der Organisation wählen oder einen Namen tippen. Jede Person bekommt einen Platz."
            placeholder="Name"
            createLabel="eintragen"
            [lookup]="ofOrganisation"
            [chosen]="named()"
            [(value)]="coming"
            (create)="add($event)"
          />
        }
        <div class="channels">
          @for (channel of channels; track channel) {
            <button type="button" class="rt-button" [disabled]="busy()" (click)="enter(channel)">
              {{ channelLabels[channel] }}
            </button>
          }
        </div>
        @if (chosen() !== 'DECLINED' && coming().length === 0) {
          <div class="with">
            <span class="rt-quiet">Begleitung</span>
            @for (count of companionChoices; track count) {
              <button
                type="button"
                class="rt-button rt-square rt-small"
                [attr.aria-pressed]="companions() === count"
                [attr.aria-label]="count === 0 ? 'keine Begleitung' : count + ' Begleitpersonen'"
                (click)="companions.set(count)"
              >
                {{ count }}
              </button>
            }
          </div>
        }
        @if (invitation().answer !== 'NEEDS_ACTION') {
          <button type="button" class="rt-button rt-plain rt-small" [disabled]="busy()" (click)="clear()">
            Antwort löschen
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .answers {
      display: inline-flex;
    }
    .answers [aria-pressed='true'] {
      background: var(--rt-surface-sunken);
      border-color: var(--rt-line-strong);
    }
    .ACCEPTED {
      color: var(--rt-positive);
    }
    .TENTATIVE {
      color: var(--rt-warning);
    }
    .DECLINED {
      color: var(--rt-negative);
    }
    .panel {
      display: grid;
      gap: 12px;
      justify-items: start;
      max-width: min(360px, calc(100vw - 16px));
      padding: 14px 16px;
    }
    .heading {
      font-weight: 650;
    }
    .who {
      justify-self: stretch;
    }
    .channels,
    .with {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px;
    }
    .with [aria-pressed='true'] {
      border-color: var(--rt-accent);
      background: var(--rt-accent-soft);
      color: var(--rt-accent-strong);
    }
  `,
})
export class AnswerEntry {
  readonly invitation = input.required<InvitationView>();
  readonly entered = output<void>();

  private readonly api = inject(Api);
  private readonly lookups = inject(Lookups);
  private readonly toasts = inject(Toasts);
  private readonly openers = viewChildren<ElementRef<HTMLButtonElement>>('opener');
  protected readonly labels = answerLabels;
  protected readonly channels = enteredChannels;
  protected readonly channelLabels = answerChannelLabels;
  protected readonly companionChoices = [0, 1, 2, 3, 4];
  protected readonly choices: readonly { answer: GivenAnswer; icon: string }[] = [
    { answer: 'ACCEPTED', icon: mdiCheck },
    { answer: 'TENTATIVE', icon: mdiHelp },
    { answer: 'DECLINED', icon: mdiClose },
  ];
  protected readonly chosen = signal<GivenAnswer | null>(null);
  protected readonly companions = signal(0);
  /** Names, those of known people too: a mailbox answers for whoever it sends. */
  protected readonly coming = signal<readonly string[]>([]);
  protected readonly named = computed(() => this.coming().map(byName));
  protected readonly asksWho = computed(
    () => this.invitation().organisation !== null && this.chosen() !== 'DECLINED',
  );
  private readonly act = acting(() => {
    this.close();
    this.entered.emit();
  });
  protected readonly busy = this.act.busy;
  protected readonly heading = computed(() => {
    const answer = this.chosen();
    return answer ? `${this.invitation().name} ${answerLabels[answer]} – wie kam die Antwort?` : '';
  });

  protected open(answer: GivenAnswer): void {
    this.companions.set(this.invitation().companions);
    this.coming.set(this.invitation().coming);
    this.chosen.set(answer);
  }

  protected readonly ofOrganisation = async (words: string): Promise<readonly PickItem[]> => {
    const people = await this.lookups.peopleOf(this.invitation().organisation?.id ?? '', words);
    return people.map(({ title }) => byName(title));
  };

  protected add(name: string): void {
    if (!this.coming().includes(name)) this.coming.update((names) => [...names, name]);
  }

  protected close(): void {
    const index = this.choices.findIndex((choice) => choice.answer === this.chosen());
    this.chosen.set(null);
    this.openers()[index]?.nativeElement.focus();
  }

  protected async enter(channel: EnteredChannel): Promise<void> {
    const answer = this.chosen();
    const { id, name, deputyName, needs, message } = this.invitation();
    if (!answer) return;
    const request: AnswerInvitation = {
      answer,
      channel,
      companions: this.companions(),
      deputyName: answer === 'TENTATIVE' ? '' : deputyName,
      deputyMail: '',
      coming: [...this.coming()],
      needs,
      message,
    };
    await this.act(async () => {
      await this.api.act(`/api/invitations/${id}/answer`, null, request);
      this.toasts.say(`Eingetragen: ${name} ${answerLabels[answer]} (${answerChannelLabels[channel]}).`, () =>
        this.takeBack(),
      );
    });
  }

  protected async clear(): Promise<void> {
    await this.takeBack(`Die Antwort von ${this.invitation().name} ist gelöscht.`);
  }

  private async takeBack(said?: string): Promise<void> {
    await this.act(() => this.api.act(`/api/invitations/${this.invitation().id}/clear-answer`), said);
  }
}

function byName(name: string): PickItem {
  return { id: name, title: name };
}
