import { DOCUMENT } from '@angular/common';
import {
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { mdiMarker, mdiShieldAlertOutline } from '@mdi/js';
import {
  type Flag,
  flagKindLabels,
  piecesOf,
  type StaffFeedbackView,
  withoutOverlaps,
} from '@runder-tisch/domain/feedback';
import { counted } from '@runder-tisch/domain/text';
import { TextField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { Confirm } from '@runder-tisch/ui/overlay';
import { InboxState } from '../inbox/inbox-state';

type Mark = Flag & { removed: boolean };

/** The words as typed, with what looks like personal data marked: each mark goes or stays, more can be added. */
@Component({
  selector: 'rt-triage-box',
  imports: [Icon, TextField],
  templateUrl: './triage-box.html',
  styleUrl: './triage-box.scss',
})
export class TriageBox {
  readonly item = input.required<StaffFeedbackView>();
  readonly text = input.required<string>();
  readonly flags = input.required<readonly Flag[]>();

  private readonly inbox = inject(InboxState);
  private readonly confirm = inject(Confirm);
  private readonly document = inject(DOCUMENT);
  private readonly words = viewChild<ElementRef<HTMLElement>>('words');
  protected readonly icons = { held: mdiShieldAlertOutline, marker: mdiMarker };
  protected readonly labels = flagKindLabels;
  protected readonly busy = signal(false);
  protected readonly phrase = signal('');

  protected readonly marks = linkedSignal<readonly Flag[], readonly Mark[]>({
    source: this.flags,
    computation: (flags) => flags.map((flag) => ({ ...flag, removed: true })),
  });
  /** Opened by itself where something is flagged, otherwise on request. */
  protected readonly marking = linkedSignal(() => this.item().flagged);
  protected readonly pieces = computed(() =>
    piecesOf(
      this.text(),
      this.marks().map((mark, index) => ({ ...mark, kind: index })),
    ),
  );
  protected readonly removed = computed(() => this.marks().filter((mark) => mark.removed));
  protected readonly mayReject = computed(() => this.item().moves.includes('reject'));
  protected readonly action = computed(() => {
    const count = this.removed().length;
    if (count === 0) return 'Text so freigeben';
    return counted(count, 'Stelle entfernen', 'Stellen entfernen');
  });

  protected titleOf(index: number): string {
    const mark = this.marks()[index];
    return mark ? `${flagKindLabels[mark.kind]}: ${mark.removed ? 'wird entfernt' : 'bleibt stehen'}` : '';
  }

  protected toggle(index: number): void {
    this.marks.update((marks) =>
      marks.map((mark, at) => (at === index ? { ...mark, removed: !mark.removed } : mark)),
    );
  }

  /** What somebody has selected with the mouse or with Shift and arrows. */
  protected markSelection(): void {
    const box = this.words()?.nativeElement;
    const selection = this.document.getSelection();
    if (!box || !selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (range.collapsed || !box.contains(range.commonAncestorContainer)) return;
    const before = this.document.createRange();
    before.selectNodeContents(box);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    this.add([{ start, end: start + range.toString().length }]);
    selection.removeAllRanges();
  }

  /** The way without a mouse: a word or phrase, marked wherever it stands. */
  protected markPhrase(event: Event): void {
    event.preventDefault();
    const wanted = this.phrase().trim();
    if (!wanted) return;
    const spans: { start: number; end: number }[] = [];
    const text = this.text().toLowerCase();
    for (
      let at = text.indexOf(wanted.toLowerCase());
      at >= 0;
      at = text.indexOf(wanted.toLowerCase(), at + wanted.length)
    ) {
      spans.push({ start: at, end: at + wanted.length });
    }
    this.add(spans);
    this.phrase.set('');
  }

  protected async triage(): Promise<void> {
    this.busy.set(true);
    const remove = this.removed().map(({ start, end }) => ({ start, end }));
    await this.inbox.act(this.item(), 'triage', { remove }, true);
    this.busy.set(false);
  }

  protected async reject(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Hinweis zurückweisen?',
      text: 'Nur für Werbung, Beleidigungen oder anderes, das wir nicht bearbeiten dürfen.',
      action: 'Zurückweisen',
      danger: true,
      reason: { label: 'Grund', required: true, hint: 'Er bleibt mit dem Hinweis verzeichnet.' },
    });
    if (answer) await this.inbox.act(this.item(), 'reject', { reason: answer.reason }, true);
  }

  private add(spans: readonly { start: number; end: number }[]): void {
    if (spans.length === 0) return;
    const added = spans
      .filter((span) => span.end > span.start)
      .map((span): Mark => ({ ...span, kind: 'MARKED', removed: true }));
    const kept = this.marks().filter(
      (mark) => !added.some((span) => span.start < mark.end && span.end > mark.start) || mark.removed,
    );
    const joined = withoutOverlaps([...kept, ...added]);
    this.marks.set(
      joined.map((flag) => ({
        ...flag,
        removed: kept.find((mark) => mark.start === flag.start && mark.end === flag.end)?.removed ?? true,
      })),
    );
  }
}
