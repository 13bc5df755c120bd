import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { mdiAlertOutline } from '@mdi/js';
import type { PollOptionView, PollView, SentView, StaffMeetingView } from '@runder-tisch/domain/meetings';
import { ChoosePollDate } from '@runder-tisch/domain/meetings/polls/polls-requests';
import type { PlaceView } from '@runder-tisch/domain/territory';
import { counted } from '@runder-tisch/domain/text';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { asListed } from '../compose/as-invitee';
import { placeNeeded } from '../needed-to-invite';
import { PlaceField } from '../place-field';
import { placeWords } from '../place-words';
import { slotJudging } from '../year/slot-judging';
import { SlotNote } from '../year/slot-note';

/** The chosen date becomes the meeting, and invitations go out in the same step. */
@Component({
  selector: 'rt-choose-date',
  imports: [DateField, ErrorSummary, FormField, Icon, PlaceField, SidePanel, SlotNote, TextField],
  template: `
    <rt-side-panel heading="Diesen Termin wählen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="choose(true, $event)">
        <rt-error-summary [entry]="entry" />
        <p class="date">{{ when() }}</p>
        @if (known(); as slot) {
          <rt-slot-note [slot]="slot" />
        }
        @if (missing(); as names) {
          <p class="rt-note rt-note-warning"><rt-icon [path]="icon" />{{ names }}</p>
        }
        <rt-place-field [formField]="entry.fields.placeId" (picked)="takePlace($event)" />
        <rt-text-field label="Ort" placeholder="Haus, Straße, Ort" [formField]="entry.fields.place" />
        <rt-text-field
          label="Link zur Online-Teilnahme"
          type="url"
          placeholder="https://"
          [formField]="entry.fields.onlineLink"
        />
        <rt-date-field label="Zu- oder Absage erbeten bis" [formField]="entry.fields.answerUntilDay" />
        <p class="rt-quiet">
          Ein Ja in der Umfrage ist noch keine Zusage: Eingeladen werden alle, und Sie sehen bei jeder Person,
          was sie zu diesem Termin gesagt hat.
        </p>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ sendLabel() }}</button>
          <button type="button" class="rt-button" [disabled]="entry.busy()" (click)="choose(false)">
            Nur festlegen
          </button>
        </div>
      </form>
    </rt-side-panel>
  `,
  styles: `
    .date {
      font-size: 1.2rem;
      font-weight: 650;
    }
  `,
})
export class ChooseDate {
  readonly meeting = input.required<StaffMeetingView>();
  readonly poll = input.required<PollView>();
  readonly option = input.required<PollOptionView>();
  readonly closed = output<void>();
  readonly chosen = output<SentView | null>();

  private readonly api = inject(Api);
  protected readonly icon = mdiAlertOutline;
  protected readonly entry = requestForm(
    ChoosePollDate,
    {},
    { rules: (path) => placeNeeded(path), about: () => this.option().id },
  );
  protected readonly when = computed(() => formatShortPeriod(this.option().startsAt, this.option().endsAt));
  /** Between question and answers somebody may have been asked elsewhere. */
  private readonly judging = slotJudging(() => ({
    slots: [this.option().times],
    meetingId: this.meeting().id,
    networkId: this.meeting().network?.id ?? null,
    committeeId: this.meeting().committee?.id ?? null,
    invitees: this.meeting().invitations.flatMap((it) => (it.uninvitedAt === null ? [asListed(it)] : [])),
  }));
  protected readonly known = computed(() => this.judging.of(this.option().times));
  protected readonly missing = computed(() => {
    const { requiredNo, requiredOpen } = this.option();
    const parts = [
      requiredNo.length > 0 && `kann nicht: ${requiredNo.join(', ')}`,
      requiredOpen.length > 0 && `hat noch nicht geantwortet: ${requiredOpen.join(', ')}`,
    ].filter(Boolean);
    return parts.length > 0 ? `Wer dabei sein muss, ${parts.join('; ')}.` : null;
  });
  protected readonly sendLabel = computed(() => {
    const count = this.meeting().invitations.filter((it) => it.uninvitedAt === null).length;
    return `Festlegen und ${counted(count, 'Einladung', 'Einladungen')} senden`;
  });

  constructor() {
    effect(() => {
      const optionId = this.option().id;
      const { place, placeId, placeNote, accessibility, onlineLink } = untracked(this.meeting);
      untracked(() => this.entry.reset({ optionId, place, placeId, placeNote, accessibility, onlineLink }));
    });
  }

  protected takePlace(place: PlaceView): void {
    this.entry.model.update((model) => ({ ...model, ...placeWords(place) }));
  }

  protected async choose(invite: boolean, event?: Event): Promise<void> {
    event?.preventDefault();
    this.entry.model.update((model) => ({ ...model, invite }));
    let sent: SentView | null = null;
    const done = await this.entry.submit(async (request) => {
      const path = `/api/polls/${this.poll().id}/choose`;
      sent = (await this.api.act<{ sent: SentView | null }>(path, null, request)).sent;
    });
    if (done) this.chosen.emit(sent);
  }
}
