import { httpResource } from '@angular/common/http';
import { Injector, Service, computed, inject } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import type { PlaceView } from '@runder-tisch/domain/territory';

/** Places one may choose today; asked once and kept while the application is open. */
@Service()
export class PlaceChoices {
  private readonly answer = httpResource<Page<PlaceView>>(() => '/api/places', {
    injector: inject(Injector),
  });
  readonly all = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  readonly choices = computed(() =>
    this.all().flatMap((place) =>
      place.active ? [{ value: place.id, label: [place.name, place.city].filter(Boolean).join(', ') }] : [],
    ),
  );

  reload(): void {
    this.answer.reload();
  }
}
