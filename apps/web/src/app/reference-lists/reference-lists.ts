import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injector, Service, computed, inject, type Signal } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import type { Choice } from '@runder-tisch/ui/form';

interface ListEntry {
  id: string;
  name: string;
  active: boolean;
}

type ListAnswer = HttpResourceRef<Page<ListEntry> | undefined>;

/** The lists of the county that many forms choose from; asked once and kept while the page is open. */
@Service()
export class ReferenceLists {
  private readonly injector = inject(Injector);
  private readonly answers = new Map<string, ListAnswer>();

  /** Handlungsfelder one may choose today. */
  fieldChoices(): Signal<readonly Choice[]> {
    return this.choices('/api/fields-of-action');
  }

  municipalityChoices(): Signal<readonly Choice[]> {
    return this.choices('/api/municipalities');
  }

  planningAreaChoices(): Signal<readonly Choice[]> {
    return this.choices('/api/planning-areas');
  }

  categoryChoices(): Signal<readonly Choice[]> {
    return this.choices('/api/service-categories');
  }

  targetGroupChoices(): Signal<readonly Choice[]> {
    return this.choices('/api/target-groups');
  }

  committeeChoices(): Signal<readonly Choice[]> {
    return this.choices('/api/committees');
  }

  /** After somebody changed a list in the settings. */
  reload(): void {
    for (const answer of this.answers.values()) answer.reload();
  }

  private choices(path: string): Signal<readonly Choice[]> {
    const answer =
      this.answers.get(path) ?? httpResource<Page<ListEntry>>(() => path, { injector: this.injector });
    this.answers.set(path, answer);
    return computed(() =>
      answer.hasValue()
        ? answer
            .value()
            .items.flatMap((entry) => (entry.active ? [{ value: entry.id, label: entry.name }] : []))
        : [],
    );
  }
}
