import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { mdiContentDuplicate } from '@mdi/js';
import type { SimilarActor } from '@runder-tisch/domain/actors';
import { likeness, PERHAPS_SAME } from '@runder-tisch/domain/imports';
import { Icon } from '@runder-tisch/ui/icon';
import { Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';

/** Points out another entry that is probably the same, with the way to make them one or to say that they are two. */
@Component({
  selector: 'rt-duplicate-hint',
  imports: [Icon],
  template: `
    @for (other of similar(); track other.id) {
      <div class="rt-note" role="status">
        <rt-icon [path]="icon" />
        <div class="rt-row">
          <span>
            Vielleicht doppelt: „{{ other.name }}“
            @if (other.detail) {
              <span class="rt-quiet">({{ other.detail }})</span>
            }
          </span>
          <button type="button" class="rt-button" (click)="merge.emit(other.id)">Vergleichen</button>
          <button
            type="button"
            class="rt-button rt-plain"
            [attr.aria-label]="distinct() + ': „' + name() + '“ und „' + other.name + '“'"
            [disabled]="busy()"
            (click)="keepApart(other)"
          >
            {{ distinct() }}
          </button>
        </div>
      </div>
    }
  `,
  styles: `
    .rt-note {
      margin-bottom: calc(var(--rt-space) * 2);
    }
  `,
})
export class DuplicateHint {
  readonly kind = input.required<'organisations' | 'people'>();
  readonly id = input.required<string>();
  readonly name = input.required<string>();
  /** Of the entry: whatever was done with it may have made two one. */
  readonly version = input.required<number>();
  readonly merge = output<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly act = acting(() => this.answer.reload());
  protected readonly busy = this.act.busy;
  protected readonly icon = mdiContentDuplicate;
  protected readonly distinct = computed(() =>
    this.kind() === 'people' ? 'Das sind zwei Personen' : 'Das sind zwei Organisationen',
  );
  /** Until it is asked anew: an undone merge makes them two again. */
  private readonly apart = linkedSignal<string, readonly string[]>({
    source: () => `${this.id()} ${this.version()}`,
    computation: () => [],
  });
  private readonly answer = httpResource<SimilarActor[]>(() => {
    this.version();
    return { url: `/api/${this.kind()}/similar`, params: { name: this.name(), of: this.id() } };
  });
  /** The API finds what sounds alike; only what is likely the same is worth a word here. */
  protected readonly similar = computed(() =>
    (this.answer.hasValue() ? this.answer.value() : []).filter(
      (other) =>
        other.id !== this.id() &&
        !this.apart().includes(other.id) &&
        likeness({ name: other.name }, { name: this.name() }).score >= PERHAPS_SAME,
    ),
  );

  /** Gone at once, before anything is asked again. */
  hide(id: string): void {
    this.apart.update((ids) => [...ids, id]);
  }

  protected async keepApart({ id: otherId, name }: SimilarActor): Promise<void> {
    const request = { otherId };
    const noted = () => this.api.act(`/api/${this.kind()}/${this.id()}/distinct`, null, request);
    if (!(await this.act(noted))) return;
    this.hide(otherId);
    const own = this.id();
    this.toasts.say(`Gemerkt. „${name}“ wird hier nicht mehr vorgeschlagen.`, () =>
      this.perhapsSame(own, otherId),
    );
  }

  private async perhapsSame(id: string, otherId: string): Promise<void> {
    if (await this.act(() => this.api.remove(`/api/${this.kind()}/${id}/distinct/${otherId}`)))
      this.apart.update((ids) => ids.filter((it) => it !== otherId));
  }
}
