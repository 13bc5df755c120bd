import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { CalendarDelivery } from '@runder-tisch/domain/data-requests';
import { SaveDataRequest } from '@runder-tisch/domain/data-requests/data-requests-requests';
import { addDays, berlinDay } from '@runder-tisch/domain/time';
import { ScreenClock } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

const DAYS_TO_DELIVER = 21;

/** One press makes the draft of a request for an expected delivery and opens it; no mail has gone out yet. */
@Component({
  selector: 'rt-ask-button',
  template: `
    <button
      type="button"
      class="rt-button rt-small rt-unprinted"
      [disabled]="act.busy()"
      [attr.aria-label]="of().partner + ': ' + delivery().label + ' anfordern'"
      (click)="ask()"
    >
      Anfordern
    </button>
  `,
})
export class AskButton {
  readonly of = input.required<{ id: string; partner: string; name: string; mail: string }>();
  readonly delivery = input.required<CalendarDelivery>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly clock = inject(ScreenClock);
  protected readonly act = acting();

  protected async ask(): Promise<void> {
    const { id: agreementId, name: what, mail: recipients } = this.of();
    const { label: period, dueOn } = this.delivery();
    const soonest = addDays(berlinDay(this.clock.now()), DAYS_TO_DELIVER);
    const request = Object.assign(new SaveDataRequest(), {
      ...{ agreementId, what, period, recipients },
      dueOn: dueOn > soonest ? dueOn : soonest,
    });
    await this.act(async () => {
      const { id } = await this.api.create('/api/data-requests', request);
      await this.router.navigate(['/daten/lieferungen', id]);
    }, 'Entwurf angelegt: Bitte prüfen und senden.');
  }
}
