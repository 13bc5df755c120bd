import { Component, input } from '@angular/core';
import type { SceneTable } from '@runder-tisch/domain/documents';

/** The table of a scene where it stands first and its drawing beside it; numbers from the second column on. */
@Component({
  selector: 'rt-scene-table',
  template: `
    <div class="roll" tabindex="0" role="region" [attr.aria-label]="label()">
      <table>
        <thead>
          <tr>
            @for (head of table().head; track $index) {
              <th scope="col" [class.number]="$index > 0">{{ head }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of table().rows; track $index) {
            <tr>
              @for (cell of row; track $index) {
                @if ($index === 0) {
                  <th scope="row">{{ cell }}</th>
                } @else {
                  <td class="number">{{ cell }}</td>
                }
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
      padding: 6px 20px 6px 0;
      border-top: 1px solid var(--rt-line);
      text-align: left;
      vertical-align: top;
    }
    thead th {
      border-top: 0;
      color: var(--rt-text-quiet);
    }
    @media (max-width: 30rem) {
      table {
        width: 100%;
      }
      th,
      td {
        padding-right: 8px;
        overflow-wrap: anywhere;
        hyphens: auto;
      }
      th:last-child,
      td:last-child {
        padding-right: 0;
      }
    }
    tbody th {
      font-weight: 400;
      font-variant-numeric: tabular-nums;
    }
    .number {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class SceneTableView {
  readonly label = input.required<string>();
  readonly table = input.required<SceneTable>();
}
