import { Service, inject } from '@angular/core';
import type { EndRepresentation as EndRequest } from '@runder-tisch/domain/actors/actors-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';

/** Asks whether somebody really stops speaking for an organisation, and ends it today. */
@Service()
export class EndRepresentation {
  private readonly api = inject(Api);
  private readonly clock = inject(ScreenClock);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);

  /** True where something was sent, so that the page reads again. */
  async ask(representationId: string, person: string, organisation: string): Promise<boolean> {
    const answer = await this.confirm.ask({
      heading: `${person} spricht nicht mehr für ${organisation}?`,
      text: 'Die Vertretung endet heute. Was war, bleibt verzeichnet; Sitze in Netzwerken übergeben Sie dort.',
      action: 'Vertretung beenden',
      danger: true,
    });
    if (!answer) return false;
    try {
      const request: EndRequest = { toDay: berlinDay(this.clock.now()) };
      await this.api.act(`/api/representations/${representationId}/end`, null, request);
      this.toasts.say(`Die Vertretung durch ${person} ist beendet.`);
    } catch (failed) {
      this.toasts.warn(asProblemError(failed).says);
    }
    return true;
  }
}
