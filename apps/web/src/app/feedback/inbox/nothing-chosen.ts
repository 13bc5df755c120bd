import { Component, computed, inject } from '@angular/core';
import { mdiCommentTextOutline } from '@mdi/js';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Shortcuts } from '@runder-tisch/ui/overlay';
import { Session } from '../../session/session';
import { InboxState } from './inbox-state';

/** The right pane before something is chosen; that there is nothing, the list says. */
@Component({
  selector: 'rt-nothing-chosen',
  imports: [EmptyState],
  template: `
    @if (inbox.list.rows().length) {
      <rt-empty-state heading="Wählen Sie links einen Hinweis" [text]="keys()" [icon]="icon" />
    }
  `,
})
export class NothingChosen {
  protected readonly inbox = inject(InboxState);
  private readonly session = inject(Session);
  private readonly shortcuts = inject(Shortcuts);
  /** For those who work through many, and only while the keys do it. */
  protected readonly keys = computed(() =>
    this.session.may('feedback:triage') && this.shortcuts.enabled()
      ? 'Mit den Tasten J und K gehen Sie von einem zum nächsten.'
      : '',
  );
  protected readonly icon = mdiCommentTextOutline;
}
