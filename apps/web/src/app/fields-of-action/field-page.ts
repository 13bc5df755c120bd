import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCompassOffOutline } from '@mdi/js';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Belongings } from '../object-page/belongings';
import { Block } from '../object-page/block';
import { contributedBlocks } from '../object-page/contributed';
import { keptObject } from '../object-page/kept-object';
import { Session } from '../session/session';
import { TraceLists } from '../trace/trace-lists';
import { FieldPublication } from './field-publication';

/** One Handlungsfeld: how it stands, what belongs to it and what is linked to it. */
@Component({
  selector: 'rt-field-page',
  imports: [Belongings, Block, EmptyState, FieldPublication, PageHead, ProgressLine, RouterLink, TraceLists],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (field(); as it) {
      <rt-page-head [heading]="it.name" [back]="back">
        <span subline>
          Handlungsfeld
          @if (!it.active) {
            <span class="rt-badge">nicht mehr verwendet</span>
          }
        </span>
        <ng-container actions>
          @if (session.may('finding:change')) {
            <a
              class="rt-button"
              routerLink="/planung/befunde"
              [queryParams]="{ neu: 1, handlungsfeld: it.id }"
              >Befund anlegen</a
            >
          }
          @if (session.may('recommendation:read')) {
            <a
              class="rt-button rt-primary"
              [href]="'/api/fields-of-action/' + it.id + '/briefing.pdf'"
              target="_blank"
              >Sprechzettel</a
            >
          }
        </ng-container>
      </rt-page-head>
      @for (block of state; track block) {
        <rt-block [of]="block" [tall]="true" />
      }
      <div class="rt-columns">
        <div class="rt-stack">
          @for (block of blocks; track block) {
            <rt-block [of]="block" />
          }
          @if (session.may('finding:read')) {
            <rt-field-publication [fieldId]="it.id" [name]="it.name" />
          }
          <section class="rt-card" aria-label="Spur">
            <rt-trace-lists kind="field-of-action" [objectId]="it.id" />
          </section>
        </div>
        <aside class="rt-card" aria-label="Was dazugehört">
          <h2>Was dazugehört</h2>
          <p class="rt-lines">{{ it.description || 'Noch ohne Beschreibung.' }}</p>
          @if (session.may('search:use')) {
            <rt-belongings kind="field-of-action" [objectId]="it.id" />
          }
        </aside>
      </div>
    } @else if (kept.problem(); as refusal) {
      <rt-page-head heading="Handlungsfeld" [back]="back" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="gone" /></div>
    }
  `,
})
export class FieldPage {
  readonly id = input.required<string>();

  protected readonly state = contributedBlocks('field-of-action-state');
  protected readonly blocks = contributedBlocks('field-of-action');
  protected readonly session = inject(Session);
  protected readonly gone = mdiCompassOffOutline;
  protected readonly back = { label: 'Handlungsfelder', link: '/planung/handlungsfelder' };
  protected readonly kept = keptObject<FieldOfActionView>(
    () => `/api/fields-of-action/${this.id()}`,
    (field) => field.name,
  );
  protected readonly field = this.kept.view;
}
