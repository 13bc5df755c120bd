import { Service, inject } from '@angular/core';
import { isDemoAddress } from '@runder-tisch/domain/outbox';
import { counted } from '@runder-tisch/domain/text';
import { Session } from './session';

/**
 * What is said of mails that were handed over or would be. Without a mail server, and to an address of the demo, they
 * stay in the house, and then nobody is told that they go out.
 */
@Service()
export class MailWords {
  private readonly session = inject(Session);

  /** `to` where one address is known. Of several in the demo most are its own, and those that leave are not promised. */
  leave(to = ''): boolean {
    const { mail, demo } = this.session.current();
    return mail.leavesTheHouse && !(to ? isDemoAddress(to) : demo);
  }

  /** `goes('Die Einladung', 'anna@haus.test')`: "Die Einladung geht an anna@haus.test." */
  goes(what: string, to: string): string {
    return this.leave(to) ? `${what} geht an ${to}.` : this.stays(`${what} an ${to}`, to);
  }

  /** `onItsWay('Die Begründung', mail)`: "Die Begründung ist unterwegs." */
  onItsWay(what: string, to: string): string {
    return this.leave(to) ? `${what} ist unterwegs.` : this.stays(what, to);
  }

  /** `leaveSoon('Die Erinnerung', 3)`, while it can be taken back. */
  leaveSoon(what: string, count: number): string {
    const words = `${what} an ${people(count)}`;
    return this.leave() ? `${words} geht in einer Minute hinaus.` : this.stays(words);
  }

  /** `reach(3, 'eine Absage')`: "3 Personen erhalten eine Absage." */
  reach(count: number, what: string): string {
    if (this.leave()) return `${counted(count, 'Person erhält', 'Personen erhalten')} ${what}.`;
    return this.stays(`${what.charAt(0).toUpperCase()}${what.slice(1)} an ${people(count)}`);
  }

  /** Where it lies and why. */
  stays(what: string, to = ''): string {
    const perhapsLeaves = this.session.current().mail.leavesTheHouse && !to;
    return `${what} ${perhapsLeaves ? 'kommt in den' : 'bleibt im'} Postausgang. ${this.why()}`;
  }

  /** Why mails stay that do not leave. */
  why(): string {
    return this.session.current().mail.leavesTheHouse
      ? 'An Adressen der Demo geht keine Mail hinaus.'
      : 'Es verlässt keine Mail das Haus.';
  }
}

function people(count: number): string {
  return counted(count, 'Person', 'Personen');
}
