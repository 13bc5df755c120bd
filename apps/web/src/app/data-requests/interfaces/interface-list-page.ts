import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiSwapHorizontal } from '@mdi/js';
import {
  interfaceDirectionLabels,
  interfaceFormLabels,
  interfaceRhythmLabels,
  type InterfaceView,
} from '@runder-tisch/domain/data-requests';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Session } from '../../session/session';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { InterfaceForm } from './interface-form';

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
    @if (interfaces.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
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
        <p class="name">{{ it.partner }}</p>
        <p>{{ it.name }}</p>
        <p class="rt-quiet rt-small">
          {{ directions[it.direction] }} · {{ rhythms[it.rhythm] }} · {{ forms[it.form] }}
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
    .name {
      font-weight: 600;
    }
  `,
})
export class InterfaceListPage {
  private readonly session = inject(Session);
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
}
