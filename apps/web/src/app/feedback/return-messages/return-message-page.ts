import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { mdiEarth, mdiEmailAlertOutline, mdiEmailCheckOutline, mdiEmailFastOutline } from '@mdi/js';
import {
  decisionIsTold,
  feedbackDecisionLabels,
  publicLetterDocument,
  publicLetterPath,
  returnMessageDocument,
  type ReturnMessageItem,
  type ReturnMessageView,
} from '@runder-tisch/domain/feedback';
import { BeginReturnMessage, SaveReturnMessage } from '@runder-tisch/domain/feedback/feedback-requests';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay } from '@runder-tisch/domain/time';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { DateField, ErrorSummary, TextArea, TextField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, PageHead, ProgressLine, RecallNote } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, MailAddress, ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { MailWords } from '../../session/mail-words';
import { TextBlockPicker } from '../../settings/text-blocks/text-block-picker';
import { withBlock } from '../../settings/text-blocks/text-blocks';

/**
 * One Ergebnisbrief: its words on the left, the mail as it will arrive on the right. Under `neu` the one that is due
 * about a meeting or format: reading it stores nothing, the draft begins with the first saving.
 */
@Component({
  selector: 'rt-return-message-page',
  imports: [
    BerlinDatePipe,
    DateField,
    DocumentView,
    EmptyState,
    ErrorSummary,
    FormField,
    Icon,
    MailAddress,
    PageHead,
    ProgressLine,
    RecallNote,
    TextArea,
    TextBlockPicker,
    TextField,
  ],
  templateUrl: './return-message-page.html',
  styleUrl: './return-message-page.scss',
})
export class ReturnMessagePage {
  /** Of a letter, or `neu`. */
  readonly id = input.required<string>();
  /** What a new one is about. */
  readonly termin = input<string>();
  readonly format = input<string>();

  private readonly api = inject(Api);
  private readonly clock = inject(ScreenClock);
  private readonly confirm = inject(Confirm);
  protected readonly mails = inject(MailWords);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly icons = {
    send: mdiEmailFastOutline,
    sent: mdiEmailCheckOutline,
    gone: mdiEmailAlertOutline,
    published: mdiEarth,
  };
  protected readonly decisions = feedbackDecisionLabels;
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  private readonly trying = acting();
  protected readonly sending = this.trying.busy;

  /** The draft that began on this page, until its own address stands above it. */
  private readonly begun = linkedSignal({
    source: () => [this.id(), this.termin(), this.format()],
    computation: () => '',
  });
  private readonly path = computed(() => {
    const id = this.begun() || this.id();
    if (id !== 'neu') return `/api/return-messages/${id}`;
    const [name, of] = this.termin() ? ['meetingId', this.termin()] : ['formatId', this.format()];
    return `/api/return-messages/new?${name}=${encodeURIComponent(of ?? '')}`;
  });
  protected readonly kept = keptObject<ReturnMessageView>(this.path, (letter) => letter.subject);
  protected readonly letter = this.kept.view;
  protected readonly entry = requestForm(SaveReturnMessage);

  private readonly told = computed(() => {
    const leftOut = this.entry.model().leftOutIds;
    return (this.letter()?.items ?? []).filter((item) => !leftOut.includes(item.feedbackId));
  });
  protected readonly openCount = computed(
    () => this.told().filter((item) => !decisionIsTold(item.state)).length,
  );
  /** As it will arrive; a sent letter as it went out. */
  protected readonly document = computed(() => {
    const letter = this.letter();
    if (!letter) return null;
    if (letter.document) return letter.document;
    const { intro, closing, inReviewUntil } = this.entry.model();
    const facts = {
      title: letter.about.title,
      day: letter.about.startsAt ? new Date(letter.about.startsAt) : null,
      intro,
      closing,
      inReviewUntil: inReviewUntil || null,
      items: this.told(),
    };
    return returnMessageDocument(facts, letter.preview.greeting);
  });
  /** As everybody will read it, for those who may publish it. */
  protected readonly publicDocument = computed(() => {
    const letter = this.letter();
    if (!letter?.mayPublish || letter.publishedAt) return null;
    const items = this.told().flatMap(({ text, decision, ...item }) =>
      text !== null && decision && decisionIsTold(item.state) ? [{ ...item, text, decision }] : [],
    );
    return publicLetterDocument({
      title: letter.about.title,
      day: letter.about.startsAt ? berlinDay(new Date(letter.about.startsAt)) : null,
      items,
      open: this.openCount(),
      inReviewUntil: this.entry.model().inReviewUntil || null,
      publishedAt: this.clock.now().toISOString(),
    });
  });
  protected readonly publicPath = computed(() => publicLetterPath(this.letter()?.id ?? ''));
  protected readonly mailsToRecall = computed(() => {
    const letter = this.letter();
    return letter?.mailed ? letter.recallable : null;
  });
  protected readonly recipients = computed(() => {
    return counted(this.letter()?.recipients.length ?? 0, 'Person', 'Personen');
  });

