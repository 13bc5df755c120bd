import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAlertOutline, mdiCheckCircleOutline } from '@mdi/js';
import type { ImportView } from '@runder-tisch/domain/imports';
import { Icon } from '@runder-tisch/ui/icon';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { importKind } from './import-kinds';
import { counted, resultSentence, total } from './import-words';

/** What an import did, and the way back. */
@Component({
  selector: 'rt-import-result',
  imports: [BerlinDatePipe, Icon, RouterLink],
  template: `
    <section class="rt-card rt-stack" aria-labelledby="result-heading">
      @if (view().undo; as undo) {
        <h2 id="result-heading">Rückgängig gemacht</h2>
        <p role="status">
          {{ undo.removed }} {{ undo.removed === 1 ? 'Eintrag' : 'Einträge' }} wieder entfernt,
          {{ undo.restored }} {{ undo.restored === 1 ? 'Ergänzung' : 'Ergänzungen' }} zurückgenommen.
        </p>
        @if (undo.kept.length) {
          <div class="rt-note rt-note-warning">
            <rt-icon [path]="icons.alert" />
            <div>
              <strong>Das ist geblieben:</strong>
              <ul>
                @for (kept of undo.kept; track $index) {
                  <li>
                    <a [routerLink]="kept.path">{{ kept.name }}</a>: {{ kept.reason }}
                  </li>
                }
              </ul>
            </div>
          </div>
        }
      } @else {
        <h2 id="result-heading">Übernommen</h2>
        <p role="status" class="done"><rt-icon [path]="icons.done" />{{ sentence() }}</p>
        @if (known()) {
          <p class="rt-quiet">Schon da: {{ known() }}.</p>
        }
        @if (view().appliedAt; as at) {
          <p class="rt-quiet">
            Am {{ at | berlinDate: 'short' }} von {{ view().by }}. Bis 30 Tage danach können Sie die ganze
            Übernahme rückgängig machen.
          </p>
        }
      }
      <div class="rt-form-actions">
        @for (place of places(); track place.link) {
          <a class="rt-button" [routerLink]="place.link">{{ place.button }}</a>
        }
        @if (view().state === 'APPLIED' && anything()) {
          <button type="button" class="rt-button" [disabled]="busy()" (click)="undo.emit()">
            Übernahme rückgängig machen
          </button>
        }
      </div>
    </section>
  `,
  styles: `
    .done {
      display: flex;
      gap: 8px;
      font-weight: 600;
    }
    .done rt-icon {
      flex: none;
      color: var(--rt-positive);
    }
  `,
})
export class ImportResult {
  readonly view = input.required<ImportView>();
  readonly busy = input(false);
  readonly undo = output<void>();

  protected readonly icons = { done: mdiCheckCircleOutline, alert: mdiAlertOutline };
  protected readonly places = computed(() => importKind(this.view().target).places);
  protected readonly sentence = computed(() => resultSentence(this.view()));
  protected readonly known = computed(() => counted(this.view().counts, (it) => it.known));
  protected readonly anything = computed(() => total(this.view().counts, (it) => it.create + it.merge) > 0);
}
