import { Component } from '@angular/core';
import { mdiFileDocumentOutline } from '@mdi/js';
import type { InterfaceDescriptionView } from '@runder-tisch/domain/data-requests';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { keptObject } from '../../object-page/kept-object';
import { interfaceTabs } from './interface-tabs';

/** „Was bekommt die Sozialplanung von wem bis wann?“, as it is printed and sent. */
@Component({
  selector: 'rt-interface-description-page',
  imports: [DocumentView, EmptyState, PageHead, ProgressLine, TabBar],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    <rt-page-head heading="Schnittstellenbeschreibung">
      <span subline>{{
        kept.view()?.content?.subtitle ?? 'Was bekommt die Sozialplanung von wem bis wann?'
      }}</span>
      <ng-container actions>
        <a class="rt-button rt-primary" href="/api/interfaces/description.pdf" target="_blank"
          >Als PDF öffnen</a
        >
      </ng-container>
    </rt-page-head>
    <rt-tab-bar [tabs]="tabs" label="Schnittstellen" />
    @if (kept.view(); as it) {
      <article class="rt-card sheet" aria-labelledby="beschreibung">
        <h2 id="beschreibung" class="rt-unseen">Beschreibung</h2>
        <rt-document [blocks]="it.content.blocks" live />
      </article>
    } @else if (kept.problem(); as refusal) {
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
  styles: `
    .sheet {
      padding: clamp(16px, 3vw, 32px);
      overflow-x: auto;
    }
  `,
})
export class InterfaceDescriptionPage {
  protected readonly icon = mdiFileDocumentOutline;
  protected readonly tabs = interfaceTabs;
  protected readonly kept = keptObject<InterfaceDescriptionView>(
    () => '/api/interfaces/description',
    () => 'Schnittstellenbeschreibung',
  );
}
