import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injector, Service, computed, inject, type Signal } from '@angular/core';
import type { CommitteeView } from '@runder-tisch/domain/committees';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import type { MunicipalityView, PlanningAreaView } from '@runder-tisch/domain/territory';
import type { Choice } from '@runder-tisch/ui/form';

/** The lists of the county that many forms choose from; asked once and kept while the page is open. */
@Service()
export class ReferenceLists {
  private readonly injector = inject(Injector);
  private fieldsAnswer: HttpResourceRef<FieldOfActionView[] | undefined> | null = null;
  private municipalitiesAnswer: HttpResourceRef<MunicipalityView[] | undefined> | null = null;
  private planningAreasAnswer: HttpResourceRef<PlanningAreaView[] | undefined> | null = null;
  private committeesAnswer: HttpResourceRef<CommitteeView[] | undefined> | null = null;

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

  planningAreaChoices(): Signal<readonly Choice[]> {
    this.planningAreasAnswer ??= httpResource<PlanningAreaView[]>(() => '/api/planning-areas', {
      injector: this.injector,
    });
    return choices(this.planningAreasAnswer);
  }

  committeeChoices(): Signal<readonly Choice[]> {
    this.committeesAnswer ??= httpResource<CommitteeView[]>(() => '/api/committees', {
      injector: this.injector,
    });
    return choices(this.committeesAnswer);
  }

  /** After somebody changed a list in the settings. */
  reload(): void {
    this.fieldsAnswer?.reload();
    this.municipalitiesAnswer?.reload();
    this.planningAreasAnswer?.reload();
    this.committeesAnswer?.reload();
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