  /** Laid before the others once in these words, the next step is theirs. */
  protected readonly mayPresent = computed(() => {
    const letter = this.letter();
    if (!letter || !goesAlone(letter)) return false;
    return letter.mayChange && (!letter.presentedAt || this.entry.dirty());
  });

  constructor() {
    effect(() => {
      const letter = this.letter();
      if (!letter) return;
      untracked(() => {
        if (!this.entry.dirty()) this.entry.reset(asRequest(letter));
      });
    });
  }

  protected isOpen(item: ReturnMessageItem): boolean {
    return !decisionIsTold(item.state);
  }

  protected isTold(item: ReturnMessageItem): boolean {
    return !this.entry.model().leftOutIds.includes(item.feedbackId);
  }

  protected toggle(item: ReturnMessageItem): void {
    const field = this.entry.fields.leftOutIds();
    const ids = this.entry.model().leftOutIds;
    field.value.set(
      this.isTold(item) ? [...ids, item.feedbackId] : ids.filter((id) => id !== item.feedbackId),
    );
    field.markAsDirty();
  }

  protected addBlock(text: string): void {
    const field = this.entry.fields.intro();
    field.value.set(withBlock(field.value(), text));
    field.markAsDirty();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.keep()) this.toasts.say('Gespeichert.');
  }

  protected async test(): Promise<void> {
    const letter = await this.keep();
    if (!letter) return;
    await this.trying(async () => {
      const { address } = await this.api.act<{ address: string }>(`/api/return-messages/${letter.id}/test`);
      this.toasts.say(this.mails.goes('Eine Probe', address));
    });
  }

  protected async present(): Promise<void> {
    const letter = await this.keep();
    if (!letter) return;
    await this.trying(
      () => this.api.act(`/api/return-messages/${letter.id}/present`, letter.version),
      'Der Ergebnisbrief liegt zur Freigabe vor.',
    );
    this.kept.reload();
  }

  protected async send(): Promise<void> {
    const letter = await this.keep();
    if (!letter) return;
    const alone = goesAlone(letter);
    const words =
      'Eine Minute lang können Sie ihn zurückholen. Entschiedene Hinweise gelten damit als beantwortet.';
    const answer = await this.confirm.ask({
      heading: `Ergebnisbrief an ${counted(letter.recipients.length, 'Person', 'Personen')} senden?`,
      text: alone ? `${ALONE} ${words}` : words,
      action: alone ? 'Allein freigeben und senden' : 'Senden',
    });
    if (!answer) return;
    await this.trying(() =>
      this.api.act(`/api/return-messages/${letter.id}/send`, letter.version, { alone }),
    );
    this.kept.reload();
  }

  protected async publish(): Promise<void> {
    const letter = await this.keep();
    if (!letter) return;
    const alone = goesAlone(letter);
    const answer = await this.confirm.ask({
      heading: 'Für alle veröffentlichen?',
      text: `${alone ? `${ALONE} ` : ''}Alle lesen dann unter „Ergebnisse“ die geprüften Texte, was entschieden ist und warum; nie, wer etwas gesagt hat.${whatFollows(letter)}`,
      action: alone ? 'Allein freigeben und veröffentlichen' : 'Veröffentlichen',
    });
    if (!answer) return;
    await this.trying(
      () => this.api.act(`/api/return-messages/${letter.id}/publish`, letter.version, { alone }),
      'Der Ergebnisbrief ist für alle zu lesen.',
    );
    this.kept.reload();
  }

  protected async unpublish(): Promise<void> {
    const letter = this.letter();
    if (!letter) return;
    await this.trying(
      () => this.api.act(`/api/return-messages/${letter.id}/unpublish`, letter.version),
      'Der Ergebnisbrief ist nicht mehr öffentlich.',
    );
    this.kept.reload();
  }

  protected async recall(): Promise<void> {
    await this.trying(
      () => this.api.act(`/api/return-messages/${this.id()}/recall`),
      this.letter()?.mailed ? 'Zurückgeholt. Es ist keine Mail hinausgegangen.' : 'Zurückgeholt.',
    );
    this.kept.reload();
  }

  protected async discard(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Entwurf verwerfen?',
      text: 'Die Hinweise bleiben, wie sie sind.',
      action: 'Verwerfen',
      danger: true,
    });
    if (!answer) return;
    await this.trying(async () => {
      await this.api.remove(`/api/return-messages/${this.id()}`);
      await this.router.navigate(['/beteiligung/ergebnisbriefe']);
    });
  }

  /** Saves what was typed, and begins the draft where there is none; the letter when it stands as on the screen. */
  private async keep(): Promise<ReturnMessageView | null> {
    const letter = this.letter();
    if (!letter || (letter.id && !this.entry.dirty())) return letter;
    const done = await this.entry.submit(async (request) => {
      const saved = letter.id
        ? await this.api.change<ReturnMessageView>(
            `/api/return-messages/${letter.id}`,
            letter.version,
            request,
          )
        : await this.begin(letter, request);
      this.begun.set(saved.id);
      this.letter.set(saved);
    });
    if (!done) return null;
    const saved = this.letter();
    if (saved && !letter.id)
      await this.router.navigate(['/beteiligung/ergebnisbriefe', saved.id], { replaceUrl: true });
    return saved;
  }

  private async begin({ about }: ReturnMessageView, words: SaveReturnMessage): Promise<ReturnMessageView> {
    const request = Object.assign(new BeginReturnMessage(), {
      [about.kind === 'meeting' ? 'meetingId' : 'formatId']: about.id,
      words,
    });
    const { id } = await this.api.create('/api/return-messages', request, this.entry.intent());
    return this.api.get<ReturnMessageView>(`/api/return-messages/${id}`);
  }
}

