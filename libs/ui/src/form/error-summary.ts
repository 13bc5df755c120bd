import { Component, ElementRef, computed, effect, inject, input, untracked } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { mdiAlertCircle } from '@mdi/js';
import { Icon } from '../icon/icon';

/** What the summary needs of a form: `requestForm` of the web gives it. */
export interface SummarisedForm {
  readonly fields: FieldTree<unknown>;
  /** Counts failed attempts; the summary shows itself and takes the focus on each. */
  readonly failedAttempts: () => number;
  /** A refusal that belongs to no field. */
  readonly problem: () => string | null;
  /** "von 14:32 Uhr": when words were typed that came back behind a reload. */
  readonly returned?: () => string | null;
  /** Gives those words up. */
  discard?(): void;
}

/** Above a form: words that came back; what hinders saving, each line a way to its field; before that, what the star means. */
@Component({
  selector: 'rt-error-summary',
  imports: [Icon],
  template: `
    @if (entry().returned?.(); as when) {
      <p class="returned">
        <span>Ihre Eingaben {{ when }} sind wieder da.</span>
        <button type="button" (click)="entry().discard?.()">Verwerfen</button>
      </p>
    }
    @if (visible()) {
      <div class="box" role="alert" tabindex="-1">
        <rt-icon [path]="sign" />
        <div>
          <p class="title">{{ entry().problem() ?? 'Bitte prüfen Sie diese Angaben:' }}</p>
          @if (lines().length) {
            <ul>
              @for (line of lines(); track $index) {
                <li>
                  <button type="button" (click)="go(line.error)">
                    @if (line.label) {
                      <strong>{{ line.label }}:</strong>
                    }
                    {{ line.error.message }}
                  </button>
                </li>
              }
            </ul>
          }
        </div>
      </div>
    } @else if (mixed()) {
      <p class="legend">
        Angaben mit <span aria-hidden="true">*</span><span class="rt-unseen">Stern</span> sind nötig.
      </p>
    }
  `,
  styles: `
    :host(:empty) {
      display: none;
    }
    .box {
      display: flex;
      gap: 10px;
      padding: 14px 16px;
      border: 1px solid var(--rt-negative);
      border-left-width: 5px;
      border-radius: var(--rt-radius-small);
      background: var(--rt-negative-soft);
    }
    rt-icon {
      color: var(--rt-negative);
      margin-top: 2px;
    }
    .legend {
      color: var(--rt-text-quiet);
      font-size: 0.9375rem;
    }
    .returned {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      padding: 10px 14px;
      border-left: 5px solid var(--rt-accent);
      border-radius: var(--rt-radius-small);
      background: var(--rt-accent-soft);
    }
    .returned + * {
      margin-top: 10px;
    }
    .title {
      font-weight: 650;
    }
    ul {
      margin: 4px 0 0;
      padding-left: 18px;
    }
    li {
      padding: 3px 0;
    }
    button {
      display: inline;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      text-align: left;
      text-decoration: underline;
      text-underline-offset: 0.18em;
      cursor: pointer;
    }
  `,
})
export class ErrorSummary {
  readonly entry = input.required<SummarisedForm>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly sign = mdiAlertCircle;

  private readonly errors = computed(() =>
    this.entry()
      .fields()
      .errorSummary()
      .filter((error) => error.message),
  );
  protected readonly visible = computed(
    // A single broken field says it itself; the focus then goes there.
    () => this.entry().problem() !== null || (this.entry().failedAttempts() > 0 && this.errors().length > 1),
  );
  protected readonly lines = computed(() => this.errors().map((error) => ({ error, label: labelOf(error) })));

  /** Worth a word only where, of the fields to be seen, some are needed and others not. */
  protected readonly mixed = computed(() => {
    const fields = this.entry().fields as unknown as Iterable<[string, FieldTree<unknown> | undefined]>;
    const shown = [...fields].filter(([, field]) => field?.().formFieldBindings().length);
    const needed = shown.filter(([, field]) => field?.().required()).length;
    return needed > 0 && needed < shown.length;
  });

  constructor() {
    effect((onCleanup) => {
      if (this.entry().failedAttempts() === 0) return;
      const timer = setTimeout(() => {
        const [first] = untracked(this.errors);
        if (untracked(this.visible)) this.host.nativeElement.querySelector<HTMLElement>('.box')?.focus();
        else first?.fieldTree().focusBoundControl();
      });
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected go(error: ValidationError.WithFieldTree): void {
    error.fieldTree().focusBoundControl();
  }
}

// The label stands once, in the template of the page; the bound field carries it on its host.
function labelOf(error: ValidationError.WithFieldTree): string | null {
  return error.fieldTree().formFieldBindings()[0]?.element.dataset['label'] ?? null;
}
