import { httpResource } from '@angular/common/http';
import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { IndicatorListItem } from '@runder-tisch/domain/indicators';
import { type MappedRole, mappedMeasure } from '@runder-tisch/domain/indicators/imports';
import type { Page } from '@runder-tisch/domain/lists';

type Meaning = 'AREA' | 'PERIOD' | 'DIMENSION' | 'IGNORE' | MappedRole;

const meanings: readonly { value: Meaning; label: string }[] = [
  { value: 'IGNORE', label: 'weglassen' },
  { value: 'AREA', label: 'Gebiet' },
  { value: 'PERIOD', label: 'Zeit' },
  { value: 'DIMENSION', label: 'Merkmal (Alter, Geschlecht, Staatsangehörigkeit)' },
  { value: 'VALUE', label: 'Wert' },
  { value: 'NUMERATOR', label: 'Zähler' },
  { value: 'DENOMINATOR', label: 'Nenner' },
];

/** How the columns of a table nobody knows are meant; kept for the next one with the same headings. */
@Component({
  selector: 'rt-figure-mapping-form',
  template: `
    <section class="rt-card" aria-labelledby="zuordnung">
      <h2 id="zuordnung">Was bedeuten die Spalten?</h2>
      <p class="rt-quiet">
        Diese Tabelle kennen wir noch nicht. Ihre Zuordnung merken wir uns für die nächste mit denselben
        Überschriften.
      </p>
      @for (heading of headings(); track $index; let at = $index) {
        <p>
          <label [for]="'spalte-' + at">{{ heading }}</label>
          <select #chosen [id]="'spalte-' + at" (change)="set(at, chosen.value)">
            @for (meaning of meanings; track meaning.value) {
              <option [value]="meaning.value" [selected]="meaning.value === meaningOf(at)">
                {{ meaning.label }}
              </option>
            }
          </select>
        </p>
      }
      <p>
        <label for="zuordnung-indikator">Indikator</label>
        <select #indicator id="zuordnung-indikator" (change)="code.set(indicator.value)">
          <option value="">Bitte wählen</option>
          @for (it of indicators(); track it.id) {
            <option [value]="it.code">{{ it.code }} {{ it.name }}</option>
          }
        </select>
      </p>
      @if (!has('AREA')) {
        <p>
          <label for="zuordnung-gebiet">Gebiet der ganzen Tabelle (amtlicher Schlüssel)</label>
          <input #place id="zuordnung-gebiet" placeholder="15082" (input)="area.set(place.value.trim())" />
        </p>
      }
      @if (!has('PERIOD')) {
        <p>
          <label for="zuordnung-zeit">Zeit der ganzen Tabelle</label>
          <input #time id="zuordnung-zeit" placeholder="31.12.2024" (input)="period.set(time.value.trim())" />
        </p>
      }
      <button type="button" class="rt-button rt-primary" [disabled]="busy() || !whole()" (click)="send()">
        So einlesen
      </button>
    </section>
  `,
  styles: `
    section {
      margin-bottom: 18px;
    }
    p {
      margin: 0 0 10px;
      display: flex;
      flex-wrap: wrap;
      gap: 6px 14px;
      align-items: center;
    }
    label {
      flex: 0 1 18rem;
      overflow-wrap: anywhere;
    }
    select,
    input {
      flex: 0 1 22rem;
      min-width: 0;
      min-height: 40px;
      padding: 6px 10px;
      border: 1px solid var(--rt-line-strong);
      border-radius: var(--rt-radius);
      background: var(--rt-surface);
      color: inherit;
      font: inherit;
    }
  `,
})
export class FigureMappingForm {
  readonly headings = input.required<readonly string[]>();
  readonly busy = input(false);
  readonly mapped = output<object>();

  protected readonly meanings = meanings;
  private readonly list = httpResource<Page<IndicatorListItem>>(() => '/api/indicators?limit=100');
  protected readonly indicators = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  protected readonly code = signal('');
  protected readonly area = signal('');
  protected readonly period = signal('');
  private readonly chosen = linkedSignal<Meaning[]>(() => this.headings().map(guess));
  protected readonly whole = computed(
    () =>
      this.code() !== '' &&
      (this.has('AREA') || this.area() !== '') &&
      (this.has('PERIOD') || this.period() !== '') &&
      (this.has('VALUE') || (this.has('NUMERATOR') && this.has('DENOMINATOR'))),
  );

  protected meaningOf(at: number): Meaning {
    return this.chosen()[at] ?? 'IGNORE';
  }

  protected has(meaning: Meaning): boolean {
    return this.chosen().includes(meaning);
  }

  protected set(at: number, meaning: string): void {
    this.chosen.update((all) => all.map((it, index) => (index === at ? (meaning as Meaning) : it)));
  }

  protected send(): void {
    const of = (wanted: Meaning) => this.headings().filter((_, at) => this.meaningOf(at) === wanted);
    const [area] = of('AREA');
    const [period] = of('PERIOD');
    this.mapped.emit({
      area: area === undefined ? { fixed: this.area() } : { column: area },
      period: period === undefined ? { fixed: this.period() } : { column: period },
      dimensions: of('DIMENSION').map((column) => ({ column, name: column })),
      values: (['VALUE', 'NUMERATOR', 'DENOMINATOR'] as const).flatMap((role) =>
        of(role).map((column) => ({ column, measure: mappedMeasure(this.code(), role) })),
      ),
      ignore: of('IGNORE'),
    });
  }
}

function guess(heading: string): Meaning {
  if (/gebiet|gemeinde|ags|schlüssel|kreis/i.test(heading)) return 'AREA';
  if (/jahr|zeit|stichtag|datum/i.test(heading)) return 'PERIOD';
  return 'IGNORE';
}
