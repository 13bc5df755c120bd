import { DOCUMENT } from '@angular/common';
import {
  Component,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { mdiMarker } from '@mdi/js';
import {
  markable,
  type MarkedText,
  type MarkRefusal,
  paragraphsOf,
  plainText,
  shortened,
  type TextStretch,
} from '@runder-tisch/domain/text';
import { Icon } from '../icon/icon';

const SHOWN = 80;

/**
 * `<rt-marked-text [text]="letter.text" [labels]="numbers()" (marking)="mark($event)" />`: a text in which passages
 * are marked, by mouse, by finger, or paragraph by paragraph with the keyboard. It changes nothing itself.
 */
@Component({
  selector: 'rt-marked-text',
  imports: [Icon],
  template: `
    <div #words class="words" [class.readonly]="!action()">
      @for (line of lines(); track line.start; let index = $index) {
        <div class="line" [class.chosen]="isChosen(index)">
          <p>
            @for (piece of line.pieces; track piece.start) {
              @if (piece.mark === null) {
                <span [attr.data-start]="piece.start" [textContent]="piece.text"></span>
              } @else {
                <mark
                  [attr.id]="piece.first ? 'stelle-' + piece.mark : null"
                  [class.shown]="piece.mark === shown()"
                  [class.first]="piece.first"
                >
                  @if (piece.first) {
                    <button
                      type="button"
                      class="label rt-number"
                      [attr.aria-label]="labels()[piece.mark] + ' in der Liste zeigen'"
                      (click)="chosen.emit(piece.mark)"
                      [textContent]="labels()[piece.mark]"
                    ></button>
                  }
                  <span [attr.data-start]="piece.start" [textContent]="piece.text"></span>
                </mark>
              }
            }
          </p>
          @if (action() && line.free) {
            <button
              type="button"
              class="whole rt-button rt-plain rt-small rt-unprinted"
              [disabled]="busy()"
              [attr.aria-label]="'Absatz ' + (index + 1) + ' ' + whole()"
              [title]="'Absatz ' + whole()"
              (click)="markLines(index)"
              (keydown)="extend($event, index)"
            >
              <rt-icon [path]="icon" />
            </button>
          }
        </div>
      }
    </div>
    <p class="rt-unseen" aria-live="polite">{{ said() }}</p>
    @if (action() && selected(); as stretch) {
      <div class="bar rt-unprinted" role="region" aria-label="Gewählte Stelle">
        @if (refusal()) {
          <p class="refusal" role="alert">{{ refusal() }}</p>
        } @else {
          <p class="rt-quiet rt-small words-of">„{{ excerpt() }}“</p>
        }
        <div class="acts">
          <!-- The selection must live through the press of the button. -->
          <button
            type="button"
            class="rt-button rt-primary"
            [disabled]="busy() || !!refusal()"
            (pointerdown)="$event.preventDefault()"
            (mousedown)="$event.preventDefault()"
            (click)="mark(stretch)"
          >
            <rt-icon [path]="icon" />{{ action() }}
          </button>
          <button type="button" class="rt-button" (click)="clear()">Auswahl aufheben</button>
        </div>
      </div>
    }
  `,
  styleUrl: './marked-text.scss',
})
export class MarkedTextView {
  readonly text = input.required<MarkedText>();
  /** What each mark is called, by its id: the number of the Hinweis. */
  readonly labels = input.required<Readonly<Record<string, string>>>();
  /** "Als Hinweis markieren"; without one the text is only read. */
  readonly action = input('');
  /** The same behind "Absatz 3": "als Hinweis markieren". */
  readonly whole = input('markieren');
  /** Why a stretch cannot be marked, in the words of the page. */
  readonly refusals = input<Readonly<Record<MarkRefusal, string>>>({ empty: '', outside: '', overlap: '' });
  readonly busy = input(false);
  /** The passage that is pointed at; scrolled to when it changes. */
  readonly shown = input<string | null>(null);
  readonly marking = output<TextStretch>();
  readonly chosen = output<string>();

  private readonly document = inject(DOCUMENT);
  private readonly box = viewChild<ElementRef<HTMLElement>>('words');
  protected readonly icon = mdiMarker;
  protected readonly selected = signal<TextStretch | null>(null);
  /** Paragraphs chosen with Shift and the arrows, first and last. */
  private readonly range = signal<{ from: number; to: number } | null>(null);

  protected readonly lines = computed(() => {
    const seen = new Set<string>();
    return paragraphsOf(this.text()).map((line) => ({
      ...line,
      free: line.pieces.every(({ mark }) => mark === null),
      pieces: line.pieces.map((piece) => {
        const first = piece.mark !== null && !seen.has(piece.mark);
        if (piece.mark !== null) seen.add(piece.mark);
        return { ...piece, first };
      }),
    }));
  });
  protected readonly refusal = computed(() => {
    const stretch = this.selected();
    const found = stretch && markable(this.text(), stretch);
    return typeof found === 'string' ? this.refusals()[found] : '';
  });
  protected readonly excerpt = computed(() => {
    const stretch = this.selected();
    return stretch ? shortened(plainText(this.text()).slice(stretch.start, stretch.end).trim(), SHOWN) : '';
  });
  protected readonly said = computed(() => {
    const range = this.range();
    return range && range.to > range.from ? `Absätze ${range.from + 1} bis ${range.to + 1} gewählt.` : '';
  });

  constructor() {
    const follow = (): void => this.follow();
    this.document.addEventListener('selectionchange', follow);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('selectionchange', follow));
    afterRenderEffect(() => {
      const mark = this.shown();
      if (mark === null) return;
      const place = this.document.getElementById(`stelle-${mark}`);
      place?.scrollIntoView({ block: 'center' });
    });
  }

  protected isChosen(index: number): boolean {
    const range = this.range();
    return range !== null && index >= range.from && index <= range.to;
  }

  protected mark(stretch: TextStretch): void {
    this.marking.emit(stretch);
    this.clear();
  }

  protected markLines(index: number): void {
    const range = this.range();
    const { from, to } =
      range && index >= range.from && index <= range.to ? range : { from: index, to: index };
    const stretch = this.stretchOf(from, to);
    if (stretch) this.mark(stretch);
  }

  /** Shift and the arrows choose several paragraphs, arrows alone go to the next that is free. */
  protected extend(event: KeyboardEvent, index: number): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') this.clear();
    if (step === 0) return;
    event.preventDefault();
    if (!event.shiftKey) {
      const buttons = this.within('.whole');
      buttons[buttons.indexOf(event.currentTarget as HTMLElement) + step]?.focus();
      return;
    }
    const { from, to } = this.range() ?? { from: index, to: index };
    const last = this.lines().length - 1;
    const next = step > 0 ? { from, to: Math.min(to + 1, last) } : { from, to: Math.max(to - 1, from) };
    this.range.set(next);
    this.selected.set(this.stretchOf(next.from, next.to));
  }

  protected clear(): void {
    this.selected.set(null);
    this.range.set(null);
    const selection = this.document.getSelection();
    if (selection && this.box()?.nativeElement.contains(selection.anchorNode)) selection.removeAllRanges();
  }

  private within(selector: string): HTMLElement[] {
    return [...(this.box()?.nativeElement.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  private stretchOf(from: number, to: number): TextStretch | null {
    const first = this.lines()[from];
    const last = this.lines()[to];
    return first && last ? { start: first.start, end: last.end } : null;
  }

  /** A selection that collapses leaves what was chosen: on a phone the tap on the button collapses it. */
  private follow(): void {
    const selection = this.document.getSelection();
    const box = this.box()?.nativeElement;
    if (!box || !this.action() || !selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (range.collapsed || !box.contains(range.startContainer) || !box.contains(range.endContainer)) return;
    const start = this.placeOf(range.startContainer, range.startOffset, 'start');
    const end = this.placeOf(range.endContainer, range.endOffset, 'end');
    this.range.set(null);
    this.selected.set(start !== null && end !== null && end > start ? { start, end } : null);
  }

  /** Where in the whole text a place of the page lies: each piece of words knows where it begins. */
  private placeOf(node: Node, offset: number, side: 'start' | 'end'): number | null {
    const around = node instanceof Element ? node : node.parentElement;
    const piece = around?.closest<HTMLElement>('[data-start]');
    if (piece && node.nodeType === Node.TEXT_NODE) return Number(piece.dataset['start']) + offset;
    // Between the pieces, as after a triple click: the nearest piece before or behind.
    const at = this.document.createRange();
    at.setStart(node, offset);
    at.collapse(true);
    const pieces = this.within('[data-start]');
    const behind = pieces.filter((it) => at.comparePoint(it, 0) >= 0);
    if (side === 'start') return behind[0] ? Number(behind[0].dataset['start']) : null;
    const before = pieces.filter((it) => at.comparePoint(it, 0) < 0).at(-1);
    return before ? Number(before.dataset['start']) + (before.textContent?.length ?? 0) : null;
  }
}
