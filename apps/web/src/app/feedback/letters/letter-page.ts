import { DOCUMENT } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiEmailOpenOutline } from '@mdi/js';
import {
  feedbackChannelLabels,
  feedbackSourceLabels,
  feedbackStateLabels,
  type LetterPassageView,
  letterProblems,
  type LetterView,
  type PassageSuggestionView,
} from '@runder-tisch/domain/feedback';
import {
  counted,
  marksOf,
  openWords,
  passage,
  plainText,
  shortened,
  type TextStretch,
} from '@runder-tisch/domain/text';
import { formatShortDate } from '@runder-tisch/domain/time';
import { MarkedTextView } from '@runder-tisch/ui/document/marked-text';
import { TextArea } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';

const EXCERPT = 120;

/** One letter: its words with the passages marked in them, what became of each, and what is open. */
@Component({
  selector: 'rt-letter-page',
  imports: [BerlinDatePipe, EmptyState, MarkedTextView, PageHead, ProgressLine, RouterLink, TextArea],
  templateUrl: './letter-page.html',
  styleUrl: './letter-page.scss',
})
export class LetterPage {
  readonly id = input.required<string>();
  /** The Hinweis whose passage is wanted, as its page links to it. */
  readonly stelle = input<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  protected readonly icon = mdiEmailOpenOutline;
  protected readonly back = { label: 'Briefe', link: '/hinweise/briefe' };
  protected readonly stateLabels = feedbackStateLabels;
  protected readonly refusals = {
    overlap: letterProblems['letter-passage-overlap'].says,
    empty: letterProblems['letter-passage-empty'].says,
    outside: letterProblems['letter-passage-outside'].says,
  };

  protected readonly kept = keptObject<LetterView>(
    () => `/api/incoming-letters/${this.id()}`,
    (letter) => letter.subject,
  );
  private readonly suggestions = httpResource<PassageSuggestionView[]>(() => {
    const letter = this.kept.view();
    if (!letter?.passages.length || !this.session.may('feedback:decide')) return undefined;
    // An object of its own for each letter that was answered: the passages are others then.
    return { url: `/api/incoming-letters/${letter.id}/suggestions` };
  });
  protected readonly act = acting();
  protected readonly shown = linkedSignal(() => this.stelle() ?? null);
  protected readonly mending = linkedSignal({ source: () => this.id(), computation: () => false });
  /** The words of each piece while they are mended. */
  protected readonly pieces = linkedSignal(() => (this.kept.view()?.text ?? []).map((piece) => piece.text));
  protected readonly labels = computed<Record<string, string>>(() =>
    Object.fromEntries((this.kept.view()?.passages ?? []).map((it) => [it.feedbackId, it.number])),
  );
  protected readonly excerpts = computed<Record<string, string>>(() => {
    const text = this.kept.view()?.text ?? [];
    return Object.fromEntries(
      marksOf(text).map((mark) => [
        mark,
        shortened((passage(text, mark) ?? '').replaceAll('\n', ' '), EXCERPT),
      ]),
    );
  });
  protected readonly suggested = computed<Record<string, string>>(() => {
    if (!this.suggestions.hasValue()) return {};
    return Object.fromEntries(
      this.suggestions.value().flatMap(({ feedbackId, fields }) => {
        const names = fields.map(({ name }) => name).join(', ');
        return names ? [[feedbackId, names]] : [];
      }),
    );
  });
  protected readonly origin = computed(() => {
    const letter = this.kept.view();
    if (!letter) return '';
    return [
      letter.organisation?.name ?? feedbackSourceLabels[letter.source],
      letter.person?.name ?? '',
      letter.speakerRole,
      feedbackChannelLabels[letter.channel],
      `eingegangen am ${formatShortDate(letter.receivedAt)}`,
      letter.network?.name ?? '',
      letter.municipality?.name ?? '',
    ]
      .filter(Boolean)
      .join(' · ');
  });
  protected readonly openSays = computed(() => {
    const letter = this.kept.view();
    const { words, stretches } = openWords(letter?.text ?? []);
    const made = counted(letter?.passages.length ?? 0, 'Stelle ist markiert', 'Stellen sind markiert');
    if (words === 0) return `${made}. Nichts ist offen: Sie können den Brief abschließen.`;
    return `${made}. Offen: ${counted(words, 'Wort', 'Wörter')} in ${counted(stretches, 'Stück', 'Stücken')}.`;
  });

