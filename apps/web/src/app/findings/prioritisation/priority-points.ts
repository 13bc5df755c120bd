import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  pointsInWords,
  type PriorityPointsView,
  rankInWords,
  votersInWords,
} from '@runder-tisch/domain/findings/prioritisation';
import { formatDate } from '@runder-tisch/domain/time';

/** For the page of a Handlungsschwerpunkt: "12 Punkte, Rang 2 von 7, 24 Stimmen, 05.06.2025". */
@Component({
  selector: 'rt-priority-points',
  imports: [RouterLink],
  template: `
    <ul class="asked">
      @for (it of points.hasValue() ? points.value() : []; track it.prioritisationId) {
        <li>
          {{ words(it) }}
          <a [routerLink]="['/planung/punktabfragen', it.prioritisationId]">{{ it.question }}</a>
        </li>
      } @empty {
        @if (points.hasValue()) {
          <li class="rt-quiet">Stand noch in keiner Punktabfrage zur Wahl.</li>
        }
      }
    </ul>
  `,
})
export class PriorityPoints {
  readonly priorityId = input.required<string>();
  protected readonly points = httpResource<PriorityPointsView[]>(
    () => `/api/priorities/${this.priorityId()}/points`,
  );

  protected words(it: PriorityPointsView): string {
    return [
      pointsInWords(it.points),
      rankInWords(it, it.of),
      votersInWords(it.voters),
      formatDate(it.closedAt),
    ].join(', ');
  }
}
