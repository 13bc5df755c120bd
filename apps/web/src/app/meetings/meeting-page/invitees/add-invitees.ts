import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Invitee, SentView, StaffMeetingView } from '@runder-tisch/domain/meetings';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { Api, newIntent } from '../../../http/api';
import { asProblemError } from '../../../http/problem-error';
import { InviteeEditor } from '../../compose/invitee-editor';

/** More people for a meeting that is on its way; who is invited already gets nothing. */
@Component({
  selector: 'rt-add-invitees',
  imports: [InviteeEditor, SidePanel],
  template: `
    <rt-side-panel heading="Weitere einladen" [dirty]="fresh().length > 0" (closed)="closed.emit()">
      <div class="rt-form">
        <rt-invitee-editor [invitees]="fresh()" [doubles]="already()" (inviteesChange)="choose($event)" />
        @if (refusal(); as words) {
          <p class="rt-note rt-note-negative" role="alert">{{ words }}</p>
        }
        <div class="rt-form-actions">
          <button
            type="button"
            class="rt-button rt-primary"
            [disabled]="busy() || fresh().length === 0"
            (click)="send()"
          >
            {{ fresh().length > 1 ? fresh().length + ' Einladungen senden' : 'Einladung senden' }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </div>
    </rt-side-panel>
  `,
})
export class AddInvitees {
  readonly meeting = input.required<StaffMeetingView>();
  readonly closed = output<void>();
  readonly sent = output<void>();

  private readonly api = inject(Api);
  private readonly intent = newIntent();
  protected readonly fresh = signal<readonly Invitee[]>([]);
  protected readonly already = signal<readonly string[]>([]);
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);
  private readonly listed = computed(
    () => new Set(this.meeting().invitations.flatMap((it) => (it.uninvitedAt === null ? [it.mail] : []))),
  );

  protected choose(invitees: readonly Invitee[]): void {
    const known = invitees.filter((it) => this.listed().has(it.mail));
    this.fresh.set(invitees.filter((it) => !this.listed().has(it.mail)));
    this.already.set([...new Set([...this.already(), ...known.map((it) => it.mail)])]);
  }

  protected async send(): Promise<void> {
    this.busy.set(true);
    this.refusal.set(null);
    const invitees = this.fresh().map(({ personId, organisationId, onBehalfOfId, mail, name }) => ({
      personId,
      organisationId,
      onBehalfOfId,
      mail,
      name,
    }));
    try {
      const path = `/api/meetings/${this.meeting().id}/invitations`;
      await this.api.create<{ sent: SentView | null }>(path, { invitees, send: true }, this.intent);
      this.sent.emit();
    } catch (failed) {
      this.refusal.set(asProblemError(failed).says);
    }
    this.busy.set(false);
  }
}
