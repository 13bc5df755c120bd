import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Invitee, SentView, StaffMeetingView } from '@runder-tisch/domain/meetings';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { actingInPlace } from '../../../http/acting';
import { Api, newIntent } from '../../../http/api';
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
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  /** Who stands in the list and was never sent an invitation, or had it taken back for now, can be sent one. */
  private readonly listed = computed(
    () =>
      new Set(
        this.meeting().invitations.flatMap((it) =>
          it.invitedAt !== null && it.uninvitedAt === null ? [it.mail] : [],
        ),
      ),
  );

  protected choose(invitees: readonly Invitee[]): void {
    const known = invitees.filter((it) => this.listed().has(it.mail));
    this.fresh.set(invitees.filter((it) => !this.listed().has(it.mail)));
    this.already.set([...new Set([...this.already(), ...known.map((it) => it.mail)])]);
  }

  protected async send(): Promise<void> {
    const invitees = this.fresh().map(({ personId, organisationId, onBehalfOfId, mail, name }) => ({
      personId,
      organisationId,
      onBehalfOfId,
      mail,
      name,
    }));
    const path = `/api/meetings/${this.meeting().id}/invitations`;
    const request = { invitees, send: true };
    if (await this.act(() => this.api.create<{ sent: SentView | null }>(path, request, this.intent)))
      this.sent.emit();
  }
}
