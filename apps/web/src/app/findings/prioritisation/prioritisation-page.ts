import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { mdiVoteOutline } from '@mdi/js';
import {
  pointsInWords,
  type PrioritisationMove,
  prioritisationModeLabels,
  prioritisationStateLabels,
  type PrioritisationView,
  votersInWords,
} from '@runder-tisch/domain/findings/prioritisation';
import { AdjustPrioritisation } from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import type { SentView } from '@runder-tisch/domain/meetings';
import { formatDate, formatDateTime } from '@runder-tisch/domain/time';
import { pointsBars } from '@runder-tisch/drawing/points-bars';
import { onPhone } from '@runder-tisch/ui/drawing/on-phone';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { DateField, ErrorSummary, NumberField } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { MailWords } from '../../session/mail-words';
import { PrioritisationForm } from './prioritisation-form';
import { givenInWords, prioritisationTone } from './prioritisation-tone';

const ASKED_EVERY_MS = 5000;
/** With fewer voters a result tells who gave what. */
const FEW_VOTERS = 3;

/** One Punktabfrage from its draft to its result. */
@Component({
  selector: 'rt-prioritisation-page',
  imports: [
    DateField,
    EmptyState,
    ErrorSummary,
    FormField,
    NumberField,
    PageHead,
    PrioritisationForm,
    ProgressLine,
    RouterLink,
    SceneView,
    SidePanel,
  ],
  templateUrl: './prioritisation-page.html',
})
export class PrioritisationPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly mails = inject(MailWords);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly act = acting(() => this.kept.reload());
  /** What is gone is not asked for again. */
  private readonly leave = acting();
  protected readonly icon = mdiVoteOutline;
  protected readonly stateLabels = prioritisationStateLabels;
  protected readonly modeLabels = prioritisationModeLabels;
  protected readonly tone = prioritisationTone;
  protected readonly points = pointsInWords;
  protected readonly voters = votersInWords;
  protected readonly given = givenInWords;
  protected readonly date = formatDate;
  protected readonly dateTime = formatDateTime;
  protected readonly back = { label: 'Punktabfragen', link: '/planung/punktabfragen' };
  protected readonly editing = signal(false);
  protected readonly adjusting = signal(false);
  protected readonly adjustment = requestForm(AdjustPrioritisation, {}, { about: () => this.id() });
  protected readonly kept = keptObject<PrioritisationView>(
    () => `/api/prioritisations/${this.id()}`,
    (it) => it.question,
  );
  protected readonly shown = this.kept.view;
  private readonly phone = onPhone();
  protected readonly scene = computed(() => {
    const result = this.shown()?.result;
    return result ? pointsBars(result.options, this.phone() ? { width: 300 } : {}) : null;
  });

  constructor() {
    effect((onCleanup) => {
      if (this.shown()?.state !== 'OPEN') return;
      const timer = setInterval(() => {
        if (!untracked(this.adjusting)) this.kept.reload();
      }, ASKED_EVERY_MS);
      onCleanup(() => clearInterval(timer));
    });
  }

  protected may(move: PrioritisationMove): boolean {
    return this.shown()?.moves.includes(move) ?? false;
  }

  protected changed(): void {
    this.editing.set(false);
    this.kept.reload();
  }

  protected async open(it: PrioritisationView): Promise<void> {
    const begins = () =>
      this.api.act<{ sent: SentView | null }>(`/api/prioritisations/${it.id}/open`, it.version);
    if (it.mode === 'MAIL')
      await this.act(async () => {
        const { sent } = await begins();
        if (sent) this.toasts.say(this.mails.leaveSoon('Der Link', sent.recipients), () => this.recall(it));
      });
    else await this.act(begins, 'Gestartet. Zeigen Sie jetzt die Seite für die Leinwand.');
  }

  protected async recall(it: PrioritisationView): Promise<void> {
    await this.act(
      () => this.api.act(`/api/prioritisations/${it.id}/recall`),
      'Zurückgeholt. Es ist keine Mail hinausgegangen.',
    );
  }

  protected async remind(it: PrioritisationView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Alle erinnern?',
      text: 'Die Erinnerung geht an alle Gefragten. Wer schon Punkte vergeben hat, ist nicht gespeichert.',
      action: 'Alle erinnern',
    });
    if (answer)
      await this.act(
        () => this.api.act<SentView>(`/api/prioritisations/${it.id}/remind`),
        ({ recipients }) => this.mails.reach(recipients, 'eine Erinnerung'),
      );
  }

  protected async close(it: PrioritisationView): Promise<void> {
    const few =
      it.given > 0 && it.given < FEW_VOTERS
        ? ' Bei so wenigen Stimmen lässt sich aus dem Ergebnis erraten, wer was gewählt hat.'
        : '';
    const answer = await this.confirm.ask({
      heading: 'Punktabfrage beenden?',
      text: `${givenInWords(it)}. Danach steht das Ergebnis fest; weitergehen kann sie nicht.${few}`,
      action: 'Beenden',
    });
    if (answer) await this.act(() => this.api.act(`/api/prioritisations/${it.id}/close`), 'Beendet.');
  }

  protected async cancel(it: PrioritisationView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Punktabfrage abbrechen?',
      text: 'Die Punkte werden gelöscht und ein Ergebnis gibt es nicht. Das lässt sich nicht zurücknehmen.',
      action: 'Punktabfrage abbrechen',
      cancel: 'Weiterlaufen lassen',
      danger: true,
      reason: { label: 'Grund', required: false, hint: 'Das lesen alle, die Punkte vergeben wollten.' },
    });
    if (answer)
      await this.act(
        () => this.api.act<SentView>(`/api/prioritisations/${it.id}/cancel`, null, answer),
        'Abgebrochen.',
      );
  }

  protected async remove(it: PrioritisationView): Promise<void> {
    const answer = await this.confirm.ask({ heading: 'Entwurf löschen?', action: 'Löschen', danger: true });
    if (!answer) return;
    if (await this.leave(() => this.api.remove(`/api/prioritisations/${it.id}`), 'Gelöscht.'))
      await this.router.navigate(['/planung/punktabfragen']);
  }

  protected adjust({ places, closesDay }: PrioritisationView): void {
    this.adjustment.reset({ places, closesDay });
    this.adjusting.set(true);
  }

  protected async saveAdjustment(it: PrioritisationView, event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.adjustment.submit((request) =>
      this.api.act(`/api/prioritisations/${it.id}/adjust`, it.version, request),
    );
    if (!done) return;
    this.toasts.say('Gespeichert.');
    this.adjusting.set(false);
    this.kept.reload();
  }
}
