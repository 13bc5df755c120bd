import { Component, input, output } from '@angular/core';
import { MailAddress } from '@runder-tisch/ui/text';

/** Somebody whose last mail was refused or came back. */
export interface LostMail {
  id: string;
  name: string;
  mail: string;
  /** What the mail server said. */
  reason: string;
}

/** Who did not get it, why, and once more to one of them or to all. */
@Component({
  selector: 'rt-lost-mails',
  imports: [MailAddress],
  template: `
    <section class="rt-note rt-note-warning" [attr.aria-label]="what() + ' kam nicht an'">
      <div class="body">
        <p>
          <strong>{{ what() }} kam nicht an.</strong> Eine falsche Adresse berichtigen Sie bei der Person oder
          Organisation; erneut gesendet wird an die, die dort heute steht.
        </p>
        <ul>
          @for (it of people(); track it.id) {
            <li>
              <span class="who">
                <strong>{{ it.name }}</strong>
                @if (it.mail !== it.name) {
                  · <rt-mail-address [mail]="it.mail" />
                }
                @if (it.reason) {
                  <span class="rt-small reason">{{ it.reason }}</span>
                }
              </span>
              @if (maySend()) {
                <button
                  type="button"
                  class="rt-button rt-small rt-unprinted"
                  [attr.aria-label]="'Erneut senden an ' + it.name"
                  (click)="again.emit([it])"
                >
                  Erneut senden
                </button>
              }
            </li>
          }
        </ul>
        @if (maySend() && people().length > 1) {
          <button type="button" class="rt-button rt-small rt-unprinted" (click)="again.emit(people())">
            {{ people().length === 2 ? 'An beide' : 'An alle ' + people().length }} erneut senden
          </button>
        }
      </div>
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 12px;
    }
    .body {
      flex: 1;
      min-width: 0;
    }
    p {
      margin: 0;
    }
    ul {
      margin: 8px 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 4px 0;
    }
    .who {
      flex: 1 1 14rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .reason {
      display: block;
    }
  `,
})
export class LostMails {
  /** *Die Einladung* */
  readonly what = input.required<string>();
  readonly people = input.required<readonly LostMail[]>();
  readonly maySend = input(true);
  readonly again = output<readonly LostMail[]>();
}
