import { Component, computed, input } from '@angular/core';
import type { SceneTable } from '@runder-tisch/domain/documents';

/** The table of a scene where it stands first and its drawing beside it; numbers from the second column on. */
@Component({
  selector: 'rt-scene-table',
  template: `
    <div class="roll" tabindex="0" role="region" [attr.aria-label]="label()">
      <table>
        <thead>
          <tr>
            @for (head of heads(); track $index) {
              <th scope="col" [class.number]="$index > 0">{{ head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            @if (row.between) {
              <tr class="between">
                <td [attr.colspan]="heads().length">{{ between() }}: {{ row.between }}</td>
              </tr>
            }
            <tr>
              <th scope="row">{{ row.name }}</th>
              @for (cell of row.cells; track $index) {
                <td class="number">
                  <span>{{ cell.value }}</span>
                  @if (cell.interval) {
                    <span class="interval">{{ cell.interval }}</span>
                  }
                  @if (cell.rest) {
                    <span class="rest">{{ cell.rest }}</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .roll {
      overflow-x: auto;
    }
    table {
      border-collapse: collapse;
    }
    th,
    td {
      padding: 6px 24px 6px 0;
      border-top: 1px solid var(--rt-line);
      text-align: left;
      vertical-align: top;
    }
    th:last-child,
    td:last-child {
      padding-right: 0;
    }
    thead th {
      border-top: 0;
      color: var(--rt-text-quiet);
      vertical-align: bottom;
    }
    tbody th {
      font-weight: 400;
      font-variant-numeric: tabular-nums;
    }
    .number {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
    td span {
      display: inline-block;
    }
    .interval {
      margin-left: 0.3em;
      white-space: nowrap;
    }
    .rest::before {
      content: ', ';
      white-space: pre;
    }
    .between td {
      border-top: 2px dashed var(--rt-line-strong);
      color: var(--rt-text-quiet);
      font-size: 0.875rem;
    }
    tr {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
    .between {
      break-after: avoid;
    }
    @media screen and (max-width: 30rem) {
      table {
        width: 100%;
      }
      th,
      td {
        padding-right: 12px;
        hyphens: auto;
      }
      td span {
        display: block;
        margin-left: 0;
      }
      .rest::before {
        content: none;
      }
      .interval,
      .rest {
        color: var(--rt-text-quiet);
        font-size: 0.8125rem;
      }
    }
  `,
})
export class SceneTableView {
  readonly label = input.required<string>();
  readonly table = input.required<SceneTable>();
  /** Heading of a last column whose words stand between the rows: above that of a "Bruch" what is comparable ends. */
  readonly between = input('');

  private readonly hasBetween = computed(
    () => this.between() !== '' && this.table().head.at(-1) === this.between(),
  );
  protected readonly heads = computed(() =>
    this.hasBetween() ? this.table().head.slice(0, -1) : this.table().head,
  );
  protected readonly rows = computed(() =>
    this.table().rows.map(([name = '', ...cells]) => ({
      name,
      between: this.hasBetween() ? (cells.at(-1) ?? '') : '',
      cells: (this.hasBetween() ? cells.slice(0, -1) : cells).map(piecesOf),
    })),
  );
}

/** "17,7 (17,6 bis 17,9), vorläufig": a value, its interval, and what else there is to say of it. */
function piecesOf(cell: string): { value: string; interval: string; rest: string } {
  const found = /^(\S+) (\([^()]*\))(?:, (.*))?$/.exec(cell);
  if (found) return { value: found[1] ?? '', interval: found[2] ?? '', rest: found[3] ?? '' };
  const [, value, rest] = /^([\d.,−-]+), (.*)$/.exec(cell) ?? [];
  return value ? { value, interval: '', rest: rest ?? '' } : { value: cell, interval: '', rest: '' };
}
