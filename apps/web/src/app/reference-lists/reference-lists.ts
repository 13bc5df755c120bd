import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injector, Service, computed, inject, type Signal } from '@angular/core';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import type { MunicipalityView } from '@runder-tisch/domain/territory';
import type { Choice } from '@runder-tisch/ui/form';

/** The lists of the county that many forms choose from; asked once and kept while the page is open. */
@Service()
export class ReferenceLists {
  private readonly injector = inject(Injector);
  private fieldsAnswer: HttpResourceRef<FieldOfActionView[] | undefined> | null = null;
  private municipalitiesAnswer: HttpResourceRef<MunicipalityView[] | undefined> | null = null;

  /** Handlungsfelder one may choose today. */
  fieldChoices(): Signal<readonly Choice[]> {
    this.fieldsAnswer ??= httpResource<FieldOfActionView[]>(() => '/api/fields-of-action', {
      injector: this.injector,
    });
    return choices(this.fieldsAnswer);
  }

  municipalityChoices(): Signal<readonly Choice[]> {
    this.municipalitiesAnswer ??= httpResource<MunicipalityView[]>(() => '/api/municipalities', {
      injector: this.injector,
    });
    return choices(this.municipalitiesAnswer);
  }

  /** After somebody changed a list in the settings. */
  reload(): void {
    this.fieldsAnswer?.reload();
    this.municipalitiesAnswer?.reload();
  }
}

function choices(
  answer: HttpResourceRef<{ id: string; name: string; active: boolean }[] | undefined>,
): Signal<readonly Choice[]> {
  return computed(() =>
    answer.hasValue()
      ? answer.value().flatMap((entry) => (entry.active ? [{ value: entry.id, label: entry.name }] : []))
      : [],
  );
}
