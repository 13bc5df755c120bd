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
import type {
  FieldSuggestionView,
  LinkOrigin,
  QuickFieldsView,
  StaffFeedbackView,
  SuggestionsView,
} from '@runder-tisch/domain/feedback';
import { ChipSelect, SelectField } from '@runder-tisch/ui/form';
import { RouterLink } from '@angular/router';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { InboxState } from '../inbox/inbox-state';

/** To which Handlungsfeld it belongs: one first, further ones if it touches them. */
@Component({
  selector: 'rt-link-box',
  imports: [ChipSelect, RouterLink, SelectField],
  template: `
    <h3>Handlungsfeld</h3>
    @if (suggested().length) {
      <div class="suggested" role="group" aria-label="Vorgeschlagene Handlungsfelder">
        @for (field of suggested(); track field.fieldId; let index = $index) {
          <button
            type="button"
            class="rt-button suggestion"
            [class.chosen]="field.fieldId === primary()"
            [attr.aria-pressed]="field.fieldId === primary()"
            (click)="choose(index)"
          >
            <kbd aria-hidden="true">{{ index + 1 }}</kbd>
            <span class="name">{{ field.name }}</span>
            <span class="rt-number share">{{ percent(field) }}</span>
            <span class="words">{{ field.words.join(' · ') }}</span>
          </button>
        }
      </div>
      <details>
        <summary>Warum?</summary>
        <p class="rt-quiet rt-small">
          Die Wörter unter jedem Feld stehen im Text und sprechen dafür: aus der Beschreibung des Feldes, aus
          der Wortliste oder weil sie in Hinweisen stehen, die Sie früher so zugeordnet haben. Die Prozentzahl
          ist der Anteil an allem, was für ein Feld spricht. Zugeordnet wird erst, wenn Sie es tun.
          @if (mayKeepWords()) {
            <a routerLink="/planung/vorschlagswoerter">Wörter ansehen und ändern</a>
          }
        </p>
      </details>
    } @else if (abstains()) {
      <p class="rt-quiet">{{ abstention() }}</p>
    }
    @if (!suggested().length && !waiting()) {
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
    }
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
    .suggested {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
      gap: 8px;
    }
    .suggestion {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: baseline;
      align-content: start;
      gap: 2px 8px;
      height: auto;
      padding-block: 8px;
      white-space: normal;
      text-align: left;
    }
    .name {
      font-weight: 600;
    }
    .share {
      font-size: 0.875rem;
    }
    .words {
      grid-column: 2 / -1;
      font-size: 0.875rem;
      font-weight: 400;
      overflow-wrap: anywhere;
    }
    summary {
      color: var(--rt-accent);
      font-weight: 600;
      cursor: pointer;
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
  private readonly session = inject(Session);
  protected readonly mayKeepWords = computed(() => this.session.may('lists:change'));
  private readonly id = computed(() => this.item().id);
  private readonly suggestions = httpResource<SuggestionsView>(
    () => `/api/feedback/${this.id()}/suggestions`,
  );
  private readonly found = computed(() => (this.suggestions.hasValue() ? this.suggestions.value() : null));
  protected readonly waiting = this.suggestions.isLoading;
  protected readonly suggested = computed(() => this.found()?.fields ?? []);
  protected readonly abstains = computed(() => this.found()?.abstains ?? false);
  protected readonly abstention = computed(() =>
    this.found()?.held
      ? 'Vorschläge gibt es, sobald der Text geprüft ist.'
      : 'Kein Vorschlag: Der Text sagt nicht deutlich, wohin er gehört. Unten stehen die häufigsten Felder.',
  );
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
    const suggestion = this.suggested()[index];
    const id = this.suggested().length > 0 ? suggestion?.fieldId : this.quick()[index]?.id;
    if (!id || this.waiting()) return;
    this.pick(id);
    setTimeout(() => this.go().nativeElement.focus());
  }

  protected percent(field: FieldSuggestionView): string {
    return `${Math.round(field.score * 100)} %`;
  }

  protected pick(id: string): void {
    this.primary.set(id);
    this.origin.set(this.suggested().some((field) => field.fieldId === id) ? 'SUGGESTION' : 'HUMAN');
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
