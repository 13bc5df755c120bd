import { Component, input } from '@angular/core';
import type { WordDifference } from '@runder-tisch/domain/findings';

/** Two texts as one, with what was removed and what was added; heard as well as seen. */
@Component({
  selector: 'rt-word-differences',
  template: `@for (piece of pieces(); track $index) {
    @switch (piece.kind) {
      @case ('removed') {
        <del><span class="rt-unseen"> gestrichen: </span>{{ piece.text }}</del>
      }
      @case ('added') {
        <ins><span class="rt-unseen"> neu: </span>{{ piece.text }}</ins>
      }
      @default {
        <span>{{ piece.text }}</span>
      }
    }
  }`,
  styles: `
    :host {
      white-space: pre-line;
    }
    ins {
      background: var(--rt-positive-soft);
      color: var(--rt-text);
      text-decoration: underline;
      text-decoration-thickness: 2px;
    }
    del {
      background: var(--rt-negative-soft);
      color: var(--rt-text);
    }
  `,
})
export class WordDifferences {
  readonly pieces = input.required<readonly WordDifference[]>();
}
