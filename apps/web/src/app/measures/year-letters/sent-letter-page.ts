import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiEmailNewsletter } from '@mdi/js';
import type { YearLetterView } from '@runder-tisch/domain/measures/year-letters';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';

/** A letter as it was sent, for those who sent it and those who got it. */
@Component({
  selector: 'rt-sent-letter-page',
  imports: [BerlinDatePipe, DocumentView, EmptyState, PageHead, ProgressLine, RouterLink],
  template: `
    <rt-progress-line [busy]="kept.loading()" />
    @if (kept.view(); as letter) {
      <rt-page-head [heading]="'Jahresbrief ' + letter.year" [back]="back()">
        <span subline>
          An {{ letter.organisation.name }} · gesendet am {{ letter.sentAt | berlinDate: 'dayTime' }} von
          {{ letter.sentBy }}
        </span>
        <ng-container actions>
          <a class="rt-button" target="_blank" [href]="'/api/year-letters/' + letter.id + '/letter.pdf'"
            >Als PDF<span class="rt-unseen"> (neues Fenster)</span></a
          >
        </ng-container>
      </rt-page-head>
      @if (letter.replacedBy; as later) {
        <p class="rt-note">
          <span>
            Diesen Brief hat der
            <a [routerLink]="['/planung/jahresbriefe', later.id]"
              >Brief vom {{ later.sentAt | berlinDate: 'short' }}</a
            >
            ersetzt.
          </span>
        </p>
      }
      <section class="rt-card rt-paper" aria-labelledby="brief">
        <h2 id="brief" class="rt-unseen">Der Brief</h2>
        <dl class="rt-facts envelope">
          <dt>An</dt>
          @for (address of letter.to; track address.mail) {
            <dd>
              {{ address.name }} <span class="rt-quiet">{{ address.mail }}</span>
            </dd>
          }
        </dl>
        <p class="title">{{ letter.document.title }}</p>
        <p class="rt-quiet">{{ letter.document.subtitle }}</p>
        <rt-document [blocks]="letter.document.blocks" />
      </section>
    } @else if (kept.problem(); as refusal) {
      <rt-page-head heading="Jahresbrief" [back]="back()" />
      <div class="rt-card"><rt-empty-state [heading]="refusal.says" [icon]="icon" /></div>
    }
  `,
  styleUrl: './letter.scss',
})
export class SentLetterPage {
  readonly id = input.required<string>();

  private readonly session = inject(Session);
  protected readonly icon = mdiEmailNewsletter;
  protected readonly kept = keptObject<YearLetterView>(
    () => `/api/year-letters/${this.id()}`,
    ({ year, organisation }) => `Jahresbrief ${year} an ${organisation.name}`,
  );
  protected readonly back = computed(() =>
    this.session.may('year-letter:send')
      ? { label: 'Jahresbriefe', link: '/planung/jahresbriefe' }
      : { label: 'Übersicht', link: '/uebersicht' },
  );
}
