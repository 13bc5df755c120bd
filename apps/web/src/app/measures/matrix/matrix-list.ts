import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@runder-tisch/ui/icon';
import { matrixSigns, type Mark, type Sheet, type SheetRow } from './matrix-sheet';

/** The same on a phone: each row with what it leads to, in words. */
@Component({
  selector: 'rt-matrix-list',
  imports: [Icon, RouterLink],
  template: `
    <ul class="rows" [attr.aria-label]="label()">
      @for (row of sheet().rows; track row.id) {
        <li class="rt-card" [class.gap]="row.gap">
          <p class="name">
            @if (row.path) {
              <a [routerLink]="row.path"
                ><span class="rt-number">{{ row.number }}</span> {{ row.title }}</a
              >
            } @else {
              <span class="rt-number">{{ row.number }}</span>
            }
          </p>
          <p class="state">
            @if (row.gap) {
              <span class="rt-badge rt-badge-warning"><rt-icon [path]="signs.gap" />{{ row.words }}</span>
            } @else {
              {{ row.words }}
            }
          </p>
          @if (marksOf(row); as marks) {
            @if (marks.length) {
              <ul class="marks">
                @for (mark of marks; track mark.columnId) {
                  <li>
                    <rt-icon [path]="mark.sign" [class.check]="mark.toCheck" />
                    <span>
                      <a [routerLink]="mark.path">{{ mark.columnName }}</a>
                      <span class="rt-quiet rt-small">{{ mark.words }}, {{ mark.history }}</span>
                    </span>
                  </li>
                }
              </ul>
            }
            @if (row.count > marks.length) {
              <p class="rt-quiet rt-small">
                {{ row.count - marks.length }} weitere auf anderen Seiten der Spalten
              </p>
            }
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .rows {
      display: grid;
      gap: 12px;
    }
    .name {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .name a {
      color: inherit;
    }
    .state {
      margin-top: 4px;
      color: var(--rt-text-quiet);
    }
    .rt-badge {
      white-space: normal;
    }
    .rt-badge rt-icon {
      width: 16px;
      height: 16px;
    }
    .marks {
      display: grid;
      gap: 10px;
      margin-top: 10px;
    }
    .marks li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 8px;
    }
    .marks a,
    .marks .rt-quiet {
      display: block;
      overflow-wrap: anywhere;
    }
    rt-icon {
      color: var(--rt-accent);
    }
    .rt-badge rt-icon,
    rt-icon.check {
      color: var(--rt-warning);
    }
  `,
})
export class MatrixList {
  readonly sheet = input.required<Sheet>();
  readonly label = input.required<string>();
  protected readonly signs = matrixSigns;

  protected marksOf(row: SheetRow): Mark[] {
    return row.marks.filter((mark) => mark !== null);
  }
}
