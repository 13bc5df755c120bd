import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiSwapHorizontal } from '@mdi/js';
import {
  dataProtectionClassLabels,
  interfaceDirectionLabels,
  interfaceFormLabels,
  type InterfaceProposals,
  interfaceRhythmLabels,
  type InterfaceView,
} from '@runder-tisch/domain/data-requests';
import { counted } from '@runder-tisch/domain/text';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { Session } from '../../session/session';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { InterfaceForm } from './interface-form';
import { interfaceTabs } from './interface-tabs';

/** The interface register: what planning gets from whom by when, and what it gives. */
@Component({
  selector: 'rt-interface-list-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    InterfaceForm,
    KeptEntryBody,
    KeptList,
    PageHead,
    ProgressLine,
    RouterLink,
    TabBar,
  ],
  template: `
    <rt-progress-line [busy]="interfaces.loading()" />
    <rt-page-head heading="Schnittstellen">
      <span subline>Was bekommt die Sozialplanung von wem, wie oft und in welcher Form?</span>
      <ng-container actions>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-primary" (click)="adding.set(true)">
            Schnittstelle hinzufügen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Schnittstellen" />
    @if (interfaces.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (act.refusal(); as says) {
      <p class="rt-note rt-note-negative" role="alert">{{ says }}</p>
    }
    @if (proposals(); as it) {
      <details class="rt-card rt-unprinted proposals">
        <summary>{{ proposalWords() }}</summary>
        <ul>
          @for (row of it.interfaces; track $index) {
            <li>{{ row.partner }}: {{ row.name }} ({{ directions[row.direction] }})</li>
          }
          @for (name of it.plans; track name) {
            <li>Fachplanung: {{ name }}</li>
          }
        </ul>
        <button type="button" class="rt-button" [disabled]="act.busy()" (click)="takeProposals()">
          Vorschläge übernehmen
        </button>
      </details>
    }
    <rt-kept-list
      label="Schnittstellen"
      ordered
      [entries]="interfaces.entries()"
      [loading]="interfaces.loading()"
      [mayChange]="mayChange()"
      (orderChange)="interfaces.order($event)"
      (edit)="editing.set($event.id)"
    >
      <ng-template [rtKeptEntry]="interfaces.entries()" let-it>
        <p class="name">
          <a [routerLink]="['/planung/schnittstellen', it.id]">{{ it.partner }}</a>
        </p>
        <p>{{ it.name }}</p>
        <p class="rt-quiet rt-small">
          {{ directions[it.direction] }} · {{ rhythms[it.rhythm] }} · {{ forms[it.form] }} ·
          {{ classes[it.dataClass] }}
          @if (it.validFrom; as day) {
            · gilt ab {{ day | berlinDate: 'short' }}
          }
          @if (it.lastDeliveryAt) {
            · zuletzt {{ it.lastDeliveryAt | berlinDate: 'short' }}
          }
        </p>
        @if (it.topic; as topic) {
          <p class="rt-small">Thema {{ topic.place }}: {{ topic.name }}</p>
        }
        @if (it.basis) {
          <p class="rt-quiet rt-small">{{ it.basis }}</p>
        }
        @if (it.direction === 'TO_PLANNING' && it.active && mayChange()) {
          <p class="rt-small rt-unprinted">
            <a
              routerLink="/daten/lieferungen"
              [queryParams]="{ neu: 1, schnittstelle: it.id }"
              [attr.aria-label]="'Daten anfordern: ' + it.partner"
              >Daten anfordern</a
            >
            @if (it.used) {
              ·
              <a
                routerLink="/daten/lieferungen"
                [queryParams]="{ agreementId: it.id }"
                [attr.aria-label]="'Bisherige Anforderungen: ' + it.partner"
                >Bisherige Anforderungen</a
              >
            }
          </p>
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch keine Schnittstellen"
        text="Tragen Sie ein, wer der Sozialplanung was liefert; dann können Sie Daten mit einem Link anfordern."
        [icon]="icon"
      />
    </rt-kept-list>
    @if (adding()) {
      <rt-interface-form [list]="interfaces" (closed)="adding.set(false)" />
    }
    @if (edited(); as it) {
      <rt-interface-form [of]="it" [list]="interfaces" (closed)="editing.set(null)" />
    }
  `,
  styles: `
    .proposals {
      margin-bottom: 18px;
    }
    summary {
      cursor: pointer;
    }
    .name {
      font-weight: 600;
    }
  `,
})
export class InterfaceListPage {
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  protected readonly tabs = interfaceTabs;
  protected readonly classes = dataProtectionClassLabels;
  protected readonly icon = mdiSwapHorizontal;
  protected readonly directions = interfaceDirectionLabels;
  protected readonly rhythms = interfaceRhythmLabels;
  protected readonly forms = interfaceFormLabels;
  protected readonly interfaces = keptList<InterfaceView>('/api/interfaces');
  protected readonly mayChange = computed(() => this.session.may('data-request:change'));
  protected readonly adding = signal(false);
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(
    () => this.interfaces.entries().find((it) => it.id === this.editing()) ?? null,
  );
  protected readonly act = actingInPlace(() => {
    this.interfaces.reload();
    this.proposed.reload();
  });
  private readonly proposed = httpResource<InterfaceProposals>(() =>
    this.mayChange() ? '/api/interfaces/proposals' : undefined,
  );
  protected readonly proposals = computed(() => {
    const it = this.proposed.hasValue() ? this.proposed.value() : null;
    return it && it.interfaces.length + it.plans.length > 0 ? it : null;
  });
  protected readonly proposalWords = computed(() => {
    const it = this.proposals();
    if (!it) return '';
    const rows = [
      it.interfaces.length > 0 && counted(it.interfaces.length, 'Schnittstelle', 'Schnittstellen'),
      it.plans.length > 0 && counted(it.plans.length, 'Fachplanung', 'Fachplanungen'),
    ].filter((words) => words !== false);
    return `Vorschläge, die hier noch fehlen: ${rows.join(' und ')}`;
  });

  protected takeProposals(): Promise<boolean> {
    return this.act(
      () => this.api.act('/api/interfaces/proposals'),
      'Übernommen: Bitte passen Sie die Vorschläge an Ihren Landkreis an.',
    );
  }
}
