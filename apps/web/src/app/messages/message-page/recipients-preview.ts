import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountCheckOutline, mdiAlertOutline, mdiClose } from '@mdi/js';
import {
  type ChosenRecipient,
  type ChosenRecipients,
  recipientOutcomeLabels,
} from '@runder-tisch/domain/messages';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { MailAddress, UnbrokenPipe } from '@runder-tisch/ui/text';

/** So many are shown before one asks for all of them. */
const SHORT = 8;

/** Who gets it, who not and why; single people are left out here, bounced addresses tried again. */
@Component({
  selector: 'rt-recipients-preview',
  imports: [Icon, MailAddress, RouterLink, UnbrokenPipe],
  templateUrl: './recipients-preview.html',
  styleUrl: './recipients-preview.scss',
})
export class RecipientsPreview {
  readonly chosen = input.required<ChosenRecipients>();
  readonly busy = input(false);
  readonly leftOut = input.required<readonly string[]>();
  readonly anyway = input.required<readonly string[]>();
  readonly leftOutChange = output<readonly string[]>();
  readonly anywayChange = output<readonly string[]>();

  protected readonly icons = { gets: mdiAccountCheckOutline, warning: mdiAlertOutline, remove: mdiClose };
  protected readonly labels = recipientOutcomeLabels;
  protected readonly all = signal(false);
  protected readonly getting = computed(() =>
    this.chosen().recipients.filter(({ outcome }) => outcome === 'GETS'),
  );
  protected readonly shown = computed(() =>
    this.all() || this.getting().length <= SHORT ? this.getting() : this.getting().slice(0, SHORT),
  );
  protected readonly without = computed(() =>
    this.chosen().recipients.filter(({ outcome }) => outcome !== 'GETS' && outcome !== 'DOUBLE'),
  );
  protected readonly words = computed(() => {
    const count = this.getting().length;
    const doubles = this.chosen().counts.DOUBLE ?? 0;
    const gets =
      count === 0 ? 'Niemand bekommt sie.' : `${counted(count, 'Person bekommt', 'Personen bekommen')} sie.`;
    if (doubles === 0) return gets;
    return `${gets} ${doubles === 1 ? 'Eine steht doppelt und bekommt' : `${doubles} stehen doppelt und bekommen`} sie einmal.`;
  });

  protected leaveOut({ mail }: ChosenRecipient): void {
    this.leftOutChange.emit([...this.leftOut(), mail]);
  }

  protected takeBack({ mail }: ChosenRecipient): void {
    this.leftOutChange.emit(this.leftOut().filter((it) => it !== mail));
  }

  protected tryAgain({ mail }: ChosenRecipient): void {
    this.anywayChange.emit([...this.anyway(), mail]);
  }
}
