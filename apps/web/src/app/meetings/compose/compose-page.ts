import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  mdiAlertOutline,
  mdiCalendarPlusOutline,
  mdiCalendarQuestionOutline,
  mdiGraphOutline,
} from '@mdi/js';
import type { FormatView } from '@runder-tisch/domain/formats';
import {
  type AgendaTemplateView,
  type Invitee,
  type MeetingPageView,
  meetingTypeLabels,
  meetingTypes,
  minutesBetween,
  type MissingInvitee,
  type NextMeetingView,
  type PlanResultView,
  type ResolvedInvitees,
  type SeriesMadeView,
} from '@runder-tisch/domain/meetings';
import {
  type PlanMeeting,
  type SaveAgendaItem,
  SaveMeeting,
} from '@runder-tisch/domain/meetings/meetings-requests';
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
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { asRequest } from '../../forms/request-schema';
import { Api } from '../../http/api';
import { problemOf } from '../../http/problem-error';
import { TextBlockPicker } from '../../settings/text-blocks/text-block-picker';
import { withBlock } from '../../settings/text-blocks/text-blocks';
import { neededToInvite } from '../needed-to-invite';
import { NetworkChoices } from '../network-choices';
import { PlaceField } from '../place-field';
import { placeWords } from '../place-words';
import { PlannedSession } from '../committee-session/planned-session';
import { type PlannedSeries, SeriesPlan } from '../year/series-plan';
import { SlotCheck } from '../year/slot-check';
import { AgendaEditor } from './agenda-editor';
import { asInvitee } from './as-invitee';
import { filledWithFormat, filledWithStored } from './filled-with';
import { InviteeEditor } from './invitee-editor';
import { sendLabel, seriesLabel } from './labels';
import { MailPreview } from './mail-preview';

