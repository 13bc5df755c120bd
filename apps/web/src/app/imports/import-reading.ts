import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { mdiAlertOutline } from '@mdi/js';
import {
  type ImportView,
  separatorLabels,
  separators,
  textEncodingLabels,
  type TextEncodingName,
} from '@runder-tisch/domain/imports';
import type { ReadAgain } from '@runder-tisch/domain/imports/imports-requests';
import { Icon } from '@runder-tisch/ui/icon';

/** How the file is read: sheet, separator, encoding. Where the umlauts are not sure, people say which reading is right. */
@Component({
  selector: 'rt-import-reading',
  imports: [Icon],
  template: `
    @if (!view().encodingSure) {
      <form class="rt-note rt-note-warning" (submit)="take($event)">
        <rt-icon [path]="icon" />
        <fieldset>
          <legend><strong>In welcher Fassung sind die Umlaute richtig?</strong></legend>
          <p>
            Die Datei sagt nicht, wie ihre Buchstaben gespeichert sind. Bitte wählen Sie die Fassung, in der
            die Namen stimmen.
          </p>
          @for (reading of view().readings; track reading.encoding) {
            <label class="reading">
              <input
                type="radio"
                name="reading"
                [value]="reading.encoding"
                [checked]="chosen() === reading.encoding"
                (change)="chosen.set(reading.encoding)"
              />
              <span>
                @for (line of reading.lines; track $index) {
                  <span class="line">{{ line }}</span>
                }
                <span class="rt-quiet rt-small">{{ labels[reading.encoding] }}</span>
              </span>
            </label>
          }
          <p class="rt-hint">
            Stimmt keine davon? Dann verwerfen Sie die Liste und speichern sie in dem Programm, aus dem sie
            stammt, als Excel-Datei (.xlsx) oder als „CSV UTF-8“.
          </p>
          <button class="rt-button rt-primary" [disabled]="busy() || !chosen()">Diese Fassung nehmen</button>
        </fieldset>
      </form>
    }
    <div class="choices">
      @if (view().sheets.length > 1) {
        <div>
          <label class="rt-label" for="sheet">Tabellenblatt</label>
          <select
            #sheet
            id="sheet"
            class="rt-control"
            [disabled]="fixed()"
            (change)="read.emit({ sheet: sheet.value })"
          >
            @for (name of view().sheets; track name) {
              <option [value]="name" [selected]="name === view().sheet">{{ name }}</option>
            }
          </select>
        </div>
      }
      @if (view().format === 'csv') {
        <div>
          <label class="rt-label" for="separator">Trennzeichen</label>
          <select
            #separator
            id="separator"
            class="rt-control"
            [disabled]="fixed()"
            (change)="cut(separator.value)"
          >
            @for (sign of separators; track sign) {
              <option [value]="sign" [selected]="sign === view().separator">
                {{ separatorLabels[sign] }}
              </option>
            }
          </select>
        </div>
      }
      @if (view().encodingSure && view().readings.length > 1) {
        <div>
          <label class="rt-label" for="encoding">Zeichensatz</label>
          <select
            #encoding
            id="encoding"
            class="rt-control"
            [disabled]="fixed()"
            (change)="readIn(encoding.value)"
          >
            @for (reading of view().readings; track reading.encoding) {
              <option [value]="reading.encoding" [selected]="labels[reading.encoding] === view().encoding">
                {{ labels[reading.encoding] }}
              </option>
            }
          </select>
        </div>
      }
    </div>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 12px;
      justify-items: start;
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .reading {
      display: flex;
      gap: 12px;
      align-items: baseline;
      overflow-wrap: anywhere;
    }
    .line {
      display: block;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 20px;
    }
  `,
})
export class ImportReading {
  readonly view = input.required<ImportView>();
  readonly busy = input(false);
  readonly read = output<Partial<ReadAgain>>();

  protected readonly icon = mdiAlertOutline;
  protected readonly labels = textEncodingLabels;
  protected readonly separators = separators;
  protected readonly separatorLabels = separatorLabels;
  protected readonly fixed = computed(() => this.busy() || !this.view().fileKept);
  /** Nothing is chosen beforehand: a guess that looks like an answer would be taken for one. */
  protected readonly chosen = linkedSignal<string, TextEncodingName | null>({
    source: () => this.view().id,
    computation: () => null,
  });

  protected take(event: Event): void {
    event.preventDefault();
    const encoding = this.chosen();
    if (encoding) this.read.emit({ encoding });
  }

  protected readIn(value: string): void {
    const reading = this.view().readings.find((it) => it.encoding === value);
    if (reading) this.read.emit({ encoding: reading.encoding });
  }

  protected cut(value: string): void {
    const separator = separators.find((it) => it === value);
    if (separator) this.read.emit({ separator });
  }
}
