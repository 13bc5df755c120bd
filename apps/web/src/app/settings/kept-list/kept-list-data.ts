import { httpResource } from '@angular/common/http';
import { inject, linkedSignal, type Signal } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import { Confirm } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { type ProblemError, problemOf } from '../../http/problem-error';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** What every entry of a list that planners keep has. */
export interface KeptEntry {
  id: string;
  version: number;
  name: string;
  active: boolean;
  used: number;
}

export interface KeptListData<Entry extends KeptEntry> {
  readonly entries: Signal<readonly Entry[]>;
  readonly loading: Signal<boolean>;
  readonly problem: Signal<ProblemError | null>;
  reload(): void;
  /** Shows the new order at once and takes it back if the API refuses it. */
  order(ids: readonly string[]): Promise<void>;
  setActive(entry: Entry, active: boolean): Promise<boolean>;
  remove(entry: Entry): Promise<boolean>;
}

/** Reads and keeps one list; in an injection context: `fields = keptList<FieldOfActionView>('/api/fields-of-action')`. */
export function keptList<Entry extends KeptEntry>(path: string): KeptListData<Entry> {
  const api = inject(Api);
  const confirm = inject(Confirm);
  const lists = inject(ReferenceLists);
  const answer = httpResource<Page<Entry>>(() => path);
  const entries = linkedSignal<readonly Entry[] | null, readonly Entry[]>({
    source: () => (answer.hasValue() ? answer.value().items : null),
    computation: (now, before) => now ?? before?.value ?? [],
  });
  const reload = () => {
    answer.reload();
    lists.reload();
  };
  const act = acting(reload);
  return {
    entries,
    loading: answer.isLoading,
    problem: problemOf(answer),
    reload,
    order: async (ids) => {
      const byId = new Map(entries().map((entry) => [entry.id, entry]));
      entries.set(ids.flatMap((id) => byId.get(id) ?? []));
      await act(() => api.act(`${path}/order`, null, { ids }));
    },
    setActive: (entry, active) =>
      act(
        () => api.act(`${path}/${entry.id}/${active ? 'activate' : 'deactivate'}`, entry.version),
        active
          ? `„${entry.name}“ steht wieder zur Auswahl.`
          : `„${entry.name}“ steht nicht mehr zur Auswahl.`,
      ),
    remove: async (entry) => {
      const sure = await confirm.ask({
        heading: `„${entry.name}“ löschen?`,
        text: 'Das lässt sich nicht rückgängig machen.',
        action: 'Löschen',
        danger: true,
      });
      return sure ? act(() => api.remove(`${path}/${entry.id}`), `„${entry.name}“ ist gelöscht.`) : false;
    },
  };
}
