import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiBookOpenPageVariantOutline } from '@mdi/js';
import {
  sectorLabels,
  type SectorPlanMove,
  sectorPlanMoveLabels,
  sectorPlanStateLabels,
  type SectorPlanView,
} from '@runder-tisch/domain/data-requests';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Session } from '../../session/session';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { interfaceTabs } from '../interfaces/interface-tabs';
import { SectorPlanForm } from './sector-plan-form';
import { SectorPlanMoveForm } from './sector-plan-move-form';

/** Plans of other laws beside the Sozialplanung: how each stands, who keeps it, what it needs. */
@Component({
  selector: 'rt-sector-plan-list-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    KeptEntryBody,
    KeptList,
    PageHead,
    ProgressLine,
    RouterLink,
    SectorPlanForm,
    SectorPlanMoveForm,
    TabBar,
  ],
  template: `
    <rt-progress-line [busy]="plans.loading()" />
    <rt-page-head heading="Fachplanungen">
      <span subline>Jugendhilfe, Pflege, Schule, Teilhabe: wie es um sie steht und was sie brauchen.</span>
      <ng-container actions>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-primary" (click)="adding.set(true)">
            Fachplanung hinzufügen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Schnittstellen" />
    @if (plans.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-kept-list
      label="Fachplanungen"
      ordered
      [entries]="plans.entries()"
      [loading]="plans.loading()"
      [mayChange]="mayChange()"
      (orderChange)="plans.order($event)"
      (edit)="editing.set($event.id)"
    >
      <ng-template [rtKeptEntry]="plans.entries()" let-it>
        <p class="name">{{ it.name }}</p>
        <p>
          <span
            class="rt-badge"
            [class.rt-badge-positive]="it.state === 'IN_FORCE'"
            [class.rt-badge-accent]="it.state === 'IN_UPDATE'"
            [class.rt-badge-warning]="it.state === 'OUTDATED'"
            >{{ states[it.state] }}</span
          >
          @if (it.stateOn; as day) {
            seit {{ day | berlinDate: 'short' }}
          }
          @if (it.nextOn; as day) {
            · nächste Fortschreibung {{ day | berlinDate: 'short' }}
            @if (it.overdue) {
              <span class="rt-badge rt-badge-negative">überfällig</span>
            }
          }
        </p>
        <p class="rt-quiet rt-small">
          {{ sectors[it.sector] }}{{ it.unit ? ' · ' + it.unit : '' }}
          @if (it.link) {
            · <a [href]="it.link" rel="noopener" [attr.aria-label]="'Plan lesen: ' + it.name">Plan lesen</a>
          }
        </p>
        @if (it.note) {
          <p class="rt-quiet rt-small">{{ it.note }}</p>
        }
        @if (it.interfaces.length) {
          <p class="rt-small">
            Braucht:
            @for (row of it.interfaces; track row.id; let last = $last) {
              <a [routerLink]="['/planung/schnittstellen', row.id]">{{ row.partner }}</a>{{
                last ? '' : ', '
              }}
            }
          </p>
        }
        @if (it.active && it.moves.length) {
          <p class="moves rt-unprinted">
            @for (move of it.moves; track move) {
              <button
                type="button"
                class="rt-button rt-small"
                [attr.aria-label]="labels[move] + ': ' + it.name"
                (click)="moving.set({ id: it.id, move })"
              >
                {{ labels[move] }}
              </button>
            }
          </p>
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch keine Fachplanungen"
        text="Im Register stehen vier zur Übernahme bereit; weitere tragen Sie hier ein."
        [icon]="icon"
      />
    </rt-kept-list>
    @if (adding()) {
      <rt-sector-plan-form [list]="plans" (closed)="adding.set(false)" />
    }
    @if (edited(); as it) {
      <rt-sector-plan-form [of]="it" [list]="plans" (closed)="editing.set(null)" />
    }
    @if (moved(); as it) {
      <rt-sector-plan-move-form
        [of]="it.plan"
        [move]="it.move"
        (closed)="moving.set(null)"
        (moved)="moving.set(null); plans.reload()"
      />
    }
  `,
  styles: `
    .name {
      font-weight: 600;
    }
    .moves {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class SectorPlanListPage {
  private readonly session = inject(Session);
  protected readonly icon = mdiBookOpenPageVariantOutline;
  protected readonly tabs = interfaceTabs;
  protected readonly states = sectorPlanStateLabels;
  protected readonly sectors = sectorLabels;
  protected readonly labels = sectorPlanMoveLabels;
  protected readonly plans = keptList<SectorPlanView>('/api/sector-plans');
  protected readonly mayChange = computed(() => this.session.may('data-request:change'));
  protected readonly adding = signal(false);
  protected readonly editing = signal<string | null>(null);
  protected readonly moving = signal<{ id: string; move: SectorPlanMove } | null>(null);
  protected readonly edited = computed(
    () => this.plans.entries().find((it) => it.id === this.editing()) ?? null,
  );
  protected readonly moved = computed(() => {
    const wanted = this.moving();
    const plan = this.plans.entries().find((it) => it.id === wanted?.id);
    return wanted && plan ? { plan, move: wanted.move } : null;
  });
}
