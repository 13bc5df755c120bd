import { httpResource } from '@angular/common/http';
import { Component, computed, input, output } from '@angular/core';
import { mdiContentDuplicate } from '@mdi/js';
import type { SimilarActor } from '@runder-tisch/domain/actors';
import { likeness, PERHAPS_SAME } from '@runder-tisch/domain/imports';
import { Icon } from '@runder-tisch/ui/icon';

/** Points out another entry that is probably the same, with the way to make them one. */
@Component({
  selector: 'rt-duplicate-hint',
  imports: [Icon],
  template: `
    @for (other of similar(); track other.id) {
      <div class="rt-note" role="status">
        <rt-icon [path]="icon" />
        <div class="rt-row">
          <span>Vielleicht doppelt: „{{ other.name }}“</span>
          <button type="button" class="rt-button" (click)="merge.emit(other.id)">Vergleichen</button>
        </div>
      </div>
    }
  `,
})
export class DuplicateHint {
  readonly kind = input.required<'organisations' | 'people'>();
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  readonly merge = output<string>();

  protected readonly icon = mdiContentDuplicate;
  private readonly answer = httpResource<SimilarActor[]>(() => ({
    url: `/api/${this.kind()}/similar`,
    params: { name: this.name() },
  }));
  /** The API finds what sounds alike; only what is likely the same is worth a word here. */
  protected readonly similar = computed(() =>
    (this.answer.hasValue() ? this.answer.value() : []).filter(
      (other) =>
        other.id !== this.id() && likeness({ name: other.name }, { name: this.name() }).score >= PERHAPS_SAME,
    ),
  );
}
