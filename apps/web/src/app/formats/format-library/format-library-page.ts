import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountGroupOutline, mdiClockOutline } from '@mdi/js';
import { durationWords, totalMinutes } from '@runder-tisch/domain/formats';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Session } from '../../session/session';
import { FormatTypes } from '../format-types';

/** What each type brings along: to read up before one begins. */
@Component({
  selector: 'rt-format-library-page',
  imports: [Icon, PageHead, ProgressLine, RouterLink],
  templateUrl: './format-library-page.html',
  styleUrl: './format-library-page.scss',
})
export class FormatLibraryPage {
  private readonly session = inject(Session);
  protected readonly types = inject(FormatTypes);
  protected readonly icons = { people: mdiAccountGroupOutline, time: mdiClockOutline };
  protected readonly mayBegin = computed(() => this.session.may('format:change'));
  protected readonly entries = computed(() =>
    this.types.active().map((type) => ({
      ...type,
      duration: durationWords(totalMinutes(type.agenda)) || 'über mehrere Wochen',
    })),
  );

  protected minutes(minutes: number | null): string {
    return minutes === null ? '' : durationWords(minutes);
  }
}
