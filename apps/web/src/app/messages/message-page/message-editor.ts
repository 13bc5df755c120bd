import { httpResource } from '@angular/common/http';
import {
  Component,
  DestroyRef,
  computed,
  debounced,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
} from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { mdiClose, mdiEmailFastOutline, mdiEmailOutline, mdiPaperclip } from '@mdi/js';
import { attachmentAccept } from '@runder-tisch/domain/attachments';
import {
  type ChosenRecipients,
  fileWayLabels,
  fileWays,
  messageDocument,
  type MessageFileView,
  type MessageKind,
  messageKindLabels,
  messageKinds,
  type MessageView,
} from '@runder-tisch/domain/messages';
import { type MessageTarget, SaveMessage } from '@runder-tisch/domain/messages/messages-requests';
import { counted } from '@runder-tisch/domain/text';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import {
  EntitiesPicker,
  ErrorSummary,
  FileDrop,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { AttachmentUploads } from '../../attachments/attachment-uploads';
import { fileWords } from '../../attachments/attachment-words';
import { UploadList } from '../../attachments/upload-list';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';
import { MailWords } from '../../session/mail-words';
import { Session } from '../../session/session';
import { pickedOf, TargetLookup, targetOf } from '../target-lookup';
import { RecipientsPreview } from './recipients-preview';

/** A draft: for whom, what about, which files; beside it the mail, and who does not get it and why. */
@Component({
  selector: 'rt-message-editor',
  imports: [
    DocumentView,
    EntitiesPicker,
    ErrorSummary,
    FileDrop,
    FormField,
    Icon,
    PageHead,
    RadioField,
    RecipientsPreview,
    SelectField,
    TextArea,
    TextField,
    UploadList,
  ],
  providers: [AttachmentUploads],
  templateUrl: './message-editor.html',
  styleUrl: './message-editor.scss',
})
export class MessageEditor {
  /** Null as long as nothing is stored. */
  readonly message = input.required<MessageView | null>();
  /** For whom a new one is. */
  readonly start = input<readonly MessageTarget[]>([]);
  /** The id of the draft that has just begun. */
  readonly begun = output<string>();
  readonly stored = output<MessageView>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  protected readonly mails = inject(MailWords);
  protected readonly uploads = inject(AttachmentUploads);
  protected readonly find = inject(TargetLookup).find;
  protected readonly icons = {
    send: mdiEmailFastOutline,
    mail: mdiEmailOutline,
    file: mdiPaperclip,
    remove: mdiClose,
  };
  protected readonly accept = attachmentAccept;
  protected readonly kinds = messageKinds.map((value) => ({ value, label: messageKindLabels[value] }));
  protected readonly ways = fileWays.map((value) => ({ value, label: fileWayLabels[value] }));
  protected readonly entry = requestForm(SaveMessage, {
    text: `\n\nFreundliche Grüße\n${this.session.current().displayName}`,
  });
  /** The draft that began here, until its address stands above it. */
  private began = '';
  private readonly trying = acting(() => this.changed.emit());
  protected readonly busy = computed(() => this.trying.busy() || this.entry.busy() || this.uploads.busy());

  protected readonly picked = computed(() => this.entry.model().targets.map(pickedOf));
  private readonly choice = computed(() => {
    const { kind, targets, leftOut, anyway } = this.entry.model();
    return targets.length > 0 ? JSON.stringify({ kind, targets, leftOut, anyway }) : '';
  });
  private readonly settled = debounced(this.choice, 300);
  private readonly answer = httpResource<ChosenRecipients>(() => {
    const body = this.settled.hasValue() ? this.settled.value() : '';
    return body
      ? {
          url: '/api/messages/recipients',
          method: 'POST',
          body,
          headers: { 'Content-Type': 'application/json' },
        }
      : undefined;
  });
  /** What was known stays in sight while the next answer comes; without anybody chosen there is none. */
  protected readonly chosen = linkedSignal<
    { asked: boolean; found: ChosenRecipients | null },
    ChosenRecipients | null
  >({
    source: () => ({
      asked: this.choice() !== '',
      found: this.answer.hasValue() ? this.answer.value() : null,
    }),
    computation: ({ asked, found }, previous) => (asked ? (found ?? previous?.value ?? null) : null),
  });
  protected readonly choosing = computed(() => this.answer.isLoading());
  protected readonly hindrance = computed(() => {
    const failed = this.answer.error();
    return failed && this.choice() ? asProblemError(failed).says : null;
  });
  protected readonly names = computed(() => {
    const known = this.chosen()?.targets ?? this.message()?.targets ?? [];
    return known.map((target) => ({ id: pickedOf(target), title: target.title }));
  });
  protected readonly reached = computed(() => this.chosen()?.counts.GETS ?? 0);
  protected readonly sendLabel = computed(() =>
    this.reached() ? `An ${counted(this.reached(), 'Person', 'Personen')} senden` : 'Senden',
  );
  protected readonly files = computed(() => this.message()?.files ?? []);
  protected readonly first = computed(
    () => this.chosen()?.recipients.find(({ outcome }) => outcome === 'GETS') ?? null,
  );
  protected readonly document = computed(() => {
    const { subject, text, filesAs, kind } = this.entry.model();
    return messageDocument(
      {
        subject,
        text,
        linked:
          filesAs === 'LINKED'
            ? this.files().map((file) => ({
                title: file.title,
                note: this.fileNote(file),
                href: `/api/attachments/${file.id}/file`,
              }))
            : [],
        optOut: { href: '', kind: messageKindLabels[kind as MessageKind] },
      },
      this.first()?.greeting ?? 'Guten Tag',
    );
  });

  constructor() {
    effect(() => {
      const message = this.message();
      const start = this.start();
      untracked(() => {
        if (this.entry.dirty()) return;
        if (message) this.entry.reset(asRequest(message));
        else if (start.length > 0) this.entry.reset({ targets: [...start], text: this.entry.model().text });
      });
    });
    this.uploads.whenDone(() => {
      this.changed.emit();
      if (!this.uploads.busy()) void this.toItsAddress();
    });
    inject(DestroyRef).onDestroy(() => this.uploads.cancelAll());
  }

  protected fileNote({ ending, size }: MessageFileView): string {
    return fileWords({ ending, size });
  }

  protected setTargets(picked: readonly string[]): void {
    const field = this.entry.fields.targets();
    field.value.set(picked.map(targetOf));
    field.markAsDirty();
  }

  protected setLeftOut(mails: readonly string[]): void {
    const field = this.entry.fields.leftOut();
    field.value.set([...mails]);
    field.markAsDirty();
  }

  protected setAnyway(mails: readonly string[]): void {
    const field = this.entry.fields.anyway();
    field.value.set([...mails]);
    field.markAsDirty();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!(await this.keep())) return;
    this.toasts.say('Als Entwurf gespeichert. Es ist noch nichts gesendet.');
    await this.toItsAddress();
  }

  /** Files hang on the draft, so it begins with the first of them. */
  protected async upload(files: readonly File[]): Promise<void> {
    const message = await this.keep();
    if (!message) return;
    this.uploads.post('/api/attachments', files, {
      objectKind: 'message',
      objectId: message.id,
      visibility: 'INTERNAL',
    });
  }

  protected async remove(file: MessageFileView): Promise<void> {
    if (await this.trying(() => this.api.remove(`/api/attachments/${file.id}`)))
      this.toasts.say(`„${file.title}“ ist nicht mehr dabei.`, async () => {
        await this.trying(() => this.api.act(`/api/attachments/${file.id}/undelete`));
      });
  }

  protected async test(): Promise<void> {
    const message = await this.keep();
    if (!message) return;
    await this.trying(
      () => this.api.act<{ address: string }>(`/api/messages/${message.id}/test`),
      ({ address }) => this.mails.goes('Eine Probe', address),
    );
    await this.toItsAddress();
  }

  protected async send(): Promise<void> {
    const message = await this.keep();
    if (!message) return;
    await this.trying(() => this.api.act(`/api/messages/${message.id}/send`, message.version));
    await this.toItsAddress();
  }

  protected async discard(): Promise<void> {
    const message = this.message();
    if (!message) return;
    const answer = await this.confirm.ask({
      heading: 'Entwurf verwerfen?',
      text: 'Der Text und die Unterlagen dieser Nachricht gehen verloren.',
      action: 'Verwerfen',
      danger: true,
    });
    if (!answer) return;
    try {
      await this.api.remove(`/api/messages/${message.id}`);
    } catch (failed) {
      this.toasts.warn(asProblemError(failed).says);
      return;
    }
    this.toasts.say('Der Entwurf ist verworfen.');
    await this.router.navigate(['/nachrichten']);
  }

  /** Stores what was typed, and begins the draft where there is none; null where the form says what is wrong. */
  private async keep(): Promise<MessageView | null> {
    const before = this.message();
    if (before && !this.entry.dirty()) return before;
    let kept: MessageView | null = null;
    const done = await this.entry.submit(async (request) => {
      if (before)
        kept = await this.api.change<MessageView>(`/api/messages/${before.id}`, before.version, request);
      else {
        const { id } = await this.api.create('/api/messages', request, this.entry.intent());
        kept = await this.api.get<MessageView>(`/api/messages/${id}`);
        this.began = id;
        this.begun.emit(id);
      }
      this.stored.emit(kept);
    });
    return done ? kept : null;
  }

  /** A draft that began on this page gets its own address, once nothing is on its way here any more. */
  private async toItsAddress(): Promise<void> {
    const id = this.began;
    this.began = '';
    if (id) await this.router.navigate(['/nachrichten', id], { replaceUrl: true });
  }
}

function asRequest({ kind, subject, text, filesAs, targets, leftOut, anyway }: MessageView): SaveMessage {
  return {
    kind,
    subject,
    text,
    filesAs,
    leftOut,
    anyway,
    targets: targets.map((target) => ({ kind: target.kind, id: target.id })),
  };
}
