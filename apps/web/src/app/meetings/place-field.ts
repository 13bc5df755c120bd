import { Component, computed, inject, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { PlaceView } from '@runder-tisch/domain/territory';
import { SelectField } from '@runder-tisch/ui/form';
import { PlaceChoices } from '../territory/place-choices';

/** Chooses one of the county's places; what the form does with its words is the form's business. */
@Component({
  selector: 'rt-place-field',
  imports: [RouterLink, SelectField],
  template: `
    @if (places.choices().length) {
      <rt-select-field
        label="Aus der Liste der Orte"
        placeholder="Anderer Ort"
        [hint]="hint()"
        [choices]="places.choices()"
        [value]="value()"
        (valueChange)="choose($event)"
      />
    } @else {
      <p class="rt-quiet rt-small">
        Treffen Sie sich öfter am selben Ort? In der
        <a routerLink="/termine/orte">Liste der Orte</a> halten Sie Anschrift und Barrierefreiheit fest.
      </p>
    }
  `,
})
export class PlaceField implements FormValueControl<string> {
  readonly value = model('');
  readonly hint = input('Füllt Anschrift, Wegbeschreibung und Barrierefreiheit.');
  readonly picked = output<PlaceView>();
  protected readonly places = inject(PlaceChoices);
  private readonly byId = computed(() => new Map(this.places.all().map((place) => [place.id, place])));

  protected choose(id: string): void {
    this.value.set(id);
    const place = this.byId().get(id);
    if (place) this.picked.emit(place);
  }
}
