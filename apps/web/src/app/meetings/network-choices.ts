import { httpResource } from '@angular/common/http';
import { Injector, Service, computed, inject } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import type { NetworkListItem } from '@runder-tisch/domain/networks';
import type { Choice } from '@runder-tisch/ui/form';
import { Session } from '../session/session';

/** The networks a list filters by and a meeting may belong to; asked once while the area is open. */
@Service()
export class NetworkChoices {
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  private readonly answer = httpResource<Page<NetworkListItem>>(
    () => ({ url: '/api/networks', params: { limit: 100 } }),
    { injector: this.injector },
  );
  private readonly items = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));

  readonly all = computed<readonly Choice[]>(() =>
    this.items().map((it) => ({ value: it.id, label: it.name })),
  );

  /** Whose dates somebody reads: planners all, everybody else those of their own networks. */
  readonly readable = computed<readonly Choice[]>(() =>
    this.items()
      .filter((it) => it.mine || this.session.hasRole('planner') || this.session.hasRole('admin'))
      .map((it) => ({ value: it.id, label: it.name })),
  );

  /** A coordinator plans in own networks, a planner in any. */
  readonly plannable = computed<readonly Choice[]>(() =>
    this.items()
      .filter((it) => it.mine || this.session.hasRole('planner'))
      .map((it) => ({ value: it.id, label: it.name })),
  );
}
