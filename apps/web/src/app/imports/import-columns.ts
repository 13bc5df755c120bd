import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { mdiShieldAlertOutline } from '@mdi/js';
import type { ImportFieldView, ImportView } from '@runder-tisch/domain/imports';
import type { ReadAgain } from '@runder-tisch/domain/imports/imports-requests';
import { Icon } from '@runder-tisch/ui/icon';
import { ImportReading } from './import-reading';

/** Which column of the list is which field; what was assigned once is suggested next time. */
@Component({
  selector: 'rt-import-columns',
  imports: [Icon, ImportReading],
  template: `
    <section class="rt-card rt-stack" aria-labelledby="columns-heading">
      <h2 id="columns-heading">Welche Spalte ist was?</h2>
      <p class="rt-quiet">
        {{
          view().columnsKept
            ? 'Zugeordnet wie beim letzten Mal, weil die Überschriften dieselben sind. Sie können alles ändern.'
            : 'Was wir erkannt haben, ist schon zugeordnet. Spalten ohne Zuordnung bleiben draußen.'
        }}
      </p>
      <rt-import-reading [view]="view()" [busy]="busy()" (read)="read.emit($event)" />
      @if (sensitive().length) {
        <div class="rt-note rt-note-warning" role="status">
          <rt-icon [path]="icon" />
          <div>
            <strong>{{ sensitive().join(', ') }}: wird nicht übernommen.</strong>
            Solche Angaben über einzelne Menschen gehören nicht in ein Verzeichnis der Zusammenarbeit
            (Datenschutz, § 67 SGB X). Wir haben sie nicht gespeichert und die Datei nicht aufbewahrt.
          </div>
        </div>
      }
      <ul class="columns">
        @for (column of view().columns; track column.letter; let index = $index) {
          <li>
            <div class="heading">
              <span class="rt-quiet rt-number">{{ column.letter }}</span>
              <span>
                <strong>{{ column.heading }}</strong>
                @if (column.samples.length) {
                  <span class="samples rt-quiet">{{ column.samples.slice(0, 3).join(' · ') }}</span>
                }
              </span>
            </div>
            @if (column.sensitive) {
              <span class="rt-badge rt-badge-warning">{{ column.sensitive }}: bleibt draußen</span>
            } @else {
              <select
                #field
                class="rt-control"
                [attr.aria-label]="'Feld für Spalte ' + column.heading"
                [class.assigned]="fields()[index]"
                (change)="assign(index, field.value)"
              >
                <option value="" [selected]="!fields()[index]">nicht übernehmen</option>
                @for (group of groups(); track group.name) {
                  <optgroup [label]="group.name">
                    @for (choice of group.fields; track choice.key) {
                      <option [value]="choice.key" [selected]="fields()[index] === choice.key">
                        {{ choice.label }}
                      </option>
                    }
                  </optgroup>
                }
              </select>
            }
            @if (hintOf(fields()[index] ?? ''); as hint) {
              <span class="hint rt-hint">{{ hint }}</span>
            }
          </li>
        }
      </ul>
      <div class="rt-form-actions">
        <button
          type="button"
          class="rt-button rt-primary"
          [disabled]="busy() || !anything() || !view().encodingSure"
          (click)="check.emit([...fields()])"
        >
          Weiter: Liste prüfen
        </button>
        <button type="button" class="rt-button" [disabled]="busy()" (click)="discard.emit()">
          Verwerfen
        </button>
      </div>
    </section>
  `,
  styles: `
    .columns > li {
      display: grid;
      gap: 6px 20px;
      align-items: center;
      padding: 10px 0;
      border-top: 1px solid var(--rt-line);
    }
    .heading {
      display: flex;
      gap: 12px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .samples {
      display: block;
      font-size: 0.9375rem;
    }
    .hint {
      grid-column: -2 / -1;
    }
    .assigned {
      border-color: var(--rt-accent);
      font-weight: 600;
    }
    @media (min-width: 720px) {
      .columns > li {
        grid-template-columns: minmax(0, 1fr) minmax(240px, 320px);
      }
    }
  `,
})
export class ImportColumns {
  readonly view = input.required<ImportView>();
  readonly busy = input(false);
  readonly read = output<Partial<ReadAgain>>();
  readonly check = output<string[]>();
  readonly discard = output<void>();

  protected readonly icon = mdiShieldAlertOutline;
  protected readonly fields = linkedSignal<readonly string[]>(() =>
    this.view().columns.map((column) => column.field ?? ''),
  );
  protected readonly anything = computed(() => this.fields().some(Boolean));
  protected readonly sensitive = computed(() =>
    this.view()
      .columns.filter((column) => column.sensitive)
      .map((column) => `„${column.heading}“`),
  );
  protected readonly groups = computed(() => {
    const groups = new Map<string, ImportFieldView[]>();
    for (const field of this.view().fields)
      groups.set(field.group, [...(groups.get(field.group) ?? []), field]);
    return [...groups].map(([name, fields]) => ({ name, fields }));
  });

  protected hintOf(key: string): string {
    return this.view().fields.find((field) => field.key === key)?.hint ?? '';
  }

  /** A field has one column: whoever had it before lets it go. */
  protected assign(index: number, field: string): void {
    this.fields.update((fields) =>
      fields.map((other, at) => (at === index ? field : other === field ? '' : other)),
    );
  }
}
