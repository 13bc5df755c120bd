import { Component, computed, inject, input, output } from '@angular/core';
import type { TextBlockCategory } from '@runder-tisch/domain/settings';
import { TextBlocks } from './text-blocks';

/** Buttons that put friendly words into the text field below; they are changed by hand afterwards. */
@Component({
  selector: 'rt-text-block-picker',
  template: `
    @if (blocks().length) {
      <div class="blocks" role="group" aria-label="Textbausteine">
        @for (block of blocks(); track block.id) {
          <button
            type="button"
            class="rt-button rt-small"
            [title]="block.text"
            (click)="picked.emit(block.text)"
          >
            + {{ block.name }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    .blocks {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
  `,
})
export class TextBlockPicker {
  readonly category = input.required<TextBlockCategory>();
  readonly picked = output<string>();
  private readonly all = inject(TextBlocks);
  protected readonly blocks = computed(() => this.all.of(this.category()));
}
