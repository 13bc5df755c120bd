import { NgComponentOutlet } from '@angular/common';
import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import type { LineKind } from '@runder-tisch/domain/meetings';
import { DateField, EntityPicker, NumberField, type PickItem } from '@runder-tisch/ui/form';
import { LineOwners } from '../record/line-owners';
import type { LineDraft, Who } from '../record/shown-line';
import { typedKinds } from './line-kinds';
import { readSlashWord, typedSlashWord } from './slash-words';
import { WhoLookup } from './who-lookup';

/** One line being typed: a text, chips for its kind, and what that kind needs besides. */
@Component({
  selector: 'rt-line-editor',
  imports: [DateField, EntityPicker, NgComponentOutlet, NumberField],
  templateUrl: './line-editor.html',
  styleUrl: './line-editor.scss',
  host: { '(keydown.escape)': 'cancelled.emit()', '(keydown.enter)': 'entered($event)' },
})
export class LineEditor {
  /** A line that is being changed; without it this is the field for the next one. */
  readonly line = input<LineDraft | null>(null);
  /** What was typed here before a reload. */
  readonly begun = input<LineDraft | null>(null);
  /** With every keystroke and every choice. */
  readonly typing = output<LineDraft>();
  readonly kept = output<LineDraft>();
  readonly cancelled = output<void>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly lookup = inject(WhoLookup);
  private readonly owners = inject(LineOwners);
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly draft = linkedSignal(() => this.begun() ?? this.line() ?? this.owners.emptyDraft());
  protected readonly kinds = typedKinds(this.owners);
  protected readonly typedKind = computed(() => this.kinds.find(({ kind }) => kind === this.draft().kind));
  protected readonly form = computed(() => this.owners.of(this.draft().kind)?.form ?? null);
  protected readonly formInputs = computed(() => ({ draft: this.draft(), change: this.set }));
  protected readonly findWho = (words: string) => this.lookup.find(words);
  protected readonly who = computed<PickItem | null>(() => {
    const who = this.draft().who;
    return who && { id: `${who.kind}:${who.id}`, title: who.name };
  });

  /** Something was typed that nobody has kept yet. */
  readonly unkept = computed(() =>
    this.owners.isTyped(this.draft(), this.line() ?? this.owners.emptyDraft()),
  );

  constructor() {
    afterNextRender(() => {
      if (!this.line()) return;
      const field = this.field().nativeElement;
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  /** Keeps what stands in the field, if anything does. */
  commit(): boolean {
    this.leaveField();
    const typed = this.draft();
    const slash = readSlashWord(typed.text, this.kinds);
    const draft = { ...typed, ...slash };
    const text = draft.text.trim();
    if (!text) {
      this.draft.set(draft);
      return false;
    }
    this.kept.emit(this.owners.draftOf({ ...draft, text }));
    if (!this.line()) this.clear();
    return true;
  }

  protected typed(text: string): void {
    const slash = typedSlashWord(text, this.kinds);
    this.set(slash ?? { text });
    if (slash) this.field().nativeElement.value = slash.text;
  }

  protected choose(kind: LineKind): void {
    this.set({ kind });
    this.focus();
  }

  /** Enter keeps the line; with Shift it is a line break, with Ctrl the page's own key. */
  protected entered(event: Event): void {
    const key = event as KeyboardEvent;
    if (key.shiftKey || key.ctrlKey || key.metaKey || key.isComposing || key.defaultPrevented) return;
    if ((key.target as HTMLElement).closest('button')) return;
    key.preventDefault();
    if (this.commit()) this.focus();
  }

  /** In an empty field it takes the kind back, as in other editors. */
  protected backspaced(): void {
    if (this.draft().text === '') this.set({ kind: 'TEXT' });
  }

  protected pick(item: PickItem): void {
    const [kind = '', id = ''] = item.id.split(':');
    const who: Who = { kind: kind === 'organisation' ? 'organisation' : 'person', id, name: item.title };
    this.set({ who });
  }

  protected readonly set = (facts: Partial<LineDraft>): void => {
    this.draft.update((draft) => ({ ...draft, ...facts }));
    this.typing.emit(this.draft());
  };

  protected count(name: keyof LineDraft['votes'], value: number | null): void {
    this.set({ votes: { ...this.draft().votes, [name]: value } });
  }

  /** A day typed but not left yet counts as well. */
  private leaveField(): void {
    const active = this.host.nativeElement.ownerDocument.activeElement;
    if (active instanceof HTMLInputElement && this.host.nativeElement.contains(active)) active.blur();
  }

  private clear(): void {
    // Who and until when belong to one task; a round of votes to one question.
    this.draft.set(this.owners.emptyDraft());
    this.field().nativeElement.value = '';
  }
}
