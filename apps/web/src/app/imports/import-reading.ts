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
      @for (choice of choices(); track choice.key) {
        <label>
          <span class="rt-label">{{ choice.label }}</span>
          <select
            #select
            class="rt-control"
            [disabled]="busy() || !view().fileKept"
            (change)="choose(choice.key, select.value)"
          >
            @for (option of choice.options; track option.value) {
              <option [value]="option.value" [selected]="option.label === choice.now">
                {{ option.label }}
              </option>
            }
          </select>
        </label>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
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
  /** What else the file leaves open; `now` is the label of what it is read by. */
  protected readonly choices = computed(() => {
    const view = this.view();
    const sheets = view.sheets.map((name) => ({ value: name, label: name }));
    const signs = separators.map((sign) => ({ value: sign, label: separatorLabels[sign] }));
    const encodings = view.readings.map(({ encoding }) => ({
      value: encoding,
      label: textEncodingLabels[encoding],
    }));
    const sign = signs.find((it) => it.value === view.separator)?.label;
    return [
      { key: 'sheet', label: 'Tabellenblatt', options: sheets, now: view.sheet, open: sheets.length > 1 },
      { key: 'separator', label: 'Trennzeichen', options: signs, now: sign, open: view.format === 'csv' },
      {
        key: 'encoding',
        label: 'Zeichensatz',
        options: encodings,
        now: view.encoding,
        open: view.encodingSure && encodings.length > 1,
      },
    ].filter((it) => it.open);
  });
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

  /** One of the options above, which are all the API knows. */
  protected choose(key: string, value: string): void {
    this.read.emit({ [key]: value });
  }
}
