import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import {
  measureLimits,
  measureProblems,
  type SheetApplied,
  type SheetPreview,
} from '@runder-tisch/domain/measures';
import { counted } from '@runder-tisch/domain/text';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { actingInPlace } from '../../http/acting';

/** Many measures at once: out as a workbook, in again, looked at before anything is written. */
@Component({
  selector: 'rt-measure-sheet-page',
  imports: [PageHead, ProgressLine, RouterLink],
  templateUrl: './measure-sheet-page.html',
  styles: `
    .rt-card {
      margin-bottom: 20px;
    }
    ol,
    ul {
      padding-left: 22px;
    }
    li {
      padding: 3px 0;
    }
    del {
      color: var(--rt-text-quiet);
    }
    ins {
      font-weight: 600;
      text-decoration: none;
    }
  `,
})
export class MeasureSheetPage {
  private readonly http = inject(HttpClient);
  protected readonly act = actingInPlace();
  protected readonly back = { label: 'den Maßnahmen', link: '/planung/massnahmen' };
  protected readonly preview = signal<SheetPreview | null>(null);
  protected readonly done = signal<string | null>(null);
  private bytes: ArrayBuffer | null = null;

  protected async read(control: HTMLInputElement): Promise<void> {
    const file = control.files?.[0];
    control.value = '';
    if (!file) return;
    this.preview.set(null);
    this.done.set(null);
    if (file.size > measureLimits.sheetBytes) {
      this.act.refusal.set(measureProblems['measure-sheet-too-large'].says);
      return;
    }
    await this.act(async () => {
      this.bytes = await file.arrayBuffer();
      this.preview.set(await this.send<SheetPreview>('/api/measures/sheet', this.bytes));
    });
  }

  protected async apply({ digest }: SheetPreview): Promise<void> {
    const { bytes } = this;
    if (!bytes) return;
    await this.act(async () => {
      const applied = await this.send<SheetApplied>(`/api/measures/sheet/apply?digest=${digest}`, bytes);
      const said = [
        applied.changed ? `${counted(applied.changed, 'Maßnahme', 'Maßnahmen')} geändert` : '',
        applied.added ? `${applied.added} angelegt` : '',
      ].filter(Boolean);
      this.done.set(`Übernommen: ${said.join(', ')}.`);
      this.preview.set(null);
    });
  }

  protected rowsWords({ changes, added, unchanged }: SheetPreview): string {
    return `${changes.length} geändert, ${added.length} neu, ${unchanged} unverändert`;
  }

  private send<Answer>(path: string, bytes: ArrayBuffer): Promise<Answer> {
    const headers = { 'Content-Type': 'application/octet-stream' };
    return firstValueFrom(this.http.post<Answer>(path, bytes, { headers }));
  }
}