const ALONE =
  'Sie haben ihn zuletzt selbst geändert, und niemand sonst hat ihn so gelesen. Im Büro steht dann an ihm, dass Sie ihn allein freigegeben haben.';

/** Whether the one who wrote it lets it out, where four eyes are wanted. */
function goesAlone({ fourEyes, ownDraft, sentAt }: ReturnMessageView): boolean {
  return fourEyes && ownDraft && !sentAt;
}

/** What publishing does besides, as long as nothing has gone out. */
function whatFollows({ sentAt, recipients }: ReturnMessageView): string {
  if (sentAt) return '';
  const answered = ' Entschiedene Hinweise gelten damit als beantwortet.';
  if (recipients.length === 0)
    return `${answered} Niemand, der da war, hat eine Mailadresse: Das Ergebnis gilt mit dem Veröffentlichen als mitgeteilt.`;
  return `${answered} ${counted(recipients.length, 'Person hat', 'Personen haben')} eine Mailadresse: Als mitgeteilt gilt das Ergebnis erst, wenn der Brief auch per Mail hinausgeht.`;
}

function asRequest(letter: ReturnMessageView): SaveReturnMessage {
  return {
    subject: letter.subject,
    intro: letter.intro,
    closing: letter.closing,
    inReviewUntil: letter.inReviewUntil,
    leftOutIds: letter.items.filter((item) => item.leftOut).map((item) => item.feedbackId),
  };
}
