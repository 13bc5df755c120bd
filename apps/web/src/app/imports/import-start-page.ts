import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiDownload, mdiFileTableOutline } from '@mdi/js';
import { importLimits, importStateLabels, type ImportListItem } from '@runder-tisch/domain/imports';
import { counted } from '@runder-tisch/domain/text';
import { FileDrop } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { actingInPlace } from '../http/acting';
import { pagedList } from '../lists/paged-list';
import { importKind } from './import-kinds';
import { ListUpload } from './list-upload';

/** The first step of taking over a list: the file. Below, what was taken over before. */
@Component({
  selector: 'rt-import-start-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FileDrop, Icon, PageHead, ProgressLine, RouterLink],
  templateUrl: './import-start-page.html',
  styles: `
    .sample {
      margin-top: 16px;
    }
    h2 {
      margin: 32px 0 12px;
    }
  `,
})
export class ImportStartPage {
  /** What the list is taken over as; organisations and people unless the address says otherwise. */
  readonly ziel = input<string>();

  private readonly uploads = inject(ListUpload);
  private readonly router = inject(Router);
  protected readonly kind = computed(() => importKind(this.ziel()));
  protected readonly back = computed(() => this.kind().places[0] ?? null);
  protected readonly counted = counted;
  protected readonly icons = { file: mdiFileTableOutline, down: mdiDownload };
  protected readonly limit = importLimits.fileBytes;
  protected readonly stateLabels = importStateLabels;
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  protected readonly imports = pagedList<ImportListItem>('/api/imports', () => ({}));
  protected readonly columns: readonly Column[] = [
    { key: 'file', label: 'Datei', width: '36%' },
    { key: 'state', label: 'Stand', card: 'plain' },
    { key: 'created', label: 'Neu', align: 'end', width: '5.5rem' },
    { key: 'merged', label: 'Ergänzt', align: 'end', width: '6.5rem' },
    { key: 'by', label: 'Von' },
    { key: 'at', label: 'Am', width: '8rem' },
  ];

  protected async send([file]: readonly File[]): Promise<void> {
    if (!file) return;
    await this.act(async () => {
      const id = await this.uploads.send(file, this.kind().target);
      await this.router.navigate(['/akteure/import', id]);
    });
  }
}
