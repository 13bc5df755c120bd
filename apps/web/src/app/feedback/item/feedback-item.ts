import { DOCUMENT } from '@angular/common';
import {
  Component,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiArrowLeft, mdiArchiveOutline, mdiCommentOffOutline, mdiUndo } from '@mdi/js';
import {
  feedbackChannelLabels,
  feedbackSentimentLabels,
  feedbackSourceLabels,
  feedbackStateLabels,
  feedbackVoiceLabels,
  type FeedbackView,
  type SimilarFeedbackView,
  type StaffFeedbackView,
} from '@runder-tisch/domain/feedback';
import { formatShortDate } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, ProgressLine } from '@runder-tisch/ui/layout';
import { focusPage, shortcuts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { Block } from '../../object-page/block';
import { contributedBlocks } from '../../object-page/contributed';
import { AttachmentsBox } from '../../attachments/attachments-box';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { TraceLists } from '../../trace/trace-lists';
import { InboxState } from '../inbox/inbox-state';
import { AnswerBox } from './answer-box';
import { AssignedBox } from '../assignments/assigned-box';
import { CondensedBox } from './condensed-box';
import { DraftBox } from './draft-box';
import { DecideBox } from './decide-box';
import { LinkBox } from './link-box';
import { NotesBox } from './notes-box';
import { OutcomeBox } from './outcome-box';
import { OwnFeedback } from './own-feedback';
import { PublishBox } from './publish-box';
import { SimilarList } from './similar-list';
import { TriageBox } from './triage-box';

/** One Hinweis: its words, where it comes from, and the one step that is next. */
@Component({
  selector: 'rt-feedback-item',
  imports: [
    AnswerBox,
    AssignedBox,
    AttachmentsBox,
    BerlinDatePipe,
    Block,
    CondensedBox,
    DecideBox,
    DraftBox,
    EmptyState,
    Icon,
    LinkBox,
    NotesBox,
    OutcomeBox,
    OwnFeedback,
    ProgressLine,
    PublishBox,
    RouterLink,
    SimilarList,
    TraceLists,
    TriageBox,
    UnbrokenPipe,
  ],
  templateUrl: './feedback-item.html',
  styleUrl: './feedback-item.scss',
})
export class FeedbackItem {
  readonly id = input.required<string>();

  private readonly session = inject(Session);
  protected readonly inbox = inject(InboxState);
  protected readonly icons = {
    back: mdiArrowLeft,
    undo: mdiUndo,
    gone: mdiCommentOffOutline,
    archive: mdiArchiveOutline,
  };
  protected readonly stateLabels = feedbackStateLabels;
  protected readonly blocks = contributedBlocks('feedback-item');
  protected readonly mailBlocks = contributedBlocks('mails-about');
  private readonly linkBox = viewChild(LinkBox);
  private readonly decideBox = viewChild(DecideBox);
  private readonly answerBox = viewChild(AnswerBox);
  private readonly assignedBox = viewChild(AssignedBox);

  protected readonly kept = keptObject<FeedbackView>(
    () => {
      this.inbox.changed();
      return `/api/feedback/${this.id()}`;
    },
    (item) => item.number,
  );
  protected readonly item = this.kept.view;
  protected readonly staff = computed(() => {
    const item = this.item();
    return item?.audience === 'staff' ? item : null;
  });
  protected readonly own = computed(() => {
    const item = this.item();
    return item?.audience === 'sender' ? item : null;
  });
  /** A linked one shows its fields; to change them the choice is opened again. */
  protected readonly linking = linkedSignal({
    source: () => `${this.id()} ${this.item()?.state}`,
    computation: () => false,
  });
  /** A draft shows its words; to change them the form is opened again. */
  protected readonly redrafting = linkedSignal({
    source: () => this.staff()?.draft?.draftedAt ?? this.id(),
    computation: () => false,
  });
  protected readonly origin = computed(() => {
    const item = this.staff();
    if (!item) return '';
    return [
      feedbackSourceLabels[item.source],
      item.voice ? feedbackVoiceLabels[item.voice] : '',
      feedbackChannelLabels[item.channel],
      formatShortDate(item.receivedAt),
      item.speakerRole,
      item.municipality?.name ?? '',
      item.sentiment ? feedbackSentimentLabels[item.sentiment] : '',
    ]
      .filter(Boolean)
      .join(' · ');
  });

  constructor() {
    const document = inject(DOCUMENT);
    let announced: string | null = null;
    // As with a page, whoever opens the item hears it; who comes by its address begins at the top.
    afterRenderEffect(() => {
      const id = this.item()?.id ?? null;
      if (id === announced || id === null) return;
      announced = id;
      const { activeElement, body } = document;
      if (activeElement !== body && !activeElement?.matches('input, textarea')) focusPage(document);
    });
    shortcuts([
      { key: '1', says: 'Erstes vorgeschlagenes Handlungsfeld', run: () => this.linkBox()?.choose(0) },
      { key: '2', says: 'Zweites vorgeschlagenes Handlungsfeld', run: () => this.linkBox()?.choose(1) },
      { key: '3', says: 'Drittes vorgeschlagenes Handlungsfeld', run: () => this.linkBox()?.choose(2) },
      { key: 'e', says: 'Entscheiden', run: () => this.decideBox()?.focus() },
      { key: 'w', says: 'Zuweisen', run: () => this.assignedBox()?.open() },
      { key: 'm', says: 'Mir zuweisen', run: () => void this.assignedBox()?.take() },
      { key: 'z', says: 'Letzten Schritt zurücknehmen', run: () => this.undo() },
    ]);
  }

  protected sameAnswer(similar: SimilarFeedbackView): void {
    if (this.staff()?.state === 'LINKED') this.decideBox()?.take(similar);
    else this.answerBox()?.add(similar.answer);
  }

  /** Where the first field came from, for those who ask later. */
  protected linkedBy(item: StaffFeedbackView): string {
    const from = item.linkSuggestion;
    if (!from) return '';
    const { origin, rank, score } = from;
    if (rank === null) return 'von Hand gewählt, nicht unter den Vorschlägen';
    const place = `${rank}. Vorschlag mit ${Math.round((score ?? 0) * 100)} %`;
    return origin === 'SUGGESTION' ? `aus Vorschlag übernommen (${place})` : `von Hand gewählt (${place})`;
  }

  protected undo(): void {
    const item = this.staff();
    void this.inbox.undo(item?.undo ? item : null);
  }

  /** Only what is answered, by those who answer. */
  protected maySetPublic(item: StaffFeedbackView): boolean {
    return this.session.may('feedback:decide') && (item.state === 'ANSWERED' || item.state === 'ARCHIVED');
  }

  protected may(item: StaffFeedbackView, move: StaffFeedbackView['moves'][number]): boolean {
    return item.moves.includes(move);
  }
}
