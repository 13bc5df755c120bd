import {
  Component,
  computed,
  debounced,
  effect,
  inject,
  input,
  output,
  resource,
  untracked,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { mdiEmailOutline } from '@mdi/js';
import {
  type ChangeEffectView,
  type ChangeResultView,
  meetingTypeLabels,
  meetingTypes,
  type SentView,
  type StaffMeetingView,
} from '@runder-tisch/domain/meetings';
import { SaveMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import type { PlaceView } from '@runder-tisch/domain/territory';
import {
  CheckboxField,
  DateField,
  ErrorSummary,
  NumberField,
  RadioField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { asRequest } from '../../forms/request-schema';
import { Api } from '../../http/api';
import { MailWords } from '../../session/mail-words';
import { neededToInvite } from '../needed-to-invite';
import { asListed } from '../compose/as-invitee';
import { NetworkChoices } from '../network-choices';
import { PlaceField } from '../place-field';
import { placeWords } from '../place-words';
import { savedMeeting } from '../saved-meeting';
import { SlotCheck } from '../year/slot-check';

/** Changes what, when and where, and says before saving who would get a mail about it. */
@Component({
  selector: 'rt-change-form',
  imports: [
    CheckboxField,
    DateField,
    ErrorSummary,
    FormField,
    Icon,
    NumberField,
    PlaceField,
    RadioField,
    SelectField,
    SidePanel,
    SlotCheck,
    TextArea,
    TextField,
    TimeField,
  ],
  templateUrl: './change-form.html',
})
export class ChangeForm {
  readonly meeting = input.required<StaffMeetingView>();
  readonly closed = output<void>();
  readonly saved = output<SentView | null>();

  private readonly api = inject(Api);
  private readonly mails = inject(MailWords);
  protected readonly networks = inject(NetworkChoices);
  protected readonly icon = mdiEmailOutline;
  protected readonly types = meetingTypes.map((type) => ({ value: type, label: meetingTypeLabels[type] }));
  protected readonly folds = [
    { value: 'earlier', label: 'Sommerzeit', hint: 'vor der Umstellung' },
    { value: 'later', label: 'Winterzeit', hint: 'nach der Umstellung' },
  ];
  protected readonly entry = requestForm(
    SaveMeeting,
    {},
    { rules: (path) => neededToInvite(path, () => this.meeting().state === 'INVITED') },
  );
  protected readonly twice = computed(
    () => this.entry.refusal()?.code === 'meeting-time-twice' || this.entry.model().fold !== '',
  );

  /** Said only once the date is another one: what stands was thought about before. */
  protected readonly moved = computed(() => {
    const { day, startTime, endTime } = this.entry.model();
    const before = this.meeting().times;
    const same = day === before.day && startTime === before.startTime && endTime === before.endTime;
    return same ? null : { day, startTime, endTime };
  });
  protected readonly invitees = computed(() =>
    this.meeting()
      .invitations.filter((it) => it.uninvitedAt === null)
      .map(asListed),
  );

  private readonly settled = debounced(() => JSON.stringify(asRequest(SaveMeeting, this.entry.model())), 350);
  private readonly effectAnswer = resource({
    params: () => {
      const typed = this.settled.hasValue() ? this.settled.value() : '';
      return this.meeting().state === 'INVITED' && this.entry.dirty() && typed ? typed : undefined;
    },
    loader: ({ params }) => this.ask(params),
  });
  protected readonly notice = computed(() => {
    const change = this.effectAnswer.hasValue() ? this.effectAnswer.value() : null;
    if (!change || !this.entry.dirty()) return null;
    if (change.recipients === 0) return 'Für diese Änderung geht keine Mail hinaus.';
    const told = this.mails.reach(change.recipients, `eine Mail (${change.changed.join(', ')})`);
    return change.asksAgain ? `${told} Alle werden gebeten, neu zu antworten.` : told;
  });

  constructor() {
    effect(() => {
      const meeting = this.meeting();
      untracked(() => this.entry.reset(savedMeeting(meeting)));
    });
  }

  protected takeDay(day: string): void {
    const field = this.entry.fields.day();
    field.value.set(day);
    field.markAsDirty();
  }

  protected takePlace(place: PlaceView): void {
    this.entry.model.update((model) => ({ ...model, ...placeWords(place) }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const { id, version } = this.meeting();
    let result: ChangeResultView | null = null;
    const done = await this.entry.submit(async (request) => {
      result = await this.api.change<ChangeResultView>(`/api/meetings/${id}`, version, request);
    });
    if (done && result) this.saved.emit((result as ChangeResultView).sent);
  }

  /** Half-typed values are refused by the API; then there is nothing to say yet. */
  private async ask(typed: string): Promise<ChangeEffectView | null> {
    const request = JSON.parse(typed) as SaveMeeting;
    try {
      return await this.api.act<ChangeEffectView>(
        `/api/meetings/${this.meeting().id}/change-effect`,
        null,
        request,
      );
    } catch {
      return null;
    }
  }
}
