import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { mdiFileOutline } from '@mdi/js';
import {
  attachmentAccept,
  attachmentTypeOf,
  type AttachmentView,
  type AttachmentVisibility,
  attachmentVisibilityLabels,
  opensUp,
} from '@runder-tisch/domain/attachments';
import { SaveAttachment } from '@runder-tisch/domain/attachments/attachments-requests';
import { ErrorSummary, FileDrop, SelectField, TextField } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { requestForm } from '../forms';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { keptObject } from '../object-page/kept-object';
import { AttachmentUploads } from './attachment-uploads';
import { fileWords } from './attachment-words';
import { UploadList } from './upload-list';

/** One Unterlage: what it looks like, who sees it, and every version there was. */
@Component({
  selector: 'rt-attachment-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    ErrorSummary,
    FileDrop,
    FormField,
    PageHead,
    ProgressLine,
    RouterLink,
    SelectField,
    TextField,
    UploadList,
  ],
  providers: [AttachmentUploads],
  templateUrl: './attachment-page.html',
  styles: `
    img {
      display: block;
      max-width: 100%;
      max-height: 60vh;
      border: 1px solid var(--rt-line);
      background: #fff;
    }
    ol {
      display: grid;
      margin: 0 0 16px;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 12px;
      padding: 10px 0;
      border-bottom: 1px solid var(--rt-line);
    }
    .words {
      flex: 1 1 16em;
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class AttachmentPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly uploads = inject(AttachmentUploads);
  protected readonly kept = keptObject<AttachmentView>(
    () => `/api/attachments/${this.id()}`,
    (it) => it.title,
  );
  private readonly act = acting(() => this.kept.reload());
  /** What is gone is not asked for again. */
  private readonly leave = acting();
  protected readonly view = this.kept.view;
  protected readonly icon = mdiFileOutline;
  protected readonly accept = attachmentAccept;
  protected readonly levelLabels = attachmentVisibilityLabels;
  protected readonly fileWords = fileWords;
  protected readonly back = { label: 'Alle Unterlagen', link: '/unterlagen' };
  protected readonly entry = requestForm(SaveAttachment, {}, { about: () => this.id() });
  protected readonly levels = computed(() =>
    (this.view()?.levels ?? []).map(({ visibility, seenBy }) => ({
      value: visibility,
      label: attachmentVisibilityLabels[visibility],
      seenBy,
    })),
  );
  protected readonly seenBy = computed(() => {
    const chosen = this.entry.model().visibility;
    return this.levels().find(({ value }) => value === chosen)?.seenBy ?? '';
  });
  protected readonly isPicture = computed(
    () => attachmentTypeOf(this.view()?.current.ending ?? '')?.content === 'picture',
  );

  constructor() {
    this.uploads.whenDone(() => this.kept.reload());
    effect(() => {
      const view = this.view();
      if (view) untracked(() => this.entry.reset(asRequest(view)));
    });
  }

  protected async save(event: Event, view: AttachmentView): Promise<void> {
    event.preventDefault();
    const { visibility } = this.entry.model();
    if (visibility !== view.visibility && !(await this.agreed(view))) return;
    const done = await this.entry.submit(async (request) =>
      this.view.set(await this.api.change(`/api/attachments/${view.id}`, view.version, request)),
    );
    if (done) this.toasts.say('Gespeichert.');
  }

  protected upload(files: readonly File[]): void {
    this.uploads.post(`/api/attachments/${this.id()}/versions`, files, {});
  }

  protected async restore(view: AttachmentView, number: number): Promise<void> {
    await this.act(
      () => this.api.act(`/api/attachments/${view.id}/versions/${number}/restore`),
      `Jetzt gilt wieder Fassung ${number}.`,
    );
  }

  protected async remove(view: AttachmentView): Promise<void> {
    if (!(await this.leave(() => this.api.remove(`/api/attachments/${view.id}`)))) return;
    await this.router.navigateByUrl(view.owner.path);
    this.toasts.say(
      `„${view.title}“ ist gelöscht.`,
      async () => void (await this.leave(() => this.api.act(`/api/attachments/${view.id}/undelete`))),
    );
  }

  private async agreed(view: AttachmentView): Promise<boolean> {
    const { title, ...chosen } = this.entry.model();
    const visibility = chosen.visibility as AttachmentVisibility;
    const wider = opensUp(view.visibility, visibility);
    const answer = await this.confirm.ask({
      heading: wider ? 'Für mehr Menschen sichtbar machen?' : 'Sichtbarkeit einschränken?',
      text: `„${title}“ sehen dann: ${this.seenBy()}.`,
      action: wider ? 'Sichtbar machen' : 'Einschränken',
      danger: wider && visibility === 'PUBLIC',
    });
    return answer !== null;
  }
}

function asRequest({ title, visibility, partId }: AttachmentView): SaveAttachment {
  return { title, visibility, partId };
}
