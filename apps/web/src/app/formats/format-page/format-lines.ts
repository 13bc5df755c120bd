import {
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { mdiArrowDown, mdiArrowUp, mdiDeleteOutline, mdiPencilOutline, mdiPlus } from '@mdi/js';
import { durationWords } from '@runder-tisch/domain/formats';
import { Icon } from '@runder-tisch/ui/icon';
import { Toasts } from '@runder-tisch/ui/overlay';
import { FormatLineForm, type FormatLine } from './format-line-form';

const NEW = -1;

/** An ordered list that is changed in place: edit, move, remove, add; each change is saved at once. */
@Component({
  selector: 'rt-format-lines',
  imports: [FormatLineForm, Icon],
  templateUrl: './format-lines.html',
  styleUrl: './format-lines.scss',
})
export class FormatLines {
  readonly lines = input.required<readonly FormatLine[]>();
  /** "Phase", "Ergebnis": stands on the buttons. */
  readonly noun = input.required<string>();
  readonly textLabel = input<string | null>(null);
  readonly withMinutes = input(false, { transform: booleanAttribute });
  readonly numbered = input(false, { transform: booleanAttribute });
  readonly mayChange = input(false, { transform: booleanAttribute });
  readonly busy = input(false);
  readonly empty = input('');
  /** Keeps the list; false where it was refused. */
  readonly save = input.required<(lines: readonly FormatLine[]) => Promise<boolean>>();
  /** A new line that is offered from outside, for example to a question that is still open. */
  readonly offered = input<FormatLine | null>(null);

  private readonly toasts = inject(Toasts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly icons = {
    up: mdiArrowUp,
    down: mdiArrowDown,
    edit: mdiPencilOutline,
    remove: mdiDeleteOutline,
    add: mdiPlus,
  };
  protected readonly adding = NEW;
  /** Index of the open line, `NEW` for the one behind the last, null for none. */
  protected readonly open = linkedSignal<FormatLine | null, number | null>({
    source: this.offered,
    computation: (offered) => (offered ? NEW : null),
  });
  protected readonly news = signal('');
  protected readonly rows = computed(() =>
    this.lines().map((line) => ({
      ...line,
      duration: line.minutes === null ? '' : durationWords(line.minutes),
    })),
  );

  protected async keep(index: number, line: FormatLine): Promise<void> {
    const lines = index === NEW ? [...this.lines(), line] : this.lines().with(index, line);
    if (!(await this.save()(lines))) return;
    this.close(index === NEW ? lines.length - 1 : index);
  }

  protected close(index: number): void {
    this.open.set(null);
    this.focus(index === NEW ? '[data-add]' : `[data-edit="${index}"]`);
  }

  protected async move(index: number, by: -1 | 1): Promise<void> {
    const line = this.lines()[index];
    const other = this.lines()[index + by];
    if (!line || !other) return;
    const done = await this.save()(
      this.lines()
        .with(index, other)
        .with(index + by, line),
    );
    if (!done) return;
    this.news.set(`${line.title} steht jetzt an Stelle ${index + by + 1}.`);
    const there = index + by;
    const last = by < 0 ? there === 0 : there === this.lines().length - 1;
    this.focus(`[data-${last === by > 0 ? 'up' : 'down'}="${there}"]`);
  }

  protected async remove(index: number): Promise<void> {
    const before = this.lines();
    const line = before[index];
    if (!line || !(await this.save()(before.toSpliced(index, 1)))) return;
    this.toasts.say(`${this.noun()} „${line.title}“ entfernt.`, async () => {
      // Others may have changed the list since: the line returns to its place, the rest stays as it is.
      const now = this.lines();
      await this.save()(now.toSpliced(Math.min(index, now.length), 0, line));
    });
    this.focus(before.length > 1 ? `[data-edit="${Math.min(index, before.length - 2)}"]` : '[data-add]');
  }

  /** After the list is drawn anew the focus stays where the hand was. */
  private focus(selector: string): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus());
  }
}
