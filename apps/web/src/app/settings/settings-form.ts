import { httpResource } from '@angular/common/http';
import { effect, inject, linkedSignal, untracked, type Signal } from '@angular/core';
import type { SettingsView } from '@runder-tisch/domain/settings';
import { SaveSettings } from '@runder-tisch/domain/settings/settings-requests';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm, type RequestForm } from '../forms';
import { Api } from '../http/api';
import { type ProblemError, problemOf } from '../http/problem-error';
import { Session } from '../session/session';

export interface SettingsForm {
  readonly view: Signal<SettingsView | null>;
  readonly loading: Signal<boolean>;
  readonly problem: Signal<ProblemError | null>;
  readonly entry: RequestForm<SaveSettings>;
  save(event: Event): Promise<void>;
  /** After something beside the form changed, such as the logo. */
  show(view: SettingsView): void;
}

/** One set of settings, changed on more than one page: each shows its fields and sends them all. */
export function settingsForm(): SettingsForm {
  const api = inject(Api);
  const toasts = inject(Toasts);
  const session = inject(Session);
  const answer = httpResource<SettingsView>(() => '/api/settings');
  const view = linkedSignal<SettingsView | null>(() => (answer.hasValue() ? answer.value() : null));
  const entry = requestForm(SaveSettings);
  effect(() => {
    const { version: _version, logo: _logo, ...fields } = view() ?? { version: 0, logo: null };
    if (view()) untracked(() => entry.reset(fields));
  });
  const show = (next: SettingsView) => {
    view.set(next);
    void session.load();
  };
  return {
    view,
    entry,
    show,
    loading: answer.isLoading,
    problem: problemOf(answer),
    save: async (event) => {
      event.preventDefault();
      const before = view();
      if (!before) return;
      let saved: SettingsView | null = null;
      const done = await entry.submit(async (request) => {
        saved = await api.change<SettingsView>('/api/settings', before.version, request);
      });
      if (!done || !saved) return;
      show(saved);
      toasts.say('Gespeichert.');
    },
  };
}
