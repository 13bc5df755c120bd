import { Component, computed, input, output } from '@angular/core';
import { mdiCheck } from '@mdi/js';
import { type TrustedLink, wordDifferences } from '@runder-tisch/domain/findings';
import { Icon } from '@runder-tisch/ui/icon';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { WordDifferences } from './word-differences';

/** Whether the source of a link still says what it said, what was changed, and the button of whoever stands for it. */
@Component({
  selector: 'rt-link-check',
  imports: [BerlinDatePipe, Icon, WordDifferences],
  template: `
    @if (link().toCheck) {
      <div class="rt-note rt-note-warning">
        <div>
          <p><strong>Zu prüfen:</strong> {{ changed() }}</p>
          @if (pieces(); as shown) {
            <p><rt-word-differences [pieces]="shown" /></p>
          } @else {
            <p class="rt-small">Der frühere Wortlaut wurde nicht aufbewahrt; hier steht der jetzige.</p>
          }
          @if (mayAccept()) {
            <button type="button" class="rt-button rt-small" [disabled]="busy()" (click)="accepted.emit()">
              <rt-icon [path]="check" />Geprüft, gilt weiter
            </button>
          }
        </div>
      </div>
    } @else if (link().acceptedAt; as day) {
      <p class="rt-quiet rt-small">
        Nach einer Änderung geprüft von {{ link().acceptedBy }} am {{ day | berlinDate: 'short' }}
      </p>
    }
  `,
  styles: `
    .rt-note p + * {
      margin-top: 8px;
    }
  `,
})
export class LinkCheck {
  readonly link = input.required<TrustedLink>();
  /** What the source says now. */
  readonly words = input('');
  readonly changed = input('Der Wortlaut wurde geändert, seit diese Verknüpfung entstand.');
  readonly mayAccept = input(false);
  readonly busy = input(false);
  readonly accepted = output<void>();
  protected readonly check = mdiCheck;
  protected readonly pieces = computed(() => {
    const before = this.link().wordsBefore;
    return before === null ? null : wordDifferences(before, this.words());
  });
}