  protected async mark(letter: LetterView, stretch: TextStretch): Promise<void> {
    const marked = await this.change(() =>
      this.api.act<LetterView>(`/api/incoming-letters/${letter.id}/passages`, letter.version, stretch),
    );
    if (!marked) return;
    const before = new Set(letter.passages.map((it) => it.feedbackId));
    const made = marked.passages.find((it) => !before.has(it.feedbackId));
    if (!made) return;
    const words = made.flagged
      ? `${made.number} ist erfasst und wartet auf die Prüfung.`
      : `${made.number} ist erfasst.`;
    this.toasts.say(words, async () => {
      const now = this.kept.view();
      if (now) await this.takeOff(now, made.feedbackId);
    });
  }

  protected async unmark(letter: LetterView, it: LetterPassageView): Promise<void> {
    const stretch = placeOf(letter, it.feedbackId);
    const done = await this.takeOff(letter, it.feedbackId);
    if (!done || !stretch) return;
    this.toasts.say(`Die Markierung ist aufgehoben, ${it.number} gibt es nicht mehr.`, async () => {
      const now = this.kept.view();
      if (now) await this.mark(now, stretch);
    });
  }

  protected write(index: number, words: string): void {
    this.pieces.update((pieces) => pieces.map((piece, at) => (at === index ? words : piece)));
  }

  protected async mend(event: Event, letter: LetterView): Promise<void> {
    event.preventDefault();
    const request = { pieces: this.pieces() };
    const done = await this.change(() =>
      this.api.change<LetterView>(`/api/incoming-letters/${letter.id}/text`, letter.version, request),
    );
    if (!done) return;
    this.mending.set(false);
    this.toasts.say('Der Text ist berichtigt.');
  }

  protected async finish(letter: LetterView): Promise<void> {
    const { words } = openWords(letter.text ?? []);
    let restReason = '';
    if (words > 0) {
      const answer = await this.confirm.ask({
        heading: 'Brief abschließen?',
        text: `${counted(words, 'Wort ist', 'Wörter sind')} nicht markiert. Sagen Sie, warum der Rest keinen Hinweis enthält: So weiß später jede:r, dass nichts vergessen wurde.`,
        action: 'Der Rest enthält keinen Hinweis',
        reason: { label: 'Warum', required: true, hint: 'Zum Beispiel: nur Anrede, Vorstellung und Gruß.' },
      });
      if (!answer) return;
      restReason = answer.reason;
    }
    const done = await this.change(() =>
      this.api.act<LetterView>(`/api/incoming-letters/${letter.id}/finish`, letter.version, { restReason }),
    );
    if (done)
      this.toasts.say('Der Brief ist abgeschlossen.', async () => {
        await this.reopen(done);
      });
  }

  protected async reopen(letter: LetterView): Promise<void> {
    await this.change(() =>
      this.api.act<LetterView>(`/api/incoming-letters/${letter.id}/reopen`, letter.version),
    );
  }

  protected async remove(letter: LetterView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: `„${letter.subject}“ löschen?`,
      text: 'Der Text des Briefes lässt sich nicht wiederherstellen.',
      action: 'Löschen',
      danger: true,
    });
    if (!answer) return;
    const done = await this.act(
      () => this.api.remove(`/api/incoming-letters/${letter.id}`, letter.version),
      'Der Brief ist gelöscht.',
    );
    if (done) await this.router.navigate(['/hinweise/briefe']);
  }

  /** From a mark in the text to its line beside it. */
  protected point(feedbackId: string): void {
    this.shown.set(feedbackId);
    const line = this.document.getElementById(`hinweis-${feedbackId}`);
    line?.querySelector('a')?.focus();
  }

  private takeOff(letter: LetterView, feedbackId: string): Promise<LetterView | null> {
    return this.change(() =>
      this.api.act<LetterView>(
        `/api/incoming-letters/${letter.id}/passages/${feedbackId}/unmark`,
        letter.version,
      ),
    );
  }

  /** Every change answers with the letter as it is then; after a refusal the page asks what is there. */
  private async change(work: () => Promise<LetterView>): Promise<LetterView | null> {
    let after: LetterView | null = null;
    const done = await this.act(async () => {
      after = await work();
    });
    if (done && after) this.kept.view.set(after);
    else this.kept.reload();
    return after;
  }
}

/** Where a passage stands in the whole text. */
function placeOf(letter: LetterView, mark: string): TextStretch | null {
  const text = letter.text ?? [];
  const index = text.findIndex((piece) => piece.mark === mark);
  if (index < 0) return null;
  const start = plainText(text.slice(0, index)).length;
  return { start, end: start + (text[index]?.text.length ?? 0) };
}
