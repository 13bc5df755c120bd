import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { TextBlockCategory, TextBlockView } from '@runder-tisch/domain/settings';
import { TextBlocks } from './text-blocks';

/** Buttons that put friendly words into the text field below; they are changed by hand afterwards. */
@Component({
  selector: 'rt-text-block-picker',
  template: `
    @if (blocks().length) {
      <div class="blocks" role="group" aria-label="Textbausteine">
        @for (block of blocks(); track block.id) {
          <button type="button" class="rt-button rt-small" [title]="block.text" (click)="insert(block)">
            + {{ block.name }}
          </button>
        }
      </div>
      <span class="rt-unseen" role="status">{{ said() }}</span>
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
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly blocks = computed(() => this.all.of(this.category()));
  protected readonly said = signal('');

  /** The field is shown and the words are told, as the focus stays at the button: several blocks make one text. */
  protected insert({ name, text }: TextBlockView): void {
    this.picked.emit(text);
    // The same sentence twice would not be heard again.
    const says = `Textbaustein „${name}“ eingefügt`;
    this.said.update((before) => (before === `${says}.` ? `${says} (noch einmal).` : `${says}.`));
    const read = () => {
      const below = this.host.nativeElement.nextElementSibling;
      const field = below?.matches('textarea') ? below : below?.querySelector('textarea');
      field?.scrollIntoView({ block: 'nearest' });
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
