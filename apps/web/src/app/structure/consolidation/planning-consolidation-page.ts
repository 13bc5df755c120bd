import { Component } from '@angular/core';
import { PageHead } from '@runder-tisch/ui/layout';
import { ConsolidationPanel } from './consolidation-panel';

/** Whether the planning itself lasts: mandate, hours, budget, rhythm. */
@Component({
  selector: 'rt-planning-consolidation-page',
  imports: [ConsolidationPanel, PageHead],
  template: `
    <rt-page-head
      heading="Verstetigung der Sozialplanung"
      [back]="{ label: 'Verstetigung', link: '/netzwerke/verstetigung' }"
    >
      <span subline
        >Auftrag, Stunden, Haushalt und Rhythmus: Trägt die Planung auch ohne die Menschen, die sie heute
        machen?</span
      >
    </rt-page-head>
    <rt-consolidation-panel />
  `,
})
export class PlanningConsolidationPage {}
