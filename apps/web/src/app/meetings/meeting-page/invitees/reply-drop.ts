import { HttpClient } from '@angular/common/http';
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { mdiEmailOutline } from '@mdi/js';
import { firstValueFrom } from 'rxjs';
import {
  answerLabels,
  type GivenAnswer,
  givenAnswers,
  type ReplyResultView,
  type StaffMeetingView,
} from '@runder-tisch/domain/meetings';
import { AddInvitees, SaveInvitee } from '@runder-tisch/domain/meetings/meetings-requests';
import { Icon } from '@runder-tisch/ui/icon';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { acting } from '../../../http/acting';
import { Api } from '../../../http/api';
import { asProblemError } from '../../../http/problem-error';

interface TakenFile {
  file: File;
  result: ReplyResultView;
  /** What the office made of it; empty as long as something is to be decided. */
  done: string;
}

/** Reply mails and calendar files from anybody's mailbox, dropped here or chosen by a button. */
@Component({
  selector: 'rt-reply-drop',
  imports: [Icon, ProgressLine],
  template: `
    <section class="rt-unprinted" aria-labelledby="rt-replies-heading">
      <div
        class="zone"
        [class.over]="over()"
        (dragover)="hover($event)"
        (dragleave)="over.set(false)"
        (drop)="drop($event)"
      >
        <rt-icon [path]="icon" large />
        <div>
          <h2 id="rt-replies-heading">Antworten aus Mails</h2>
          <p class="rt-quiet" id="rt-replies-hint">
            Ziehen Sie Antwortmails (.eml) oder Kalenderdateien (.ics) hierher, auch mehrere zugleich.
          </p>
        </div>
        <input
          #files
          class="rt-unseen"
          type="file"
          tabindex="-1"
          aria-hidden="true"
          multiple
          accept=".eml,.ics,message/rfc822,text/calendar"
          (change)="chosen()"
        />
        <button
          type="button"
          class="rt-button rt-small"
          aria-describedby="rt-replies-hint"
          [disabled]="busy()"
          (click)="files.click()"
        >
          Dateien wählen
        </button>
      </div>
      <rt-progress-line [busy]="busy()" />
      <ul class="results" aria-live="polite">
        @for (taken of results(); track $index) {
          <li #line tabindex="-1" [class]="'result ' + (taken.done ? '' : taken.result.outcome)">
            <span class="rt-cell-note mail">{{ taken.file.name }}</span>
            <strong class="rt-lines">{{ taken.done || taken.result.says }}</strong>
            @if (taken.result.text && !taken.done) {
              <blockquote class="rt-lines">{{ taken.result.text }}</blockquote>
            }
            @if (!taken.done) {
              @if (taken.result.outcome === 'CHOOSE') {
                <div class="choices">
                  @for (answer of answers; track answer) {
                    <button
                      type="button"
                      class="rt-button rt-small"
                      [disabled]="busy()"
                      (click)="enter(taken, answer)"
                    >
                      {{ labels[answer] }}
                    </button>
                  }
                </div>
              } @else if (taken.result.differs; as differs) {
                <div class="choices">
                  <button
                    type="button"
                    class="rt-button rt-small"
                    [disabled]="busy()"
                    (click)="keep(taken, differs.entered)"
                  >
                    Es bleibt bei „{{ labels[differs.entered] }}“
                  </button>
                  <button
                    type="button"
                    class="rt-button rt-small"
                    [disabled]="busy()"
                    (click)="enter(taken, differs.said)"
                  >
                    Jetzt gilt „{{ labels[differs.said] }}“
                  </button>
                </div>
              } @else if (taken.result.outcome === 'UNKNOWN') {
                <div class="choices">
                  <button
                    type="button"
                    class="rt-button rt-small"
                    [disabled]="busy()"
                    (click)="accept(taken)"
                  >
                    {{ taken.result.stranger?.answer ? 'Einladen und Antwort eintragen' : 'Einladen' }}
                  </button>
                  <button type="button" class="rt-button rt-plain rt-small" (click)="ignore(taken)">
                    Nicht übernehmen
                  </button>
                </div>
              }
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    .zone {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      margin-top: 20px;
      padding: 14px 16px;
      border: 2px dashed var(--rt-line-strong);
      border-radius: var(--rt-radius-small);
    }
    .zone > div {
      flex: 1 1 220px;
    }
    .zone h2 {
      margin: 0;
      font-size: 1rem;
    }
    .over {
      border-color: var(--rt-accent);
      background: var(--rt-accent-soft);
    }
    .results {
      display: grid;
      gap: 8px;
      margin: 12px 0 0;
      padding: 0;
      list-style: none;
    }
    .result {
      display: grid;
      gap: 4px;
      padding: 10px 14px;
      border-left: 4px solid var(--rt-line-strong);
      background: var(--rt-surface-sunken);
    }
    .COUNTED {
      border-color: var(--rt-positive);
    }
    .CHOOSE,
    .DIFFERS,
    .UNKNOWN,
    .PROPOSAL {
      border-color: var(--rt-warning);
    }
    .UNDELIVERABLE {
      border-color: var(--rt-negative);
    }
    blockquote {
      max-height: 9em;
      margin: 0;
      overflow: auto;
    }
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .mail {
      overflow-wrap: anywhere;
    }
  `,
})
export class ReplyDrop {
  readonly meeting = input.required<StaffMeetingView>();
  readonly taken = output<void>();

  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly files = viewChild.required<ElementRef<HTMLInputElement>>('files');
  private readonly lines = viewChildren<ElementRef<HTMLElement>>('line');
  protected readonly icon = mdiEmailOutline;
  protected readonly answers = givenAnswers;
  protected readonly labels = answerLabels;
  protected readonly over = signal(false);
  private readonly act = acting(() => this.taken.emit());
  private readonly reading = signal(false);
  protected readonly busy = computed(() => this.reading() || this.act.busy());
  protected readonly results = signal<readonly TakenFile[]>([]);

