import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  enteredChannels,
  type EnteredFeedbackView,
  feedbackChannelLabels,
  feedbackSentimentLabels,
  feedbackSentiments,
  feedbackSourceLabels,
  feedbackSources,
} from '@runder-tisch/domain/feedback';
import { EnterFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import type { MeetingListItem } from '@runder-tisch/domain/meetings';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay, formatShortDate } from '@runder-tisch/domain/time';
import {
  CheckboxField,
  DateField,
  EntityPicker,
  ErrorSummary,
  type PickItem,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups } from '../../lists/lookups';
import { ReferenceLists } from '../../reference-lists/reference-lists';

const SHOWN = 12;

/** "Hinweis erfassen": what somebody said on the phone, by mail or in passing. */
@Component({
  selector: 'rt-quick-entry',
  imports: [
    CheckboxField,
    DateField,
    EntityPicker,
    ErrorSummary,
    FormField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  templateUrl: './quick-entry.html',
})
export class QuickEntry {
  readonly meetingId = input<string | null>(null);
  readonly networkId = input<string | null>(null);
  readonly closed = output<void>();
  readonly entered = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly lists = inject(ReferenceLists);
  private readonly clock = inject(ScreenClock);
  protected readonly lookups = inject(Lookups);
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  protected readonly sources = feedbackSources.map((value) => ({
    value,
    label: feedbackSourceLabels[value],
  }));
  protected readonly channels = enteredChannels.map((value) => ({
    value,
    label: feedbackChannelLabels[value],
  }));
  protected readonly sentiments = feedbackSentiments.map((value) => ({
    value,
    label: feedbackSentimentLabels[value],
  }));
  protected readonly municipalities = this.lists.municipalityChoices();
  // Before somebody has checked them, such words lie in a vault; and the sender may not want to be named.
  protected readonly entry = requestForm(EnterFeedback, {}, { secret: true });
  protected readonly people = (words: string) =>
    this.lookups.people(words, this.entry.model().organisationId);
  protected readonly hasSender = computed(() => {
    const { personId, organisationId } = this.entry.model();
    return personId !== '' || organisationId !== '';
  });

  constructor() {
    effect(() => {
      const given = { meetingId: this.meetingId(), networkId: this.networkId() };
      untracked(() => this.entry.reset(given));
    });
  }

  protected readonly meetings = async (words: string): Promise<readonly PickItem[]> => {
    const page = await this.api.get<Page<MeetingListItem>>('/api/meetings', { search: words, limit: SHOWN });
    return page.items.map((it) => ({
      id: it.id,
      title: it.title,
      subtitle: it.startsAt ? formatShortDate(it.startsAt) : 'ohne Datum',
    }));
  };

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let entered: EnteredFeedbackView | null = null;
    const done = await this.entry.submit(async (request) => {
      entered = await this.api.create<EnteredFeedbackView>('/api/feedback', request, this.entry.intent());
    });
    if (!done || !entered) return;
    const { id, number, flagged } = entered as EnteredFeedbackView;
    this.toasts.say(flagged ? `${number} ist erfasst und wartet auf die Prüfung.` : `${number} ist erfasst.`);
    this.entered.emit(id);
  }
}
