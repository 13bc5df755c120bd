import { Component, computed, inject } from '@angular/core';
import { mdiCommentCheckOutline, mdiCommentTextOutline } from '@mdi/js';
import { EmptyState } from '@runder-tisch/ui/layout';
import { InboxState } from './inbox-state';

/** The right pane before something is chosen. */
@Component({
  selector: 'rt-nothing-chosen',
  imports: [EmptyState],
  template: `
    @if (inbox.list.rows().length) {
      <rt-empty-state
        heading="Wählen Sie links einen Hinweis"
        text="Mit den Tasten J und K gehen Sie von einem zum nächsten."
        [icon]="icons.some"
      />
    } @else if (finished()) {
      <rt-empty-state
        heading="Hier wartet nichts"
        text="Alles in diesem Teil ist erledigt."
        [icon]="icons.none"
      />
    }
  `,
})
export class NothingChosen {
  protected readonly inbox = inject(InboxState);
  protected readonly icons = { some: mdiCommentTextOutline, none: mdiCommentCheckOutline };
  protected readonly finished = computed(() => this.inbox.list.total() === 0 && !this.inbox.list.loading());
}
