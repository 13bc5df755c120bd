import { Component, computed, input, linkedSignal } from '@angular/core';
import { mdiEmailAlertOutline } from '@mdi/js';
import type { MessageView, TargetKind } from '@runder-tisch/domain/messages';
import type { MessageTarget } from '@runder-tisch/domain/messages/messages-requests';
import { EmptyState, ProgressLine } from '@runder-tisch/ui/layout';
import { keptObject } from '../../object-page/kept-object';
import { MessageEditor } from './message-editor';
import { SentMessage } from './sent-message';

/** One Nachricht: written on the left as it will arrive on the right; once sent, what became of it. */
@Component({
  selector: 'rt-message-page',
  imports: [EmptyState, MessageEditor, ProgressLine, SentMessage],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (kept.problem(); as refused) {
      @if (refused.status === 404) {
        <rt-empty-state
          heading="Diese Nachricht gibt es nicht"
          text="Vielleicht wurde der Entwurf verworfen, oder sie ging nicht an eines Ihrer Netzwerke."
          [icon]="icon"
        />
      } @else {
        <p class="rt-note rt-note-negative" role="alert">{{ refused.says }}</p>
      }
    }
    @if (view()?.sentAt && view(); as sent) {
      <rt-sent-message [message]="sent" (changed)="kept.reload()" />
    } @else if (id() === 'neu' || view()) {
      <rt-message-editor
        [message]="view()"
        [start]="start()"
        (begun)="begun.set($event)"
        (stored)="kept.view.set($event)"
        (changed)="kept.reload()"
      />
    }
  `,
})
export class MessagePage {
  /** Of a message, or `neu`. */
  readonly id = input.required<string>();
  /** For whom a new one is. */
  readonly netzwerk = input<string>();
  readonly termin = input<string>();
  readonly format = input<string>();
  readonly organisation = input<string>();
  readonly person = input<string>();

  protected readonly icon = mdiEmailAlertOutline;
  /** The draft that began on this page, until its own address stands above it. */
  protected readonly begun = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly kept = keptObject<MessageView>(
    () => {
      const id = this.begun() || this.id();
      return id === 'neu' ? undefined : `/api/messages/${id}`;
    },
    ({ subject }) => subject || 'Nachricht ohne Betreff',
  );
  protected readonly view = this.kept.view;
  protected readonly start = computed((): readonly MessageTarget[] =>
    (
      [
        ['NETWORK', this.netzwerk()],
        ['MEETING', this.termin()],
        ['FORMAT', this.format()],
        ['ORGANISATION', this.organisation()],
        ['PERSON', this.person()],
      ] as const satisfies readonly (readonly [TargetKind, string | undefined])[]
    ).flatMap(([kind, id]) => (id ? [{ kind, id }] : [])),
  );
}
