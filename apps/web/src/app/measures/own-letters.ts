import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page } from '@runder-tisch/domain/lists';
import type { OwnYearLetter } from '@runder-tisch/domain/measures/year-letters';
import { BerlinDatePipe } from '@runder-tisch/ui/text';

const SHOWN = 4;

/** On the start page of a provider: the letters that say what became of a year's Hinweise. */
@Component({
  selector: 'rt-own-letters',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    @if (letters().length) {
      <ul aria-label="Jahresbriefe">
        @for (letter of letters(); track letter.id) {
          <li>
            <span>
              <a [routerLink]="['/planung/jahresbriefe', letter.id]">Jahresbrief {{ letter.year }}</a>
              <span class="rt-cell-note">
                {{ letter.organisation.name }} · {{ letter.sentAt | berlinDate: 'short' }}
                @if (letter.replaced) {
                  · durch einen neueren ersetzt
                }
              </span>
            </span>
            <a
              class="rt-button rt-small"
              target="_blank"
              [href]="'/api/year-letters/' + letter.id + '/letter.pdf'"
              >PDF<span class="rt-unseen">: Jahresbrief {{ letter.year }} (neues Fenster)</span></a
            >
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      margin: 0 0 8px;
      padding: 0 0 8px;
      border-bottom: 1px solid var(--rt-line);
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 6px 20px;
      padding: 8px 0;
    }
  `,
})
export class OwnLetters {
  private readonly answer = httpResource<Page<OwnYearLetter>>(() => '/api/year-letters/own');
  protected readonly letters = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).slice(0, SHOWN),
  );
}
