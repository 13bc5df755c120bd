import { Service, inject } from '@angular/core';
import type { EndRepresentation as EndRequest } from '@runder-tisch/domain/actors/actors-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { Confirm } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

/** Asks whether somebody really stops speaking for an organisation, and ends it today. */
@Service()
export class EndRepresentation {
  private readonly api = inject(Api);
  private readonly act = acting();
  private readonly clock = inject(ScreenClock);
  private readonly confirm = inject(Confirm);

  /** True where something was sent, so that the page reads again. */
  async ask(representationId: string, person: string, organisation: string): Promise<boolean> {
    const answer = await this.confirm.ask({
      heading: `${person} spricht nicht mehr für ${organisation}?`,
      text: 'Die Vertretung endet heute. Was war, bleibt verzeichnet; Sitze in Netzwerken übergeben Sie dort.',
      action: 'Vertretung beenden',
      danger: true,
    });
    if (!answer) return false;
    const request: EndRequest = { toDay: berlinDay(this.clock.now()) };
    await this.act(
      () => this.api.act(`/api/representations/${representationId}/end`, null, request),
      `Die Vertretung durch ${person} ist beendet.`,
    );
    return true;
  }
}
