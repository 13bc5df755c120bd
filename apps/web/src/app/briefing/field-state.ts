import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { BriefingView } from '@runder-tisch/domain/briefing';
import { counted } from '@runder-tisch/domain/text';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { NumberedText } from '@runder-tisch/ui/text';
import { keptObject } from '../object-page/kept-object';
import { FiguresCard } from './figures-card';
import { OffersCard } from './offers-card';
import { ProjectsCard } from './projects-card';
import { VoicesCard } from './voices-card';

/** How a Handlungsfeld stands: a sentence, what contradicts itself, and four blocks. All of it is one answer. */
@Component({
  selector: 'rt-field-state',
  // As long as it is asked for it keeps its room: what stands below asks when it comes into view.
  host: { '[class.waiting]': '!view() && !kept.problem()' },
  imports: [FiguresCard, NumberedText, OffersCard, ProgressLine, ProjectsCard, RouterLink, VoicesCard],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (kept.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (view(); as it) {
      <div class="rt-stack">
        <p class="sentence">{{ it.sentence }}</p>
        @if (contradictions().length) {
          <section class="rt-note rt-note-warning" aria-labelledby="feld-widersprueche">
            <div class="box">
              <h2 id="feld-widersprueche">Widersprüche</h2>
              <ul>
                @for (each of contradictions(); track each.key) {
                  <li>
                    <rt-numbered-text [text]="each.says" />
                    <span class="sides">
                      @for (side of each.sides; track side.label) {
                        <a class="rt-number" [routerLink]="side.target">{{ side.label }}</a>
                      }
                    </span>
                  </li>
                }
              </ul>
              @if (further(); as words) {
                <p class="rt-small">{{ words }}</p>
              }
            </div>
          </section>
        }
        <div class="blocks">
          <div class="rt-stack">
            <rt-figures-card [of]="it.figures" [further]="it.furtherFigures" [fieldId]="it.field.id" />
            @if (it.voices; as voices) {
              <rt-voices-card [of]="voices" [fieldId]="it.field.id" />
            }
            <rt-offers-card [of]="it.offers" [fieldId]="it.field.id" />
          </div>
          <rt-projects-card [of]="it.projects" [fieldId]="it.field.id" />
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: calc(var(--rt-space) * 3);
    }
    :host(.waiting) {
      min-height: 100vh;
    }
    .sentence {
      max-width: 78ch;
      font-size: 1.125rem;
      line-height: 1.5;
      text-wrap: pretty;
    }
    .box {
      flex: 1;
      min-width: 0;
    }
    .box ul {
      padding: 0;
      list-style: none;
    }
    h2 {
      margin-bottom: 6px;
    }
    .box li {
      padding: 6px 0;
      overflow-wrap: anywhere;
    }
    .box li + li {
      border-top: 1px solid var(--rt-line);
    }
    .sides {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 2px 14px;
      margin-left: 6px;
    }
    .blocks {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--rt-space) * 3);
      align-items: start;
    }
    @media (min-width: 900px) {
      .blocks {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
})
export class FieldState {
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly fieldId = computed(() => this.params().get('id') ?? '');
  protected readonly kept = keptObject<BriefingView>(
    () => `/api/fields-of-action/${this.fieldId()}/briefing`,
  );
  protected readonly view = this.kept.view;
  protected readonly contradictions = computed(() =>
    (this.view()?.contradictions ?? []).map(({ kind, says, sides }) => ({
      key: kind + says,
      says,
      sides: sides.map(({ label, path }) => ({ label, target: this.router.parseUrl(path) })),
    })),
  );
  protected readonly further = computed(() => {
    const rest = this.view()?.furtherContradictions ?? 0;
    return rest > 0 ? `und ${counted(rest, 'weiterer Widerspruch', 'weitere Widersprüche')}` : '';
  });
}
