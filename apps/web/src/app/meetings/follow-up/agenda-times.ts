import { Component, computed, input } from '@angular/core';
import {
  type AgendaItemView,
  agendaNumbers,
  agendaParts,
  type MeetingType,
} from '@runder-tisch/domain/meetings';

/** What each point was given and what it took, for the next agenda; only where the clock of a session ran. */
@Component({
  selector: 'rt-agenda-times',
  template: `
    @if (rows(); as rows) {
      <details class="rt-card">
        <summary>Zeit je Punkt: {{ words() }}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Punkt</th>
              <th scope="col" class="rt-number">geplant</th>
              <th scope="col" class="rt-number">gebraucht</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows; track row.id) {
              <tr>
                <th scope="row">{{ row.title }}</th>
                <td class="rt-number">{{ row.planned === null ? '–' : row.planned + ' Min.' }}</td>
                <td class="rt-number" [class.over]="row.over">
                  {{ row.used === null ? '–' : row.used + ' Min.' }}
                  @if (row.over) {
                    <span class="rt-unseen">, länger als geplant</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </details>
    }
  `,
  styles: `
    summary {
      cursor: pointer;
    }
    table {
      width: 100%;
      margin-top: 10px;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 6px 8px 6px 0;
      border-bottom: 1px solid var(--rt-line);
      text-align: left;
      font-weight: 400;
    }
    thead th {
      color: var(--rt-text-quiet);
    }
    .rt-number {
      text-align: right;
      white-space: nowrap;
    }
    .over {
      font-weight: 650;
    }
  `,
})
export class AgendaTimes {
  readonly type = input.required<MeetingType>();
  readonly agenda = input.required<readonly AgendaItemView[]>();

  protected readonly rows = computed(() => {
    const items = agendaParts(this.type(), this.agenda()).flatMap((part) => part.items);
    if (items.every(({ usedSeconds }) => usedSeconds === null)) return null;
    const numbers = agendaNumbers(items);
    return items.map(({ id, title, minutes, usedSeconds }, index) => {
      const used = usedSeconds === null ? null : Math.round(usedSeconds / 60);
      return {
        id,
        title: `${numbers[index]} ${title}`,
        planned: minutes,
        used,
        over: minutes !== null && used !== null && used > minutes,
      };
    });
  });
  protected readonly words = computed(() => {
    const rows = this.rows() ?? [];
    const used = rows.reduce((sum, row) => sum + (row.used ?? 0), 0);
    const over = rows.filter((row) => row.over).length;
    const longer = over === 1 ? 'ein Punkt dauerte' : `${over} Punkte dauerten`;
    return over === 0 ? `${used} Minuten` : `${used} Minuten, ${longer} länger als geplant`;
  });
}
