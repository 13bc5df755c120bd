import { Component, computed, inject } from '@angular/core';
import { durationWords, totalMinutes } from '@runder-tisch/domain/formats';
import { CurrentFormat } from './current-format';
import { FormatInvitation } from './format-invitation';
import type { FormatLine } from './format-line-form';
import { FormatLines } from './format-lines';
import { FormatMaterialList } from './format-material-list';

/** What has to be ready before the day: things, agenda, invitation. */
@Component({
  selector: 'rt-format-preparation',
  imports: [FormatInvitation, FormatLines, FormatMaterialList],
  template: `
    @if (current.view(); as format) {
      <div class="rt-stack">
        <section class="rt-card">
          <h2>Material</h2>
          <rt-format-material-list [material]="format.material" [mayChange]="mayChange()" />
        </section>
        <section class="rt-card">
          <h2>Tagesordnung</h2>
          <p class="rt-quiet intro">
            @if (total(); as words) {
              Zusammen {{ words }}
            }
            Ein Termin, den Sie anlegen, übernimmt sie.
          </p>
          <rt-format-lines
            noun="Punkt"
            withMinutes
            numbered
            [lines]="agenda()"
            [mayChange]="mayChange()"
            [busy]="current.saving()"
            [save]="save"
            empty="Ohne Tagesordnung: Dieses Format braucht keine."
          />
        </section>
        <section class="rt-card">
          <h2>Einladungstext</h2>
          <rt-format-invitation [text]="format.invitationText" [mayChange]="mayChange()" />
        </section>
      </div>
    }
  `,
  styles: `
    .intro {
      margin-bottom: 8px;
    }
  `,
})
export class FormatPreparation {
  protected readonly current = inject(CurrentFormat);
  protected readonly mayChange = computed(
    () => (this.current.view()?.mayChange ?? false) && !this.current.ended(),
  );
  protected readonly agenda = computed<readonly FormatLine[]>(() =>
    (this.current.view()?.agenda ?? []).map((item) => ({ ...item, text: '' })),
  );
  protected readonly total = computed(() => durationWords(totalMinutes(this.agenda())));
  protected readonly save = (lines: readonly FormatLine[]): Promise<boolean> =>
    this.current.save({ agenda: lines.map(({ title, minutes }) => ({ title, minutes })) });
}
