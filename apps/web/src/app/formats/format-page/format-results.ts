import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCheckCircleOutline, mdiCircleOutline, mdiEmailFastOutline } from '@mdi/js';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { TraceLists } from '../../trace/trace-lists';
import { CurrentFormat } from './current-format';
import type { FormatLine } from './format-line-form';
import { FormatLines } from './format-lines';

/** What came out, what the participants heard of it, and what led here. */
@Component({
  selector: 'rt-format-results',
  imports: [BerlinDatePipe, FormatLines, Icon, RouterLink, TraceLists],
  templateUrl: './format-results.html',
  styles: `
    .wanted {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin: 6px 0 14px;
    }
    .wanted li {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 32px;
    }
    .wanted .done {
      color: var(--rt-positive);
      padding: 0 8px 0 2px;
    }
    .letter p + p {
      margin-top: 6px;
    }
    .letter .rt-button {
      margin-top: 14px;
    }
  `,
})
export class FormatResults {
  readonly neu = input<string>();

  protected readonly current = inject(CurrentFormat);
  protected readonly icons = {
    done: mdiCheckCircleOutline,
    open: mdiCircleOutline,
    letter: mdiEmailFastOutline,
  };
  /** "?neu=1": the button of the page leads here with an open line. */
  protected readonly offered = linkedSignal<FormatLine | null>(() =>
    this.neu() && this.mayChange() ? { title: '', minutes: null, text: '' } : null,
  );
  protected readonly mayChange = computed(
    () => (this.current.view()?.mayChange ?? false) && !this.current.ended(),
  );
  protected readonly lines = computed<readonly FormatLine[]>(() =>
    (this.current.view()?.results ?? []).map((result) => ({ ...result, minutes: null })),
  );
  /** What this kind of format should bring; captured where a result of that name stands. */
  protected readonly wanted = computed(() => {
    const format = this.current.view();
    return (format?.resultsToCapture ?? []).map((title) => ({
      title,
      captured: format?.results.some((result) => result.title === title) ?? false,
    }));
  });
  protected readonly letterMakesSense = computed(() => {
    const state = this.current.view()?.state;
    return state !== undefined && ['CLOSED', 'EVALUATED', 'FED_BACK'].includes(state);
  });

  protected unreached(count: number): string {
    const people = counted(count, 'Person mit Mailadresse hat', 'Personen mit Mailadresse haben');
    return `${people} ihn noch nicht bekommen: Bitte senden Sie ihn auch per Mail.`;
  }

  protected offer(title: string): void {
    this.offered.set({ title, minutes: null, text: '' });
  }

  protected readonly save = (lines: readonly FormatLine[]): Promise<boolean> =>
    this.current.save({ results: lines.map(({ title, text }) => ({ title, text })) });
}