/** One page from an empty sheet or the last meeting to invitations that left: under two minutes. */
@Component({
  selector: 'rt-compose-page',
  imports: [
    AgendaEditor,
    BerlinDatePipe,
    CheckboxField,
    DateField,
    ErrorSummary,
    FormField,
    Icon,
    InviteeEditor,
    MailPreview,
    NumberField,
    PageHead,
    PlaceField,
    PlannedSession,
    ProgressLine,
    RadioField,
    RouterLink,
    SelectField,
    SeriesPlan,
    SlotCheck,
    TextArea,
    TextBlockPicker,
    TextField,
    TimeField,
  ],
  templateUrl: './compose-page.html',
  styleUrl: './compose-page.scss',
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class ComposePage {
  /** A meeting that is planned already and nobody is invited to. */
  readonly id = input<string>();
  readonly netzwerk = input<string>();
  readonly format = input<string>();
  /** A session of a committee. */
  readonly gremium = input<string>();
  /** "1": a meeting without a network. */
  readonly ohne = input<string>();
  /** The day that was pressed in the calendar. */
  readonly tag = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  protected readonly networks = inject(NetworkChoices);
  protected readonly icons = {
    network: mdiGraphOutline,
    plain: mdiCalendarPlusOutline,
    warning: mdiAlertOutline,
    poll: mdiCalendarQuestionOutline,
  };
  protected readonly types = meetingTypes.map((type) => ({ value: type, label: meetingTypeLabels[type] }));
  protected readonly folds = [
    { value: 'earlier', label: 'Sommerzeit', hint: 'vor der Umstellung' },
    { value: 'later', label: 'Winterzeit', hint: 'nach der Umstellung' },
  ];

  protected readonly agenda = signal<readonly SaveAgendaItem[]>([]);
  protected readonly invitees = signal<readonly Invitee[]>([]);
  protected readonly missing = signal<readonly MissingInvitee[]>([]);
  protected readonly doubles = signal<readonly string[]>([]);
  private readonly touched = signal(false);
  protected readonly entry = requestForm(
    SaveMeeting,
    {},
    {
      rules: neededToInvite,
      beside: { agenda: this.agenda, invitees: this.invitees },
      changed: this.touched,
    },
  );
  private readonly unsaved = computed(() => this.entry.dirty() || this.touched());

  protected readonly choosing = computed(
    () => ![this.id, this.netzwerk, this.format, this.gremium, this.ohne].some((it) => it()),
  );
  private readonly next = httpResource<NextMeetingView>(() => {
    const networkId = this.netzwerk();
    return networkId && !this.id() ? { url: '/api/meetings/next', params: { networkId } } : undefined;
  });
  private readonly stored = httpResource<MeetingPageView>(() =>
    this.id() ? `/api/meetings/${this.id()}` : undefined,
  );
  private readonly from = httpResource<FormatView>(() =>
    this.format() && !this.id() ? `/api/formats/${this.format()}` : undefined,
  );
  protected readonly loading = computed(() =>
    [this.next, this.stored, this.from].some((it) => it.isLoading()),
  );
  protected readonly problem = problemOf(this.next, this.stored, this.from);
  protected readonly proposal = computed(() => (this.next.hasValue() ? this.next.value() : null));
  /** A poll finds the date of a meeting that has none yet. */
  protected readonly mayPoll = computed(() => {
    const stored = this.stored.hasValue() ? this.stored.value() : null;
    return !this.id() || stored?.state === 'DRAFT' || stored?.state === 'POSTPONED';
  });
  private readonly version = computed(() => {
    const stored = this.stored.hasValue() ? this.stored.value() : null;
    return stored?.audience === 'staff' ? stored.version : 0;
  });
  protected readonly back = computed(() => {
    if (this.id()) return { label: 'Termin', link: `/termine/${this.id()}` };
    if (this.netzwerk()) return { label: 'Netzwerk', link: `/netzwerke/${this.netzwerk()}` };
    return { label: 'Termine', link: '/termine' };
  });
  protected readonly twice = computed(
    () => this.entry.refusal()?.code === 'meeting-time-twice' || this.entry.model().fold !== '',
  );
  /** The date as it is typed, to be held against the calendar. */
  protected readonly slot = computed(() => {
    const { day, startTime, endTime } = this.entry.model();
    return { day, startTime, endTime };
  });
  protected readonly available = computed(() => minutesBetween(this.slot().startTime, this.slot().endTime));
  /** "Als Reihe planen": several dates like this one, made in one step. */
  protected readonly repeats = signal(false);
  protected readonly series = signal<PlannedSeries | null>(null);
  protected readonly seriesLabel = computed(() => seriesLabel(this.series()?.days.length ?? 0));
  protected readonly sendLabel = computed(() =>
    sendLabel(this.invitees().filter((it) => !it.already).length),
  );
  /** What the preview shows: the request as it would be sent now. */
  protected readonly preview = computed(() => ({
    meeting: asRequest(SaveMeeting, this.entry.model()),
    agenda: this.agenda(),
  }));

  constructor() {
    effect(() => {
      const proposal = this.proposal();
      if (proposal)
        untracked(() => this.fill(proposal.plan.meeting, proposal.plan.agenda, proposal.invitees));
    });
    effect(() => {
      const stored = this.stored.hasValue() ? this.stored.value() : null;
      if (stored?.audience !== 'staff') return;
      untracked(() => this.fill(...filledWithStored(stored)));
    });
    effect(() => {
      const format = this.from.hasValue() ? this.from.value() : null;
      if (!format) return;
      untracked(() => {
        this.fill(...filledWithFormat(format));
        if (format.network) void this.addNetwork(format.network.id);
      });
    });
    effect(() => {
      const committeeId = this.gremium() ?? null;
      const type = committeeId ? 'COMMITTEE' : 'WORKSHOP';
      if (this.ohne() || committeeId)
        untracked(() => {
          this.entry.reset({
            type,
            committeeId,
            day: this.tag() ?? '',
            startTime: '14:00',
            endTime: '16:00',
          });
          if (committeeId) void this.layStandardPoints(committeeId);
        });
    });
  }

  /** For the router: leaving with unsaved words is asked about. */
  async mayLeave(): Promise<boolean> {
    if (!this.unsaved()) return true;
    const answer = await this.confirm.ask({
      heading: 'Eingaben verwerfen?',
      text: 'Der Termin ist noch nicht gespeichert, und es ist niemand eingeladen.',
      action: 'Verwerfen',
      cancel: 'Hier bleiben',
      danger: true,
    });
    return answer !== null;
  }

  protected holdBack(event: BeforeUnloadEvent): void {
    if (this.unsaved()) event.preventDefault();
  }

  /** The words of the list stand in the fields and may be changed for this one meeting. */
  protected takePlace(place: PlaceView): void {
    this.entry.model.update((model) => ({ ...model, ...placeWords(place) }));
    this.touched.set(true);
  }

  protected addBlock(text: string): void {
    const field = this.entry.fields.invitationText();
    field.value.set(withBlock(field.value(), text));
    field.markAsDirty();
  }

  protected takeDay(day: string): void {
    this.entry.model.update((model) => ({ ...model, day }));
    this.touched.set(true);
  }

  protected setInvitees(invitees: readonly Invitee[]): void {
    this.invitees.set(invitees);
    this.touched.set(true);
  }

  protected setAgenda(agenda: readonly SaveAgendaItem[]): void {
    this.agenda.set(agenda);
    this.touched.set(true);
  }

  /** "Termin steht noch nicht fest": kept as a draft without a day; the poll begins with what was typed here. */
  protected async poll(): Promise<void> {
    const { day, startTime, endTime } = this.entry.model();
    this.entry.model.update((model) => ({ ...model, day: '', fold: '' }));
    const id = await this.store(false);
    if (id)
      await this.router.navigate(['/termine', id, 'umfrage'], {
        queryParams: { tag: day || null, von: startTime || null, bis: endTime || null },
        replaceUrl: true,
      });
  }

  protected async save(send: boolean, event?: Event): Promise<void> {
    event?.preventDefault();
    const id = await this.store(send);
    if (!id) return;
    const { networkId } = this.entry.model();
    if (this.repeats()) this.toasts.say('Die Reihe ist angelegt. Eingeladen ist noch niemand.');
    else if (!send) this.toasts.say('Als Entwurf gespeichert. Eingeladen ist noch niemand.');
    const page = networkId ? ['/netzwerke', networkId, 'termine'] : ['/termine'];
    await this.router.navigate(this.repeats() ? page : ['/termine', id], { replaceUrl: true });
  }

  /** The id of the stored meeting, of a series of its first one; null where the form says what is wrong. */
  private async store(send: boolean): Promise<string | null> {
    let stored: string | null = null;
    const [id, series] = [this.id(), this.repeats() ? this.series() : null];
    const done = await this.entry.submit(async (meeting) => {
      const plan: PlanMeeting = {
        meeting,
        agenda: this.agenda().filter((item) => item.title.trim() !== ''),
        invitees: this.invitees().map(asInvitee),
        send: send && !series,
      };
      const intent = this.entry.intent();
      if (series) {
        const request = { plan, ...series, fixed: send };
        const made = await this.api.create<SeriesMadeView>('/api/meetings/series', request, intent);
        stored = made.meetingIds[0] ?? null;
      } else {
        const made = id
          ? await this.api.change<PlanResultView>(`/api/meetings/${id}/plan`, this.version(), plan)
          : await this.api.create<PlanResultView>('/api/meetings', plan, intent);
        stored = made.id;
      }
    });
    if (done) this.touched.set(false);
    return done ? stored : null;
  }

  private fill(meeting: SaveMeeting, agenda: readonly SaveAgendaItem[], resolved: ResolvedInvitees): void {
    this.entry.reset(this.id() || !this.tag() ? meeting : { ...meeting, day: this.tag() ?? '' });
    this.touched.set(false);
    this.agenda.set(agenda);
    this.invitees.set(resolved.invitees);
    this.missing.set(resolved.missing);
    this.doubles.set(resolved.doubles);
  }

  /** Networks have theirs within "Nächstes Treffen". */
  private async layStandardPoints(committeeId: string): Promise<void> {
    const { items } = await this.api.get<AgendaTemplateView>('/api/agenda-templates', { committeeId });
    if (this.agenda().length === 0) this.agenda.set(items);
  }

  private async addNetwork(networkId: string): Promise<void> {
    const resolved = await this.api.act<ResolvedInvitees>('/api/meetings/invitees/resolve', null, {
      networkIds: [networkId],
    });
    this.invitees.set(resolved.invitees);
    this.missing.set(resolved.missing);
  }
}
