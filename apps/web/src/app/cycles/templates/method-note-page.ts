import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiBookOpenPageVariantOutline } from '@mdi/js';
import type { MethodNoteView } from '@runder-tisch/domain/cycles';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { MethodNoteForm } from './method-note-form';

/** One Methodenblatt: its text, its versions, and the steps that cite it. */
@Component({
  selector: 'rt-method-note-page',
  imports: [BerlinDatePipe, EmptyState, MethodNoteForm, PageHead, ProgressLine, RouterLink],
  template: `
    <rt-progress-line [busy]="note.loading() || act.busy()" />
    @if (note.view(); as it) {
      <rt-page-head [heading]="it.title" [back]="back">
        <span subline>
          Methodenblatt ·
          {{ it.versions[0] ? 'Fassung ' + it.versions[0].number : 'noch nicht freigegeben' }}
        </span>
        <ng-container actions>
          @if (it.mayChange) {
            <button type="button" class="rt-button" (click)="editing.set(true)">Bearbeiten</button>
            @if (it.changed) {
              <button
                type="button"
                class="rt-button rt-primary"
                [disabled]="act.busy()"
                (click)="release(it)"
              >
                Als Fassung {{ (it.versions[0]?.number ?? 0) + 1 }} freigeben
              </button>
            }
          }
        </ng-container>
      </rt-page-head>
      @if (it.changed && it.versions.length) {
        <p class="rt-note">
          Der Text unten ist neuer als die letzte Fassung. Zitiert wird, was freigegeben ist.
        </p>
      }
      <div class="rt-columns">
        <article class="rt-card" aria-label="Text">
          <p class="rt-lines">{{ it.text || 'Noch nicht geschrieben.' }}</p>
        </article>
        <div class="rt-stack">
          <section class="rt-card" aria-labelledby="zitiert">
            <h2 id="zitiert">Schritte, die es zitieren</h2>
            <ul class="rt-entries">
              @for (step of it.citedBy; track step.key) {
                <li>
                  <a [routerLink]="['/planung/bauplan', step.templateId]" [fragment]="step.key">{{
                    step.title
                  }}</a>
                  <span class="rt-cell-note">in Fassung {{ step.number }}</span>
                </li>
              } @empty {
                <li class="rt-quiet">Kein Schritt des geltenden Bauplans.</li>
              }
            </ul>
          </section>
          <section class="rt-card" aria-labelledby="methode-fassungen">
            <h2 id="methode-fassungen">Fassungen</h2>
            <ul class="rt-entries">
              @for (version of it.versions; track version.id) {
                <li>
                  <details>
                    <summary>
                      Fassung {{ version.number }}, {{ version.releasedAt | berlinDate: 'short' }},
                      {{ version.releasedBy }}
                    </summary>
                    <p class="rt-lines">{{ version.text }}</p>
                  </details>
                </li>
              } @empty {
                <li class="rt-quiet">Noch keine.</li>
              }
            </ul>
          </section>
        </div>
      </div>
      @if (editing()) {
        <rt-method-note-form [of]="it" (closed)="editing.set(false)" (saved)="changed()" />
      }
    } @else if (note.problem(); as refusal) {
      <rt-page-head heading="Methodenblatt" [back]="back" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
})
export class MethodNotePage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  protected readonly icon = mdiBookOpenPageVariantOutline;
  protected readonly back = { label: 'dem Bauplan', link: '/planung/bauplan' };
  protected readonly editing = signal(false);
  protected readonly act = acting();
  protected readonly note = keptObject<MethodNoteView>(
    () => `/api/method-notes/${this.id()}`,
    (view) => view.title,
  );

  protected changed(): void {
    this.editing.set(false);
    this.note.reload();
  }

  protected async release({ id, version }: MethodNoteView): Promise<void> {
    const path = `/api/method-notes/${id}/release`;
    const done = await this.act(
      async () => this.note.view.set(await this.api.act<MethodNoteView>(path, version)),
      'Freigegeben.',
    );
    if (!done) this.note.reload();
  }
}
