import { OverlayModule } from '@angular/cdk/overlay';
import {
  Component,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { mdiPlus } from '@mdi/js';
import { Icon } from '../../icon/icon';

/** Something that can be picked: a person, an organisation, a network … */
export interface PickItem {
  id: string;
  title: string;
  /** Second line, such as the organisation somebody speaks for. */
  subtitle?: string;
}

/** Asks the server what fits the typed words. */
export type Lookup = (words: string) => Promise<readonly PickItem[]>;

/**
 * A text field with suggestions (ARIA combobox with a listbox). Used by the pickers, not by pages. Focus stays
 * in the field; arrows move through the suggestions, Enter takes one, Escape closes.
 */
@Component({
  selector: 'rt-combobox',
  imports: [Icon, OverlayModule],
  templateUrl: './combobox.html',
  styles: `
    small {
      display: block;
      color: var(--rt-text-quiet);
      font-size: 0.9rem;
    }
  `,
})
export class Combobox {
  readonly inputId = input.required<string>();
  readonly lookup = input.required<Lookup>();
  readonly text = input('');
  readonly placeholder = input('Tippen zum Suchen');
  readonly disabled = input(false);
  readonly required = input(false);
  readonly invalid = input(false);
  readonly describedBy = input<string | null>(null);
  readonly except = input<readonly string[]>([]);
  /** With a word here the list offers to make what was typed, for example "als neue Organisation anlegen". */
  readonly createLabel = input<string | null>(null);
  readonly picked = output<PickItem>();
  readonly create = output<string>();
  readonly cleared = output<void>();
  readonly touched = output<void>();
  readonly backspaced = output<void>();

  protected readonly plus = mdiPlus;
  protected readonly open = signal(false);
  protected readonly state = signal<'idle' | 'asking' | 'answered' | 'failed'>('idle');
  private readonly found = signal<readonly PickItem[]>([]);
  protected readonly words = signal('');
  protected readonly active = signal(-1);
  protected readonly items = computed(() => this.found().filter((item) => !this.except().includes(item.id)));
  /** Not before it is known what is there already: who clicks at once would make it a second time. */
  protected readonly offersNew = computed(
    () => !!this.createLabel() && this.words().length > 1 && this.state() === 'answered',
  );
  protected readonly activeId = computed(() => (this.active() < 0 ? null : this.optionId(this.active())));
  private readonly control = viewChild.required<ElementRef<HTMLInputElement>>('control');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private question = 0;
  /** Enter came before the answer: what fits first is taken as soon as it is known, never what fitted the words before. */
  private takesFirst = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected optionId(index: number): string {
    return `${this.inputId()}-option-${index}`;
  }

  protected typed(text: string): void {
    clearTimeout(this.timer);
    this.words.set(text.trim());
    this.takesFirst = false;
    this.state.set('asking');
    if (!text.trim()) this.cleared.emit();
    this.timer = setTimeout(() => void this.ask(), 180);
  }

  protected async ask(): Promise<void> {
    const question = ++this.question;
    this.state.set('asking');
    this.open.set(true);
    try {
      const items = await this.lookup()(this.words());
      // An older answer that arrives late must not replace a newer one.
      if (question !== this.question) return;
      this.found.set(items);
      this.state.set('answered');
      // Where nothing has this name, Enter makes it.
      this.active.set(this.words() && (this.items().length > 0 || this.offersNew()) ? 0 : -1);
      if (this.takesFirst && this.active() >= 0) this.take(this.active());
    } catch {
      if (question === this.question) this.state.set('failed');
    }
    if (question === this.question) this.takesFirst = false;
  }

  protected pressed(event: KeyboardEvent): void {
    const count = this.items().length + (this.offersNew() ? 1 : 0);
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!this.open()) void this.ask();
        else if (count)
          this.active.update((now) => (now + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
        break;
      case 'Enter':
        if (!this.open() && this.state() !== 'asking') break;
        event.preventDefault();
        if (this.state() === 'asking') this.takesFirst = true;
        else if (this.active() >= 0) this.take(this.active());
        break;
      case 'Escape':
        if (!this.open() && this.state() !== 'asking') break;
        event.stopPropagation();
        this.close();
        break;
      case 'Tab':
        this.close();
        break;
      case 'Backspace':
        if (!this.control().nativeElement.value) this.backspaced.emit();
        break;
    }
  }

  protected take(index: number): void {
    const item = this.items()[index];
    const words = this.words();
    this.close();
    const control = this.control().nativeElement;
    this.words.set('');
    control.value = this.text();
    control.focus();
    // Told last: whoever listens may send the focus on, to the next field.
    if (item) this.picked.emit(item);
    else if (this.createLabel()) this.create.emit(words);
  }

  protected left(): void {
    this.close();
    this.control().nativeElement.value = this.text();
    this.touched.emit();
  }

  private close(): void {
    clearTimeout(this.timer);
    this.question++;
    this.takesFirst = false;
    this.state.set('idle');
    this.open.set(false);
    this.active.set(-1);
  }

  focus(options?: FocusOptions): void {
    this.control().nativeElement.focus(options);
  }
}
