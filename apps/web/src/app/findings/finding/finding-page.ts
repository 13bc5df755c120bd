import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiMagnifyScan } from '@mdi/js';
import {
  type FindingMove,
  findingMoveLabels,
  findingStateLabels,
  type FindingView,
  priorityStateLabels,
} from '@runder-tisch/domain/findings';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { TraceLists } from '../../trace/trace-lists';
import { EvidenceForm } from './evidence-form';
import { EvidenceList } from './evidence-list';
import { FigureForm } from './figure-form';
import { FindingForm } from './finding-form';

/** One Befund: what it says, what speaks for it, and what it led to. */
@Component({
  selector: 'rt-finding-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    EvidenceForm,
    EvidenceList,
    FigureForm,
    FindingForm,
    PageHead,
    ProgressLine,
    RouterLink,
    TraceLists,
  ],
  template: `
    <rt-progress-line [busy]="kept.loading() || act.busy()" />
    @if (kept.view(); as it) {
      <rt-page-head [heading]="'Befund ' + it.number" [back]="back">
        <span subline>
          <span class="rt-badge" [class.rt-badge-positive]="it.state === 'CONFIRMED'">{{
            stateLabels[it.state]
          }}</span>
          @if (it.state === 'CONFIRMED' && it.confirmedAt) {
            von {{ it.confirmedBy }} am {{ it.confirmedAt | berlinDate: 'short' }}
          }
          @if (it.state === 'DROPPED') {
            {{ it.droppedReason }}
          }
        </span>
        <ng-container actions>
          @if (it.mayChange && it.state === 'DRAFT') {
            <button type="button" class="rt-button" (click)="editing.set(true)">Bearbeiten</button>
          }
          @for (move of it.moves; track move) {
            <button
              type="button"
              class="rt-button"
              [class.rt-primary]="move === 'confirm'"
              [disabled]="act.busy()"
              (click)="make(it, move)"
            >
              {{ moveLabels[move] }}
            </button>
          }
          @if (it.mayChange && it.state === 'CONFIRMED') {
            <a
              class="rt-button rt-primary"
              routerLink="/planung/schwerpunkte"
              [queryParams]="{ neu: 1, befund: it.id }"
              >Schwerpunkt ableiten</a
            >
          }
        </ng-container>
      </rt-page-head>
      <div class="rt-columns">
        <div class="rt-stack">
          <section class="rt-card">
            <h2>Feststellung</h2>
            <p class="rt-lines">{{ it.statement }}</p>
            @if (it.caveat) {
              <h3>Vorbehalt</h3>
              <p class="rt-lines">{{ it.caveat }}</p>
            }
          </section>
          <section class="rt-card">
            <div class="rt-card-head">
              <h2>Belege ({{ it.evidence.length }})</h2>
              @if (it.mayChange && it.state !== 'DROPPED') {
                <div class="adding">
                  <button type="button" class="rt-button" (click)="addingFigure.set(true)">
                    Zahl hinzufügen
                  </button>
                  <button type="button" class="rt-button" (click)="adding.set(true)">
                    Belege hinzufügen
                  </button>
                </div>
              }
            </div>
            <rt-evidence-list [finding]="it" (changed)="kept.reload()" />
          </section>
          <section class="rt-card" aria-label="Spur">
            <rt-trace-lists kind="finding" [objectId]="it.id" />
          </section>
        </div>
        <aside class="rt-card" aria-label="Angaben">
          <h2>Angaben</h2>
          <dl class="rt-facts rt-facts-stacked">
            <dt>Handlungsfeld</dt>
            <dd>
              <a [routerLink]="['/planung/handlungsfelder', it.field.id]">{{ it.field.name }}</a>
            </dd>
            <dt>Wo</dt>
            <dd>{{ it.municipality?.name ?? it.planningArea?.name ?? 'ganzer Landkreis' }}</dd>
            <dt>Angelegt</dt>
            <dd>{{ it.createdAt | berlinDate: 'short' }}</dd>
          </dl>
          <h2>Schwerpunkte daraus</h2>
          @for (priority of it.priorities; track priority.id) {
            <p>
              <a [routerLink]="['/planung/schwerpunkte', priority.id]"
                ><span class="rt-number">{{ priority.number }}</span> · {{ priority.title }}</a
              >
              <span class="rt-quiet rt-small"> {{ priorityLabels[priority.state] }}</span>
            </p>
          } @empty {
            <p class="rt-quiet">Noch keiner.</p>
          }
        </aside>
      </div>
      @if (editing()) {
        <rt-finding-form [of]="it" (closed)="editing.set(false)" (saved)="changed()" />
      }
      @if (adding() && it.mayChange) {
        <rt-evidence-form [of]="it" (closed)="adding.set(false)" (saved)="added($event)" />
      }
      @if (addingFigure() && it.mayChange) {
        <rt-figure-form [of]="it" (closed)="addingFigure.set(false)" (saved)="added($event)" />
      }
    } @else if (kept.problem(); as refusal) {
      <rt-page-head heading="Befund" [back]="back" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
  styles: `
    .rt-card > :is(h2, h3):not(:first-child) {
      margin-top: calc(var(--rt-space) * 3);
    }
    .adding {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class FindingPage {
  readonly id = input.required<string>();
  /** "?beleg=1": the loose end leads to where it is tied. */
  readonly beleg = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly icon = mdiMagnifyScan;
  protected readonly stateLabels = findingStateLabels;
  protected readonly priorityLabels = priorityStateLabels;
  protected readonly moveLabels = findingMoveLabels;
  protected readonly back = { label: 'Befunde', link: '/planung/befunde' };
  protected readonly editing = signal(false);
  protected readonly addingFigure = signal(false);
  protected readonly adding = linkedSignal(() => !!this.beleg());
  protected readonly kept = keptObject<FindingView>(
    () => `/api/findings/${this.id()}`,
    (it) => `Befund ${it.number}`,
  );
  protected readonly act = acting(() => this.kept.reload());

  protected changed(): void {
    this.editing.set(false);
    this.kept.reload();
  }

  protected added(view: FindingView): void {
    this.adding.set(false);
    this.addingFigure.set(false);
    this.kept.view.set(view);
  }

  protected async make(it: FindingView, move: FindingMove): Promise<void> {
    const reason = move === 'drop' ? await this.whyDropped() : '';
    if (reason === null) return;
    await this.act(
      () => this.api.act(`/api/findings/${it.id}/${move}`, it.version, { reason }),
      'Gespeichert.',
    );
  }

  private async whyDropped(): Promise<string | null> {
    const answer = await this.confirm.ask({
      heading: 'Befund verwerfen?',
      text: 'Er bleibt mit seinen Belegen lesbar, kann aber nicht wieder aufgenommen werden.',
      action: 'Verwerfen',
      danger: true,
      reason: { label: 'Warum?', required: true },
    });
    return answer?.reason ?? null;
  }
}
