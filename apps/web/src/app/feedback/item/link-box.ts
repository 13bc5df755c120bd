import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import type { LinkOrigin, QuickFieldsView, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { ChipSelect, SelectField } from '@runder-tisch/ui/form';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { InboxState } from '../inbox/inbox-state';

/** To which Handlungsfeld it belongs: one first, further ones if it touches them. */
@Component({
  selector: 'rt-link-box',
  imports: [ChipSelect, SelectField],
  template: `
    <h3>Handlungsfeld</h3>
    <div class="quick" role="group" aria-label="Häufige Handlungsfelder">
      @for (field of quick(); track field.id; let index = $index) {
        <button
          type="button"
          class="rt-button"
          [class.chosen]="field.id === primary()"
          [attr.aria-pressed]="field.id === primary()"
          (click)="choose(index)"
        >
          <kbd aria-hidden="true">{{ index + 1 }}</kbd>{{ field.name }}
        </button>
      }
    </div>
    <div class="pair">
      <rt-select-field
        label="Erstes Handlungsfeld"
        [choices]="choices()"
        [value]="primary()"
        (valueChange)="pick($event)"
        [required]="true"
      />
      @if (!furtherOpen()) {
        <button type="button" class="rt-button rt-plain" (click)="furtherOpen.set(true)">
          Weitere Handlungsfelder
        </button>
      }
    </div>
    @if (furtherOpen()) {
      <rt-chip-select label="Weitere Handlungsfelder" [choices]="others()" [(value)]="further" />
    }
    <div class="rt-form-actions">
      <button
        #go
        type="button"
        class="rt-button"
        [class.rt-primary]="!isLinked()"
        [disabled]="busy() || !primary() || unchanged()"
        (click)="link()"
      >
        {{ isLinked() ? 'Neu zuordnen' : 'Zuordnen & nächster' }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      padding-top: 16px;
      border-top: 1px solid var(--rt-line);
    }
    .quick {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .quick .rt-button {
      text-align: left;
    }
    .chosen {
      border-color: var(--rt-accent);
      background: var(--rt-accent-soft);
      color: var(--rt-accent-strong);
    }
    kbd {
      padding: 0 6px;
      border: 1px solid var(--rt-line-strong);
      border-radius: 4px;
      font: 600 0.8125rem var(--rt-font);
    }
    .pair {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: 10px;
    }
    .pair rt-select-field {
      flex: 0 1 320px;
    }
  `,
})
export class LinkBox {
  readonly item = input.required<StaffFeedbackView>();

  private readonly inbox = inject(InboxState);
  private readonly go = viewChild.required<ElementRef<HTMLButtonElement>>('go');
  protected readonly busy = signal(false);
  private readonly answer = httpResource<QuickFieldsView>(() => '/api/feedback/quick-fields');
  protected readonly quick = computed(() => (this.answer.hasValue() ? this.answer.value().fields : []));
  protected readonly choices = inject(ReferenceLists).fieldChoices();
  private readonly origin = linkedSignal<LinkOrigin>(() => this.item().primaryField?.origin ?? 'HUMAN');
  protected readonly primary = linkedSignal(() => this.item().primaryField?.id ?? '');
  protected readonly further = linkedSignal<readonly string[]>(() =>
    this.item().furtherFields.map((field) => field.id),
  );
  protected readonly furtherOpen = linkedSignal(() => this.item().furtherFields.length > 0);
  protected readonly others = computed(() =>
    this.choices().filter((choice) => choice.value !== this.primary()),
  );
  protected readonly isLinked = computed(() => this.item().state === 'LINKED');
  protected readonly unchanged = computed(() => {
    const item = this.item();
    const same = item.furtherFields.map((field) => field.id).join() === this.furtherIds().join();
    return this.isLinked() && item.primaryField?.id === this.primary() && same;
  });

  /** By the keys 1 to 3: chosen, and Enter does the rest. */
  choose(index: number): void {
    const field = this.quick()[index];
    if (!field) return;
    this.pick(field.id);
    setTimeout(() => this.go().nativeElement.focus());
  }

  protected pick(id: string): void {
    this.primary.set(id);
    this.origin.set('HUMAN');
  }

  protected async link(): Promise<void> {
    this.busy.set(true);
    const request = {
      primaryFieldId: this.primary(),
      furtherFieldIds: this.furtherIds(),
      origin: this.origin(),
    };
    await this.inbox.act(this.item(), 'link', request, !this.isLinked());
    this.busy.set(false);
  }

  private furtherIds(): string[] {
    return this.further().filter((id) => id !== this.primary());
  }
}
