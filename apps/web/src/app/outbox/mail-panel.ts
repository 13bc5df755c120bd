import { Component, ElementRef, computed, effect, input, output, signal, viewChild } from '@angular/core';
import { mdiCalendarOutline, mdiPaperclip } from '@mdi/js';
import { mailStateLabels, type OutboxMailView } from '@runder-tisch/domain/outbox';
import { Icon } from '@runder-tisch/ui/icon';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { keptObject } from '../object-page/kept-object';
import { calendarFacts } from './calendar-facts';
import { mailTones, sizeWords } from './mail-words';

const words = { REQUEST: 'Einladung', CANCEL: 'Absage', PUBLISH: 'Eintrag', REPLY: 'Antwort' } as const;

/** One mail as its recipient would see it, with what their calendar would show. */
@Component({
  selector: 'rt-mail-panel',
  imports: [BerlinDatePipe, Icon, ProgressLine, SidePanel],
  templateUrl: './mail-panel.html',
  styleUrl: './mail-panel.scss',
})
export class MailPanel {
  readonly mailId = input.required<string>();
  readonly closed = output<void>();

  protected readonly icons = { calendar: mdiCalendarOutline, attachment: mdiPaperclip };
  protected readonly labels = mailStateLabels;
  protected readonly tones = mailTones;
  protected readonly sizeWords = sizeWords;
  protected readonly asText = signal(false);
  protected readonly height = signal(420);
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');

  protected readonly kept = keptObject<OutboxMailView>(() => `/api/outbox/${this.mailId()}`);
  protected readonly mail = this.kept.view;
  protected readonly calendar = computed(() => {
    const part = this.mail()?.calendar;
    if (!part) return null;
    const method = Object.entries(words).find(([name]) => name === part.method);
    return { ...calendarFacts(part.content), what: method?.[1] ?? part.method };
  });

  constructor() {
    effect(() => {
      // Set here because Angular would ask for a policy to trust the address, and ours is a fixed one.
      const frame = this.frame()?.nativeElement;
      const id = this.mail()?.id;
      if (frame && id) frame.src = `/api/outbox/${id}/page`;
    });
  }

  /** The frame grows with the mail, so that one scrolls in one place only. */
  protected fit(frame: HTMLIFrameElement): void {
    const page = frame.contentDocument?.documentElement;
    if (!page) return;
    this.height.set(Math.max(160, page.scrollHeight));
    // Keys pressed inside the frame do not reach the panel.
    page.addEventListener('keydown', ({ key }) => key === 'Escape' && this.closed.emit());
  }
}
