import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiFileTableOutline } from '@mdi/js';
import { importLimits } from '@runder-tisch/domain/imports';
import { type FigureImportListItem, figureImportStateLabels } from '@runder-tisch/domain/indicators/imports';
import { FileDrop } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { firstValueFrom } from 'rxjs';
import { actingInPlace } from '../../http/acting';
import { asProblemError } from '../../http/problem-error';
import { pagedList } from '../../lists/paged-list';

const KNOWN = 'figure-import-known';

/** Where a table of figures is dropped; below, what came in before. */
@Component({
  selector: 'rt-figure-import-list-page',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, FileDrop, PageHead, ProgressLine, RouterLink],
  templateUrl: './figure-import-list-page.html',
  styles: `
    h2 {
      margin: 32px 0 12px;
    }
  `,
})
export class FigureImportListPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly icons = { file: mdiFileTableOutline };
  protected readonly labels = figureImportStateLabels;
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  protected readonly progress = signal('');
  protected readonly limit = importLimits.fileBytes;
  /** The file that was taken over before and may be read once more. */
  protected readonly known = signal<File | null>(null);
  protected readonly imports = pagedList<FigureImportListItem>('/api/figure-imports', () => ({}));
  protected readonly columns: readonly Column[] = [
    { key: 'file', label: 'Datei', width: '38%' },
    { key: 'state', label: 'Stand', card: 'plain' },
    { key: 'written', label: 'Werte', align: 'end', width: '6rem' },
    { key: 'by', label: 'Von' },
    { key: 'at', label: 'Am', width: '8rem' },
  ];

  /** One file leads to its page; of several each waits in the list below until somebody looks at it. */
  protected async sendAll(files: readonly File[]): Promise<void> {
    for (const [at, file] of files.entries()) {
      this.progress.set(files.length > 1 ? `${at + 1} von ${files.length} Dateien` : '');
      if (!(await this.send(file, false, files.length === 1))) return;
    }
    if (files.length > 1) this.imports.reload();
  }

  protected async send(file: File, again = false, open = true): Promise<boolean> {
    if (this.busy()) return false;
    this.known.set(null);
    const done = await this.act(async () => {
      const params = { name: file.name.slice(-importLimits.fileName), ...(again ? { again: 'true' } : {}) };
      const headers = { 'Content-Type': 'application/octet-stream' };
      const answer = this.http.post<{ id: string }>('/api/figure-imports', await file.arrayBuffer(), {
        params,
        headers,
      });
      try {
        const { id } = await firstValueFrom(answer);
        if (open) await this.router.navigate(['/daten/importe', id]);
      } catch (error) {
        if (asProblemError(error).code === KNOWN) this.known.set(file);
        throw error;
      }
    });
    if (done) this.known.set(null);
    return done;
  }
}
