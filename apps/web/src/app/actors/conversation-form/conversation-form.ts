import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { conversationWayLabels, conversationWays, type ConversationView } from '@runder-tisch/domain/actors';
import { NoteConversation } from '@runder-tisch/domain/actors/conversation-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

/** With whom: the page the note is written on. */
export interface ConversationAbout {
  of: 'organisation' | 'person';
  id: string;
  name: string;
}

/** A Gesprächsvermerk: written in a minute after the phone call, read by the office alone. */
@Component({
  selector: 'rt-conversation-form',
  imports: [DateField, ErrorSummary, FormField, SelectField, SidePanel, TextArea, TextField],
  templateUrl: './conversation-form.html',
})
export class ConversationForm {
  readonly about = input.required<ConversationAbout>();
  readonly conversation = input<ConversationView | null>(null);
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly clock = inject(ScreenClock);
  private readonly confirm = inject(Confirm);
  private readonly toasts = inject(Toasts);
  protected readonly entry = requestForm(NoteConversation, {}, { about: () => this.conversation()?.id });
  protected readonly ways = conversationWays.map((value) => ({ value, label: conversationWayLabels[value] }));
  protected readonly wayLabels = conversationWayLabels;
  protected readonly heading = computed(() => {
    const conversation = this.conversation();
    if (!conversation) return 'Gespräch notieren';
    return conversation.mine ? 'Gesprächsvermerk ändern' : 'Gesprächsvermerk';
  });
  private readonly act = acting();
  protected readonly removing = this.act.busy;

  constructor() {
    effect(() => {
      const conversation = this.conversation();
      const { of, id, name } = this.about();
      untracked(() => {
        if (conversation) {
          const { heldOn, way, withWhom, note } = conversation;
          this.entry.reset({ heldOn, way, withWhom, note });
          return;
        }
        this.entry.reset({
          heldOn: berlinDay(this.clock.now()),
          withWhom: of === 'person' ? name : '',
          followUp: `Wiedervorlage: ${name}`,
          ...(of === 'person' ? { personId: id } : { organisationId: id }),
        });
      });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const conversation = this.conversation();
    const done = await this.entry.submit(async (request) => {
      const { heldOn, way, withWhom, note } = request;
      if (conversation) {
        const change = { heldOn, way, withWhom, note };
        await this.api.change(`/api/conversations/${conversation.id}`, conversation.version, change);
      } else await this.api.create('/api/conversations', request, this.entry.intent());
    });
    if (!done) return;
    this.toasts.say(conversation ? 'Gespeichert.' : 'Gespräch notiert.');
    this.saved.emit();
  }

  protected async remove(conversation: ConversationView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Gesprächsvermerk löschen?',
      text: 'Das lässt sich nicht rückgängig machen. Eine Wiedervorlage bleibt bestehen.',
      action: 'Löschen',
      danger: true,
    });
    if (!sure) return;
    const path = `/api/conversations/${conversation.id}`;
    if (await this.act(() => this.api.remove(path), 'Gesprächsvermerk gelöscht.')) this.saved.emit();
  }
}
