import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCalendarMonthOutline, mdiFileDocumentOutline, mdiFilePdfBox } from '@mdi/js';
import { alsoFor, decisionSentence } from '@runder-tisch/domain/feedback';
import { agendaTree, answerLabels } from '@runder-tisch/domain/meetings';
import type { OverviewSession, OverviewView } from '@runder-tisch/domain/overview';
import { formatShortPeriod } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { BerlinDatePipe, RelativeTime } from '@runder-tisch/ui/text';

/** What there is to read: the next session with its points, the latest documents, what became of Hinweise. */
@Component({
  selector: 'rt-reading-blocks',
  imports: [BerlinDatePipe, EmptyState, Icon, RelativeTime, RouterLink],
  templateUrl: './reading-blocks.html',
  styleUrl: './reading-blocks.scss',
})
export class ReadingBlocks {
  readonly view = input.required<OverviewView>();
  protected readonly icons = {
    session: mdiCalendarMonthOutline,
    document: mdiFileDocumentOutline,
    pdf: mdiFilePdfBox,
  };
  protected readonly answers = answerLabels;
  protected readonly tree = agendaTree<OverviewSession['points'][number]>;
  protected readonly decision = decisionSentence;
  protected readonly alsoFor = alsoFor;

  /** Who is asked sees their answer first, others what it is about. */
  protected pageOf({ id, own }: OverviewSession): string {
    return own ? `/termine/${id}` : `/termine/${id}/tagesordnung`;
  }

  protected when({ startsAt, endsAt }: OverviewSession): string {
    return formatShortPeriod(startsAt, endsAt);
  }
}
