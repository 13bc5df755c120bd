import { Component, computed, effect, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiAccountGroupOutline, mdiClockOutline } from '@mdi/js';
import { durationWords, type FormatTypeView, totalMinutes } from '@runder-tisch/domain/formats';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Session } from '../../session/session';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { QuickAdd } from '../../settings/kept-list/quick-add';
import { FormatTypes } from '../format-types';

/** What each type brings along: to read up before one begins; planners keep it. */
@Component({
  selector: 'rt-format-library-page',
  imports: [EmptyState, Icon, KeptEntryBody, KeptList, PageHead, ProgressLine, QuickAdd, RouterLink],
  templateUrl: './format-library-page.html',
  styleUrl: './format-library-page.scss',
})
export class FormatLibraryPage {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly types = keptList<FormatTypeView>('/api/format-types');
  protected readonly icons = { people: mdiAccountGroupOutline, time: mdiClockOutline };
  protected readonly mayBegin = computed(() => this.session.may('format:change'));
  protected readonly mayChange = computed(() => this.session.may('lists:change'));

  constructor() {
    const chosenFrom = inject(FormatTypes);
    effect(() => {
      this.types.entries();
      chosenFrom.reload();
    });
  }

  protected duration(type: FormatTypeView): string {
    return durationWords(totalMinutes(type.agenda)) || 'über mehrere Wochen';
  }

  protected minutes(minutes: number | null): string {
    return minutes === null ? '' : durationWords(minutes);
  }

  protected open(type: FormatTypeView): void {
    this.openNew(type.id);
  }

  protected openNew(id: string): void {
    void this.router.navigate(['/beteiligung/formate/bibliothek', id]);
  }
}
