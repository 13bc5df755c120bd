import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StaffFeedbackView } from '@runder-tisch/domain/feedback';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { Session } from '../../session/session';
import { InboxState } from '../inbox/inbox-state';

/** With what a Hinweis belongs together: arguments it carries, groups it lies in, others in the same words. */
@Component({
  selector: 'rt-condensed-box',
  imports: [RouterLink],
  template: `
    @if (item().arguments.length || item().groups.length) {
      <p class="chips">
        @for (argument of item().arguments; track argument.id) {
          <a class="rt-badge rt-badge-accent" [routerLink]="['/hinweise/argumente', argument.id]">{{
            argument.name
          }}</a>
        }
        @for (group of item().groups; track group.id) {
          <a class="rt-badge" [routerLink]="['/hinweise/gruppen', group.id]">Gruppe: {{ group.name }}</a>
        }
      </p>
    }
    @if (item().countedWith; as main) {
      <p class="rt-note">
        Gleichlautend mit
        <a [routerLink]="['/hinweise', main.id]" queryParamsHandling="merge">{{ main.name }}</a> und dort
        mitgezählt. Wer ihn gab, bekommt trotzdem eine eigene Antwort.
        @if (mayCount()) {
          <button
            type="button"
            class="rt-button rt-small"
            [disabled]="act.busy()"
            (click)="apart(main, item())"
          >
            Wieder trennen
          </button>
        }
      </p>
    }
    @if (item().counted.length) {
      <details>
        <summary>+{{ item().counted.length }} gleichlautend</summary>
        <p class="rt-quiet rt-small">
          Sie gehen den Weg dieses Hinweises mit. Jede Person bekommt eine eigene Antwort mit ihren eigenen
          Worten.
        </p>
        <ul>
          @for (other of item().counted; track other.id) {
            <li>
              <a [routerLink]="['/hinweise', other.id]" queryParamsHandling="merge">{{ other.name }}</a>
              @if (mayCount()) {
                <button
                  type="button"
                  class="rt-button rt-plain rt-small"
                  [disabled]="act.busy()"
                  [attr.aria-label]="other.name + ' wieder trennen'"
                  (click)="apart(item(), other)"
                >
                  Trennen
                </button>
              }
            </li>
          }
        </ul>
      </details>
    }
    @if (mayFind() && item().text !== null) {
      <a
        class="rt-button rt-plain rt-small finding rt-unprinted"
        routerLink="/planung/befunde"
        [queryParams]="{ neu: 1, hinweis: item().id }"
        >Befund daraus machen</a
      >
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: 8px;
      width: 100%;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .chips a {
      white-space: normal;
      overflow-wrap: anywhere;
    }
    summary {
      padding: 6px 0;
      font-weight: 600;
      cursor: pointer;
    }
    .finding {
      margin-left: -10px;
    }
  `,
})
export class CondensedBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  private readonly inbox = inject(InboxState);
  protected readonly act = acting(() => this.inbox.reload());

  protected mayCount(): boolean {
    return this.session.may('feedback:decide');
  }

  protected mayFind(): boolean {
    return this.session.may('finding:change');
  }

  protected async apart(main: Pick<NamedReference, 'id'>, other: Pick<NamedReference, 'id'>): Promise<void> {
    const request = { feedbackIds: [other.id] };
    const done = await this.act(() => this.api.act(`/api/feedback/${main.id}/uncount`, null, request));
    if (!done) return;
    this.toasts.say('Wieder getrennt.', async () => {
      await this.act(() => this.api.act(`/api/feedback/${main.id}/count`, null, request), 'Zurückgenommen.');
    });
  }
}
