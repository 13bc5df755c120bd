import { Component, inject } from '@angular/core';
import { CurrentFormat } from '../../formats/format-page/current-format';
import { ConsolidationPanel } from './consolidation-panel';

/** Whether the format lasts: the tab of its page. */
@Component({
  selector: 'rt-format-consolidation',
  imports: [ConsolidationPanel],
  template: `
    @if (current.view(); as format) {
      <rt-consolidation-panel isFormat [objectId]="format.id" />
    }
  `,
})
export class FormatConsolidation {
  protected readonly current = inject(CurrentFormat);
}
