import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { DOCUMENT, NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import { mdiAlertOutline, mdiCheckCircleOutline } from '@mdi/js';
import type {
  ImportDecision,
  ImportEntryView,
  ImportProblemView,
  ImportView,
} from '@runder-tisch/domain/imports';
import { importDecisionLabels } from '@runder-tisch/domain/imports';
import { Icon } from '@runder-tisch/ui/icon';
import { actingInPlace } from '../http/acting';
import { Api } from '../http/api';
import { pagedList } from '../lists/paged-list';
import { ImportRowEditor } from './import-row-editor';
import { counted, resultSentence, total } from './import-words';

type Show = ImportDecision | 'PROBLEMS';

/** What would become of each entry of a list, before anything is written. */
@Component({
  selector: 'rt-import-decisions',
  imports: [Icon, ImportRowEditor, NgTemplateOutlet, RouterLink],
  templateUrl: './import-decisions.html',
  styleUrl: './import-decisions.scss',
})
export class ImportDecisions {
  readonly view = input.required<ImportView>();
  readonly busy = input(false);
  readonly changed = output<void>();
  readonly columns = output<void>();
  readonly apply = output<void>();
  readonly discard = output<void>();

  private readonly api = inject(Api);
  protected readonly icons = { alert: mdiAlertOutline, fine: mdiCheckCircleOutline };
  protected readonly decisionLabels = importDecisionLabels;
  private readonly sending = actingInPlace(() => {
    this.changed.emit();
    this.entries.reload();
  });
  protected readonly refusal = this.sending.refusal;

  protected readonly open = computed(() => total(this.view().counts, (it) => it.open));
  protected readonly written = computed(() => total(this.view().counts, (it) => it.create + it.merge));
  protected readonly sentence = computed(() => {
    const { counts } = this.view();
    const parts = [
      ['neu', counted(counts, (it) => it.create)],
      ['ergänzt', counted(counts, (it) => it.merge)],
      ['schon da', counted(counts, (it) => it.known)],
      ['doppelt in der Liste', counted(counts, (it) => it.twins)],
      ['übersprungen', counted(counts, (it) => it.skip)],
    ].filter(([, words]) => words);
    if (this.written() === 0 && this.open() === 0) return resultSentence({ counts: [] });
    const { corrected } = this.view();
    const rows = corrected === 1 ? '1 Zeile' : `${corrected} Zeilen`;
    const changed = corrected > 0 ? ` Hier geändert: ${rows}.` : '';
    return `${parts.map(([name, words]) => `${words} ${name}`).join(', ')}.${changed}`;
  });

  protected readonly tabs = computed(() => {
    const { counts, problems } = this.view();
    const all: { show: Show; label: string; count: number }[] = [
      { show: 'OPEN', label: 'Noch offen', count: this.open() },
      { show: 'PROBLEMS', label: 'Auffällige Zeilen', count: problems },
      { show: 'SAME', label: 'Doppelt in der Liste', count: total(counts, (it) => it.twins) },
      { show: 'CREATE', label: 'Neu', count: total(counts, (it) => it.create) },
      { show: 'MERGE', label: 'Zusammenführen', count: total(counts, (it) => it.merge) },
      { show: 'KNOWN', label: 'Schon da', count: total(counts, (it) => it.known) },
      { show: 'SKIP', label: 'Überspringen', count: total(counts, (it) => it.skip) },
    ];
    return all.filter((tab) => tab.count > 0 || tab.show === this.show());
  });
  /** Stays where somebody works, also when the last one there was decided. */
  protected readonly show = linkedSignal<string, Show>({
    source: () => this.view().id,
    computation: () => {
      if (total(this.view().counts, (it) => it.open) > 0) return 'OPEN';
      return this.view().problems > 0
        ? 'PROBLEMS'
        : this.view().counts.some((it) => it.create)
          ? 'CREATE'
          : 'KNOWN';
    },
  });

  protected readonly entries = pagedList<ImportEntryView>(
    () => `/api/imports/${this.view().id}/entries`,
    () => (this.show() === 'PROBLEMS' ? undefined : { decision: this.show() }),
  );
  protected readonly problems = pagedList<ImportProblemView>(
    () => `/api/imports/${this.view().id}/problems`,
    () => (this.show() === 'PROBLEMS' ? {} : undefined),
  );

  /** The entry or notice whose row is being put right. */
  protected readonly editing = signal<string | null>(null);
  private readonly document = inject(DOCUMENT);

  protected closeEditor(key: string): void {
    this.editing.set(null);
    this.document.getElementById(`correct-${key}`)?.focus();
  }

  /** What becomes of other rows may have changed with this one. */
  protected corrected(key: string): void {
    this.closeEditor(key);
    this.changed.emit();
    this.entries.reload();
    this.problems.reload();
  }

  protected percent(score: number): string {
    return `${Math.round(score * 100)} %`;
  }

  protected valueOf(entry: ImportEntryView): string {
    const { decision, objectId } = entry;
    return decision === 'MERGE' || decision === 'KNOWN' || decision === 'SAME' ? (objectId ?? '') : decision;
  }

  protected async decide(entry: ImportEntryView, value: string): Promise<void> {
    const chosen = entry.candidates.find((it) => it.id === value);
    const decision = chosen ? (chosen.line === null ? 'MERGE' : 'SAME') : value;
    const decided = { id: entry.id, decision, objectId: chosen?.id ?? null };
    await this.act('decide', { entries: [decided] });
  }

  protected decideOpen(decision: 'CREATE' | 'MERGE' | 'SKIP'): Promise<void> {
    return this.act('decide-open', { decision });
  }

  private async act(verb: string, request: object): Promise<void> {
    await this.sending(() => this.api.act(`/api/imports/${this.view().id}/${verb}`, null, request));
  }
}
