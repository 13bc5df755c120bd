import { Component, ElementRef, computed, effect, inject, input, untracked } from '@angular/core';
import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { mdiAlertCircle } from '@mdi/js';
import { Icon } from '@runder-tisch/ui/icon';

/** What the summary needs of a form: `requestForm` of the web gives it. */
export interface SummarisedForm {
  readonly fields: FieldTree<unknown>;
  /** Counts failed attempts; the summary shows itself and takes the focus on each. */
  readonly failedAttempts: () => number;
  /** A refusal that belongs to no field. */
  readonly problem: () => string | null;
}

/** Above a form: what hinders saving, each line a way to its field. */
@Component({
  selector: 'rt-error-summary',
  imports: [Icon],
  template: `
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
    }
  `,
  styles: `
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
    .title {
      font-weight: 650;
    }
    ul {
      margin: 4px 0 0;
      padding-left: 18px;
    }
    button {
      padding: 3px 0;
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
    () => this.entry().problem() !== null || (this.entry().failedAttempts() > 0 && this.errors().length > 0),
  );
  protected readonly lines = computed(() => this.errors().map((error) => ({ error, label: labelOf(error) })));

  constructor() {
    effect((onCleanup) => {
      if (this.entry().failedAttempts() === 0 || !untracked(this.visible)) return;
      const timer = setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('.box')?.focus());
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
