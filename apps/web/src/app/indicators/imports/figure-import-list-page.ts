import { HttpClient } from '@angular/common/http';
import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiAlertOutline, mdiFileTableOutline, mdiTrayArrowUp } from '@mdi/js';
import { fileProblems, importLimits } from '@runder-tisch/domain/imports';
import { type FigureImportListItem, figureImportStateLabels } from '@runder-tisch/domain/indicators/imports';
import { Icon } from '@runder-tisch/ui/icon';
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
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, Icon, PageHead, ProgressLine, RouterLink],
  templateUrl: './figure-import-list-page.html',
  styles: `
    .drop {
      display: grid;
      justify-items: center;
      gap: 12px;
      padding: 32px 20px;
      border: 2px dashed var(--rt-line-strong);
      border-radius: var(--rt-radius);
      text-align: center;
    }
    .drop.over {
      border-color: var(--rt-accent);
      background: var(--rt-accent-soft);
    }
    h2 {
      margin: 32px 0 12px;
    }
  `,
})
export class FigureImportListPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('chooser');
  protected readonly icons = { file: mdiFileTableOutline, up: mdiTrayArrowUp, alert: mdiAlertOutline };
  protected readonly labels = figureImportStateLabels;
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  protected readonly over = signal(false);
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

  protected choose(): void {
    this.chooser().nativeElement.click();
  }

  protected chosen(): void {
    const control = this.chooser().nativeElement;
    const file = control.files?.[0];
    // The same file may be chosen again after it was mended.
    if (file) void this.send(file).finally(() => (control.value = ''));
  }

  protected dragged(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over);
  }

  protected dropped(event: DragEvent): void {
    this.dragged(event, false);
    const file = event.dataTransfer?.files[0];
    if (file) void this.send(file);
  }

  protected async send(file: File, again = false): Promise<void> {
    if (this.busy()) return;
    this.known.set(null);
    if (file.size > importLimits.fileBytes) {
      this.refusal.set(fileProblems['file-too-large'].says);
      return;
    }
    const done = await this.act(async () => {
      const params = { name: file.name.slice(-importLimits.fileName), ...(again ? { again: 'true' } : {}) };
      const headers = { 'Content-Type': 'application/octet-stream' };
      const answer = this.http.post<{ id: string }>('/api/figure-imports', await file.arrayBuffer(), {
        params,
        headers,
      });
      try {
        const { id } = await firstValueFrom(answer);
        await this.router.navigate(['/daten/importe', id]);
      } catch (error) {
        if (asProblemError(error).code === KNOWN) this.known.set(file);
        throw error;
      }
    });
    if (done) this.known.set(null);
  }
}