  protected hover(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.over.set(false);
    return this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected chosen(): Promise<void> {
    const control = this.files().nativeElement;
    const files = [...(control.files ?? [])];
    control.value = '';
    return this.take(files);
  }

  /** The office has read it: the file goes once more, with the answer it says. */
  protected enter(taken: TakenFile, answer: GivenAnswer): Promise<void> {
    return this.decide(taken, () => this.send(taken.file, answer));
  }

  protected keep(taken: TakenFile, answer: GivenAnswer): void {
    this.settle(taken, `Es bleibt dabei: ${taken.result.invitation?.name ?? ''} ${answerLabels[answer]}.`);
  }

  /** Somebody the mail was forwarded to: invited now, then their answer counts like any other. */
  protected accept(taken: TakenFile): Promise<void> {
    const { stranger } = taken.result;
    return this.decide(taken, async () => {
      if (!stranger) return taken.result;
      const { name, mail } = stranger;
      const invitee = Object.assign(new SaveInvitee(), { name, mail });
      const request = Object.assign(new AddInvitees(), { invitees: [invitee], send: true });
      await this.api.act(`/api/meetings/${this.meeting().id}/invitations`, null, request);
      const result = await this.send(taken.file);
      return { ...result, says: `${name} ist eingeladen. ${result.says}` };
    });
  }

  protected ignore(taken: TakenFile): void {
    this.settle(taken, 'Nicht übernommen.');
  }

  /** One after the other: what comes first is first in the waiting list. */
  private async take(files: readonly File[]): Promise<void> {
    this.reading.set(true);
    for (const file of files) {
      const result = await this.sent(file);
      this.results.update((before) => [...before, { file, result, done: '' }]);
    }
    this.reading.set(false);
    if (files.length > 0) this.taken.emit();
  }

  private send(file: File, answer?: GivenAnswer): Promise<ReplyResultView> {
    const headers = { 'Content-Type': 'application/octet-stream' };
    const params: Record<string, string> = answer ? { answer } : {};
    const url = `/api/meetings/${this.meeting().id}/replies`;
    return firstValueFrom(this.http.post<ReplyResultView>(url, file, { headers, params }));
  }

  /** A file that is refused says so in its own line; the next ones are read all the same. */
  private async sent(file: File): Promise<ReplyResultView> {
    try {
      return await this.send(file);
    } catch (failed) {
      return {
        outcome: 'NOTHING',
        says: asProblemError(failed).says,
        invitation: null,
        text: '',
        stranger: null,
        differs: null,
      };
    }
  }

  private async decide(taken: TakenFile, work: () => Promise<ReplyResultView>): Promise<void> {
    this.stay(taken);
    await this.act(async () => this.replace(taken, { result: await work() }));
  }

  /** The button that was pressed goes away; the keyboard stays with what it was about. */
  private stay(taken: TakenFile): void {
    this.lines()[this.results().indexOf(taken)]?.nativeElement.focus();
  }

  private replace(taken: TakenFile, change: Partial<TakenFile>): void {
    this.results.update((all) => all.map((it) => (it === taken ? { ...it, ...change } : it)));
  }

  private settle(taken: TakenFile, done: string): void {
    this.stay(taken);
    this.replace(taken, { done });
  }
}
