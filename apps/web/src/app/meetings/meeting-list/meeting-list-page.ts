import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCalendarMonthOutline, mdiVideoOutline } from '@mdi/js';
import { counted } from '@runder-tisch/domain/text';
import { answerBar } from '@runder-tisch/drawing/answer-bar';
import type { Scene } from '@runder-tisch/domain/documents';
import {
  answerLabels,
  type AnswerCounts,
  type MeetingListItem,
  meetingStandingLabel,
  meetingTypeLabels,
  meetingTypes,
} from '@runder-tisch/domain/meetings';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { BerlinDatePipe, RelativeTime } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { Session } from '../../session/session';
import { stateTone } from '../meeting-tone';
import { meetingsName } from '../meetings-name';
import { NetworkChoices } from '../network-choices';

/** All meetings one may see: what comes soonest first, or what was, latest first. */
@Component({
  selector: 'rt-meeting-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    Icon,
    PageHead,
    RelativeTime,
    RouterLink,
    SceneView,
  ],
  templateUrl: './meeting-list-page.html',
  styleUrl: './meeting-list-page.scss',
})
export class MeetingListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly wann = input<string>();
  readonly networkId = input<string>();
  readonly type = input<string>();

  private readonly session = inject(Session);
  private readonly networks = inject(NetworkChoices);
  protected readonly icons = { meeting: mdiCalendarMonthOutline, online: mdiVideoOutline };
  protected readonly standing = meetingStandingLabel;
  protected readonly typeLabels = meetingTypeLabels;
  protected readonly answerLabels = answerLabels;
  protected readonly tone = stateTone;

  protected readonly heading = meetingsName();
  protected readonly past = computed(() => this.wann() === 'vergangen');
  protected readonly mayPlan = computed(() => this.session.may('meeting:plan'));
  private readonly query = computed(() => ({
    search: this.search(),
    when: this.past() ? 'past' : 'upcoming',
    networkId: this.networkId(),
    type: this.type(),
  }));
  protected readonly meetings = pagedList<MeetingListItem>('/api/meetings', this.query);
  protected readonly filtered = computed(() => [this.search(), this.networkId(), this.type()].some(Boolean));

  protected readonly columns: readonly Column[] = [
    { key: 'when', label: 'Wann', width: '13rem', card: 'plain' },
    { key: 'title', label: 'Termin', card: 'plain' },
    { key: 'place', label: 'Ort', width: '20%' },
    { key: 'state', label: 'Stand', width: '13rem', card: 'plain' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Titel oder Ort' },
    {
      kind: 'choice',
      key: 'networkId',
      label: 'Netzwerk',
      all: 'Alle Netzwerke',
      options: this.networks.all(),
    },
    {
      kind: 'choice',
      key: 'type',
      label: 'Art',
      all: 'Alle Arten',
      options: meetingTypes.map((type) => ({ value: type, label: meetingTypeLabels[type] })),
    },
  ]);
  protected readonly result = computed(() => {
    const total = this.meetings.total();
    if (total === null) return null;
    return counted(total, 'Termin', 'Termine');
  });

  protected bar({ accepted, tentative, declined, open }: AnswerCounts): Scene {
    return answerBar({ yes: accepted, maybe: tentative, no: declined, open }, { compact: true, width: 160 });
  }
}
