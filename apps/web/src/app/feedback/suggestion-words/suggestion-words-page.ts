import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import {
  feedbackLimits,
  type SuggestionWordView,
  type SuggestionWordsView,
  suggestionWeightLabels,
} from '@runder-tisch/domain/feedback';
import { folded } from '@runder-tisch/domain/text';
import { SelectField, TextField } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { Api } from '../../http/api';
import { asProblemError, problemOf } from '../../http/problem-error';
import { ReferenceLists } from '../../reference-lists/reference-lists';

const FIRST = 60;

/** What speaks for a Handlungsfeld: the words the product brings along, and what planners make of them. */
@Component({
  selector: 'rt-suggestion-words-page',
  imports: [EmptyState, PageHead, ProgressLine, SelectField, TextField],
  templateUrl: './suggestion-words-page.html',
  styleUrl: './suggestion-words-page.scss',
})
export class SuggestionWordsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly longest = feedbackLimits.suggestionWord;
  protected readonly weights = Object.entries(suggestionWeightLabels).map(([value, label]) => ({
    value,
    label,
  }));
  protected readonly fields = inject(ReferenceLists).fieldChoices();
  protected readonly chosen = signal('');
  protected readonly fieldId = computed(() => this.chosen() || (this.fields()[0]?.value ?? ''));
  protected readonly answer = httpResource<SuggestionWordsView>(() =>
    this.fieldId() ? `/api/suggestion-words/${this.fieldId()}` : undefined,
  );
  protected readonly list = linkedSignal(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = problemOf(this.answer);
  protected readonly search = signal('');
  protected readonly all = linkedSignal({ source: this.fieldId, computation: () => false });
  protected readonly matching = computed(() => {
    const wanted = folded(this.search().trim());
    return (this.list()?.words ?? []).filter((word) => folded(word.term).includes(wanted));
  });
  protected readonly shown = computed(() => (this.all() ? this.matching() : this.matching().slice(0, FIRST)));
  protected readonly term = signal('');
  protected readonly weight = signal('3');
  protected readonly busy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected errors(): { kind: string; message: string }[] {
    const message = this.refusal();
    return message ? [{ kind: 'refused', message }] : [];
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const term = this.term().trim().replace(/\s+/g, ' ').toLowerCase();
    this.refusal.set(term ? null : 'Bitte geben Sie ein Wort oder wenige Wörter an.');
    if (!term) return;
    const known = this.list()?.words.find((word) => word.term === term);
    const done = await this.save(
      { term, weight: Number(this.weight()), active: true },
      known?.version ?? 0,
      (says) => this.refusal.set(says),
    );
    if (!done) return;
    this.term.set('');
    this.toasts.say(`„${term}“ spricht jetzt für dieses Feld.`);
  }

  protected async weigh(word: SuggestionWordView, weight: string): Promise<void> {
    const { term, active, version } = word;
    const done = await this.save({ term, weight: Number(weight), active }, version);
    if (done) this.toasts.say('Gespeichert.');
  }

  protected async toggle(word: SuggestionWordView): Promise<void> {
    const { term, weight, active, version } = word;
    const done = await this.save({ term, weight, active: !active }, version);
    if (done) this.toasts.say(active ? `„${term}“ zählt nicht mehr.` : `„${term}“ zählt wieder.`);
  }

  private async save(
    request: { term: string; weight: number; active: boolean },
    version: number,
    refused: (says: string) => void = (says) => this.toasts.warn(says),
  ): Promise<boolean> {
    this.busy.set(true);
    try {
      const path = `/api/suggestion-words/${this.fieldId()}`;
      this.list.set(await this.api.change<SuggestionWordsView>(path, version, request));
      return true;
    } catch (failed) {
      const problem = asProblemError(failed);
      refused(problem.errors[0]?.detail ?? problem.says);
      this.answer.reload();
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
