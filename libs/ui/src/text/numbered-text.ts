import { Component, computed, input } from '@angular/core';

const NUMBER = /(\b\p{Lu}-\d{4}-\d+\b)/u;

/**
 * `<rt-numbered-text [text]="line.title" />`: words in which a number like "M-2026-003" stays on one line, however
 * narrow it is. Spans instead of other signs, so that a number copied from the page is still found.
 */
@Component({
  selector: 'rt-numbered-text',
  template: `
    @for (part of parts(); track $index) {
      <span [class.rt-number]="$odd" [textContent]="part"></span>
    }
  `,
})
export class NumberedText {
  readonly text = input.required<string>();
  protected readonly parts = computed(() => this.text().split(NUMBER));
}
