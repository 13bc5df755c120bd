import { Component, computed, inject } from '@angular/core';
import { durationWords, totalMinutes } from '@runder-tisch/domain/formats';
import type { FormatLine } from './format-line-form';
import { FormatLines } from './format-lines';
import { CurrentFormat } from './current-format';

/** The course of the format: phases with their length, changed in place. */
@Component({
  selector: 'rt-format-phases',
  imports: [FormatLines],
  template: `
    @if (current.view(); as format) {
      <section class="rt-card">
        <div class="rt-card-head">
          <h2>Phasen</h2>
          @if (total(); as words) {
            <p>
              Zusammen <strong class="rt-number">{{ words }}</strong>
            </p>
          }
        </div>
        <rt-format-lines
          noun="Phase"
          textLabel="Was geschieht"
          withMinutes
          numbered
          [lines]="lines()"
          [mayChange]="format.mayChange && !ended()"
          [busy]="current.saving()"
          [save]="save"
          empty="Noch keine Phase. Beginnen Sie mit dem, was zuerst geschieht."
        />
      </section>
    }
  `,
  styles: ``,
})
export class FormatPhases {
  protected readonly current = inject(CurrentFormat);
  protected readonly ended = this.current.ended;
  protected readonly lines = computed<readonly FormatLine[]>(() =>
    (this.current.view()?.phases ?? []).map(({ title, minutes, note }) => ({ title, minutes, text: note })),
  );
  protected readonly total = computed(() => durationWords(totalMinutes(this.lines())));
  protected readonly save = (lines: readonly FormatLine[]): Promise<boolean> =>
    this.current.save({ phases: lines.map(({ title, minutes, text }) => ({ title, minutes, note: text })) });
}
