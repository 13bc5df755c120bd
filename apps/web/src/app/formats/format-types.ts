import { httpResource } from '@angular/common/http';
import { Injector, Service, computed, inject } from '@angular/core';
import type { FormatTypeView } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import { problemOf } from '../http/problem-error';

/** The library of types; asked once and kept while the application is open. */
@Service()
export class FormatTypes {
  private readonly answer = httpResource<Page<FormatTypeView>>(() => '/api/format-types', {
    injector: inject(Injector),
  });
  readonly all = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  readonly active = computed(() => this.all().filter((type) => type.active));
  readonly loading = this.answer.isLoading;
  readonly problem = problemOf(this.answer);

  /** After somebody changed the library. */
  reload(): void {
    this.answer.reload();
  }
}
