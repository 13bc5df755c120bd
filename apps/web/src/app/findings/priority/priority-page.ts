import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiTarget } from '@mdi/js';
import {
  type FindingLink,
  findingStateLabels,
  type PriorityMove,
  priorityMoveLabels,
  priorityStateLabels,
  type PriorityView,
  recommendationStateLabels,
} from '@runder-tisch/domain/findings';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { TraceLists } from '../../trace/trace-lists';
import { LinkCheck } from '../link-check';
import { PriorityPoints } from '../prioritisation/priority-points';
import { PriorityForm } from './priority-form';

/** One Handlungsschwerpunkt: the Befunde it rests on and the recommendations it led to. */
@Component({
  selector: 'rt-priority-page',
  imports: [
    EmptyState,
    LinkCheck,
    PageHead,
    PriorityForm,
    PriorityPoints,
    ProgressLine,
    RouterLink,
    TraceLists,
  ],
  template: `
    <rt-progress-line [busy]="kept.loading() || act.busy()" />
    @if (kept.view(); as it) {
      <rt-page-head [heading]="it.title" [back]="back">
        <span subline>
          Handlungsschwerpunkt <span class="rt-number">{{ it.number }}</span>&ngsp;<span
            class="rt-badge"
            [class.rt-badge-positive]="it.state === 'SET'"
            >{{ stateLabels[it.state] }}</span
          >
          @if (it.state === 'DROPPED') {
            {{ it.droppedReason }}
          }
        </span>
        <ng-container actions>
          @if (it.mayChange && it.state !== 'DROPPED') {
            <button type="button" class="rt-button" (click)="editing.set(true)">Bearbeiten</button>
          }
          @for (move of it.moves; track move) {
            <button
              type="button"
              class="rt-button"
              [class.rt-primary]="move === 'propose' || move === 'set'"
              [disabled]="act.busy()"
              (click)="make(it, move)"
            >
              {{ moveLabels[move] }}
            </button>
          }
          @if (it.mayChange && it.state === 'SET') {
            <a
              class="rt-button rt-primary"
              routerLink="/planung/empfehlungen"
              [queryParams]="{ neu: 1, schwerpunkt: it.id }"
              >Empfehlung ableiten</a
            >
          }
        </ng-container>
      </rt-page-head>
      <div class="rt-columns">
        <div class="rt-stack">
          @if (it.description) {
            <section class="rt-card">
              <h2>Beschreibung</h2>
              <p class="rt-lines">{{ it.description }}</p>
            </section>
          }
          <section class="rt-card">
            <h2>Befunde ({{ it.findings.length }})</h2>
            @for (finding of it.findings; track finding.id) {
              <article>
                <p>
                  <a class="rt-number" [routerLink]="['/planung/befunde', finding.id]">{{
                    finding.number
                  }}</a>
                  <span class="rt-quiet rt-small"> {{ findingLabels[finding.state] }}</span>
                </p>
                <p class="rt-lines">{{ finding.statement }}</p>
                <rt-link-check
                  [link]="finding"
                  [words]="finding.statement"
                  changed="Der Befund wurde geändert, seit der Schwerpunkt auf ihm beruht."
                  [mayAccept]="it.mayChange"
                  [busy]="act.busy()"
                  (accepted)="accept(it, finding)"
                />
              </article>
            } @empty {
              <p class="rt-quiet">Dahinter steht kein Befund, den Sie hier lesen können.</p>
            }
            @if (it.withoutVoice) {
              <p class="rt-note">Ohne Stimme dahinter: {{ it.withoutVoice }}</p>
            }
          </section>
          <section class="rt-card" aria-labelledby="schwerpunkt-punkte">
            <h2 id="schwerpunkt-punkte">Punkte</h2>
            <rt-priority-points [priorityId]="it.id" />
          </section>
          <section class="rt-card" aria-label="Spur">
            <rt-trace-lists kind="priority" [objectId]="it.id" />
          </section>
        </div>
        <aside class="rt-card" aria-label="Angaben">
          <h2>Handlungsfeld</h2>
          <p>
            <a [routerLink]="['/planung/handlungsfelder', it.field.id]">{{ it.field.name }}</a>
          </p>
          <h2>Empfehlungen daraus</h2>
          @for (recommendation of it.recommendations; track recommendation.id) {
            <p>
              <a [routerLink]="['/planung/empfehlungen', recommendation.id]"
                ><span class="rt-number">{{ recommendation.number }}</span> · {{ recommendation.excerpt }}</a
              >
              <span class="rt-quiet rt-small"> {{ recommendationLabels[recommendation.state] }}</span>
            </p>
          } @empty {
            <p class="rt-quiet">Noch keine.</p>
          }
        </aside>
      </div>
      @if (editing()) {
        <rt-priority-form [of]="it" (closed)="editing.set(false)" (saved)="changed()" />
      }
    } @else if (kept.problem(); as refusal) {
      <rt-page-head heading="Handlungsschwerpunkt" [back]="back" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
  styles: `
    article + article {
      margin-top: 14px;
      padding-top: 14px;
      border-top: 1px solid var(--rt-line);
    }
    aside > h2:not(:first-child) {
      margin-top: calc(var(--rt-space) * 3);
    }
  `,
})
export class PriorityPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly icon = mdiTarget;
  protected readonly stateLabels = priorityStateLabels;
  protected readonly findingLabels = findingStateLabels;
  protected readonly recommendationLabels = recommendationStateLabels;
  protected readonly moveLabels = priorityMoveLabels;
  protected readonly back = { label: 'Schwerpunkte', link: '/planung/schwerpunkte' };
  protected readonly editing = signal(false);
  protected readonly kept = keptObject<PriorityView>(
    () => `/api/priorities/${this.id()}`,
    (it) => it.title,
  );
  protected readonly act = acting(() => this.kept.reload());

  protected changed(): void {
    this.editing.set(false);
    this.kept.reload();
  }

  protected accept(it: PriorityView, finding: FindingLink): void {
    void this.act(() => this.api.act(`/api/priorities/${it.id}/findings/${finding.id}/accept`), 'Geprüft.');
  }

  protected async make(it: PriorityView, move: PriorityMove): Promise<void> {
    const reason = move === 'drop' ? await this.whyDropped() : '';
    if (reason === null) return;
    await this.act(
      () => this.api.act(`/api/priorities/${it.id}/${move}`, it.version, { reason }),
      'Gespeichert.',
    );
  }

  private async whyDropped(): Promise<string | null> {
    const answer = await this.confirm.ask({
      heading: 'Schwerpunkt verwerfen?',
      text: 'Er bleibt lesbar, kann aber nicht wieder aufgenommen werden.',
      action: 'Verwerfen',
      danger: true,
      reason: { label: 'Warum?', required: true },
    });
    return answer?.reason ?? null;
  }
}
