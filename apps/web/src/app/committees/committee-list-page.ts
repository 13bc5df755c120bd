import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiGavel } from '@mdi/js';
import { committeeKindLabels, type CommitteeView } from '@runder-tisch/domain/committees';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Session } from '../session/session';
import { KeptEntryBody } from '../settings/kept-list/kept-entry';
import { KeptList } from '../settings/kept-list/kept-list';
import { keptList } from '../settings/kept-list/kept-list-data';
import { CommitteeForm } from './committee-form';
import { CommitteeTabs } from './committee-tabs';

/** Who decides: Kreistag, committees and advisory boards, apart from networks. */
@Component({
  selector: 'rt-committee-list-page',
  imports: [
    CommitteeForm,
    CommitteeTabs,
    EmptyState,
    KeptEntryBody,
    KeptList,
    PageHead,
    ProgressLine,
    RouterLink,
  ],
  template: `
    <rt-progress-line [busy]="committees.loading()" />
    <rt-page-head heading="Gremien & Beschlüsse">
      <span subline
        >Wer beschließt oder berät, und was dort beraten wurde. Netzwerke empfehlen, Gremien
        beschließen.</span
      >
      <ng-container actions>
        @if (mayChange()) {
          <button type="button" class="rt-button rt-primary" (click)="adding.set(true)">
            Gremium hinzufügen
          </button>
        }
      </ng-container>
    </rt-page-head>
    <rt-committee-tabs />
    @if (committees.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (mine().length) {
      <section class="rt-card own" aria-labelledby="meine-gremien">
        <h2 id="meine-gremien">Meine Gremien</h2>
        <ul>
          @for (committee of mine(); track committee.id) {
            <li>
              <a class="name" [routerLink]="['/planung/gremien', committee.id]">{{ committee.name }}</a>
              <span class="rt-quiet rt-small">{{ committee.rhythm }}</span>
            </li>
          }
        </ul>
      </section>
    }
    <rt-kept-list
      label="Gremien"
      ordered
      [entries]="committees.entries()"
      [loading]="committees.loading()"
      [mayChange]="mayChange()"
      (orderChange)="committees.order($event)"
      (edit)="editing.set($event.id)"
    >
      <ng-template [rtKeptEntry]="committees.entries()" let-committee>
        <a class="name" [routerLink]="['/planung/gremien', committee.id]">{{ committee.name }}</a>
        <p class="rt-quiet rt-small">
          {{ kinds[committee.kind] }}
          @if (committee.rhythm) {
            · {{ committee.rhythm }}
          }
          @if (committee.seated) {
            · {{ committee.seated }} {{ committee.seated === 1 ? 'Mitglied' : 'Mitglieder' }}
          }
          @if (committee.vacant) {
            · {{ committee.vacant }} unbesetzt
          }
        </p>
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch keine Gremien"
        text="Tragen Sie den Kreistag und die Ausschüsse ein, denen die Sozialplanung berichtet."
        [icon]="icon"
      />
    </rt-kept-list>
    @if (adding()) {
      <rt-committee-form [list]="committees" (closed)="adding.set(false)" />
    }
    @if (edited(); as committee) {
      <rt-committee-form [committee]="committee" [list]="committees" (closed)="editing.set(null)" />
    }
  `,
  styles: `
    .own {
      margin-bottom: 20px;

      ul {
        display: grid;
        gap: 10px;
      }
      li {
        display: grid;
      }
    }
    .name {
      font-weight: 600;
      text-decoration: none;
    }
    .name:hover {
      text-decoration: underline;
    }
  `,
})
export class CommitteeListPage {
  private readonly session = inject(Session);
  protected readonly icon = mdiGavel;
  protected readonly kinds = committeeKindLabels;
  protected readonly committees = keptList<CommitteeView>('/api/committees');
  protected readonly mine = computed(() => this.committees.entries().filter((it) => it.mine));
  protected readonly mayChange = computed(() => this.session.may('committee:change'));
  protected readonly adding = signal(false);
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(
    () => this.committees.entries().find((it) => it.id === this.editing()) ?? null,
  );
}
