import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MethodNoteItem, type TemplateListItem, templateStateLabels } from '@runder-tisch/domain/cycles';
import type { Page } from '@runder-tisch/domain/lists';
import { counted } from '@runder-tisch/domain/text';
import { PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { cycleTabs } from '../cycle-tabs';
import { MethodNoteForm } from './method-note-form';

/** The Bauplan in its versions, and the Methodenblätter that its steps cite. */
@Component({
  selector: 'rt-template-list-page',
  imports: [BerlinDatePipe, MethodNoteForm, PageHead, ProgressLine, RouterLink, TabBar],
  template: `
    <rt-progress-line [busy]="answer.loading() || act.busy()" />
    <rt-page-head heading="Bauplan">
      <span subline>Wie der Landkreis plant: Phasen und Schritte, aus denen jeder Zyklus entsteht.</span>
      <ng-container actions>
        @if (mayChange()) {
          @if (draft(); as it) {
            <a class="rt-button rt-primary" [routerLink]="['/planung/bauplan', it.id]">Entwurf bearbeiten</a>
          } @else if (newest()) {
            <button type="button" class="rt-button rt-primary" [disabled]="act.busy()" (click)="begin()">
              Neue Fassung anlegen
            </button>
          }
        }
      </ng-container>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Zyklus" />
    @if (answer.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <div class="rt-stack">
      <section class="rt-card" aria-labelledby="fassungen">
        <h2 id="fassungen">Fassungen</h2>
        <ul class="rt-entries">
          @for (it of versions(); track it.id) {
            <li>
              <a [routerLink]="['/planung/bauplan', it.id]">Fassung {{ it.number }}</a>
              &ngsp;<span class="rt-badge" [class.rt-badge-warning]="it.state === 'DRAFT'">{{
                labels[it.state]
              }}</span>
              <p class="rt-quiet">
                {{ counted(it.phases, 'Phase', 'Phasen') }}, {{ counted(it.steps, 'Schritt', 'Schritte') }}
                @if (it.releasedAt) {
                  · freigegeben am {{ it.releasedAt | berlinDate: 'short' }} von {{ it.releasedBy }}
                }
              </p>
              @if (it.changeNote) {
                <p class="rt-lines">{{ it.changeNote }}</p>
              }
            </li>
          }
        </ul>
      </section>
      <section class="rt-card" aria-labelledby="methodenblaetter">
        <div class="rt-card-head">
          <h2 id="methodenblaetter">Methodenblätter</h2>
          @if (mayChange()) {
            <button type="button" class="rt-button rt-small" (click)="writing.set(true)">
              Methodenblatt anlegen
            </button>
          }
        </div>
        <ul class="rt-entries">
          @for (it of notes(); track it.id) {
            <li>
              <a [routerLink]="['/planung/methodenblaetter', it.id]">{{ it.title }}</a>
              <span class="rt-cell-note">{{ it.number ? 'Fassung ' + it.number : 'Entwurf' }}</span>
            </li>
          }
        </ul>
      </section>
    </div>
    @if (writing()) {
      <rt-method-note-form (closed)="writing.set(false)" (saved)="open($event)" />
    }
  `,
})
export class TemplateListPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly tabs = cycleTabs;
  protected readonly labels = templateStateLabels;
  protected readonly counted = counted;
  protected readonly act = acting();
  protected readonly writing = signal(false);
  protected readonly mayChange = computed(() => this.session.may('cycle:change'));
  protected readonly answer = keptObject<Page<TemplateListItem>>(() => '/api/process-templates');
  private readonly noteAnswer = keptObject<Page<MethodNoteItem>>(() => '/api/method-notes');
  protected readonly versions = computed(() => this.answer.view()?.items ?? []);
  protected readonly notes = computed(() => this.noteAnswer.view()?.items ?? []);
  protected readonly draft = computed(() => this.versions().find(({ state }) => state === 'DRAFT'));
  protected readonly newest = computed(() => this.versions()[0]);

  protected async begin(): Promise<void> {
    const basedOnId = this.newest()?.id;
    let id = '';
    const done = await this.act(async () => {
      ({ id } = await this.api.create('/api/process-templates', { basedOnId }));
    }, 'Neue Fassung angelegt.');
    if (done) void this.router.navigate(['/planung/bauplan', id]);
  }

  protected open(id: string): void {
    void this.router.navigate(['/planung/methodenblaetter', id]);
  }
}
