import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiBookOpenVariantOutline, mdiForumOutline } from '@mdi/js';
import { formatStateLabels, formatStates, type FormatListItem } from '@runder-tisch/domain/formats';
import { counted } from '@runder-tisch/domain/text';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead } from '@runder-tisch/ui/layout';
import { Cell, DataList, FilterBar, type Column, type Filter } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { pagedList } from '../../lists/paged-list';
import { ReferenceLists } from '../../reference-lists/reference-lists';
import { Session } from '../../session/session';
import { FormatStateBadge } from '../format-state-badge';
import { FormatTypes } from '../format-types';

/** All participation formats, the newest first; filters stand in the address. */
@Component({
  selector: 'rt-format-list-page',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    FilterBar,
    FormatStateBadge,
    Icon,
    PageHead,
    RouterLink,
  ],
  templateUrl: './format-list-page.html',
})
export class FormatListPage {
  // The filters, as the router reads them from the address.
  readonly search = input<string>();
  readonly state = input<string>();
  readonly typeId = input<string>();
  readonly fieldId = input<string>();

  private readonly session = inject(Session);
  private readonly types = inject(FormatTypes);
  private readonly fieldChoices = inject(ReferenceLists).fieldChoices();
  protected readonly icons = { format: mdiForumOutline, library: mdiBookOpenVariantOutline };
  protected readonly mayBegin = computed(() => this.session.may('format:change'));

  private readonly query = computed(() => ({
    search: this.search(),
    state: this.state(),
    typeId: this.typeId(),
    fieldId: this.fieldId(),
  }));
  protected readonly formats = pagedList<FormatListItem>('/api/formats', this.query);

  protected readonly columns: readonly Column[] = [
    { key: 'title', label: 'Format' },
    { key: 'state', label: 'Stand', card: 'plain', width: '10rem' },
    { key: 'network', label: 'Netzwerk', width: '24%' },
    { key: 'results', label: 'Ergebnisse', align: 'end', width: '7.5rem' },
    { key: 'review', label: 'In Prüfung bis', width: '9.5rem' },
  ];
  protected readonly filters = computed<readonly Filter[]>(() => [
    { kind: 'search', key: 'search', label: 'Titel' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: formatStates.map((value) => ({ value, label: formatStateLabels[value] })),
    },
    {
      kind: 'choice',
      key: 'typeId',
      label: 'Art',
      all: 'Alle Arten',
      options: this.types.all().map((type) => ({ value: type.id, label: type.name })),
    },
    {
      kind: 'choice',
      key: 'fieldId',
      label: 'Handlungsfeld',
      all: 'Alle Handlungsfelder',
      options: this.fieldChoices(),
    },
  ]);
  protected readonly filtered = computed(() => Object.values(this.query()).some((value) => !!value));
  protected readonly result = computed(() => {
    const total = this.formats.total();
    if (total === null) return null;
    return counted(total, 'Format', 'Formate');
  });
}
