import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiDownload, mdiPaperclip } from '@mdi/js';
import {
  attachmentAccept,
  type AttachmentItem,
  attachmentLimits,
  type AttachmentsOfObject,
  attachmentVisibilityLabels,
} from '@runder-tisch/domain/attachments';
import { FileDrop, SelectField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { keptObject } from '../object-page/kept-object';
import { AttachmentUploads } from './attachment-uploads';
import { fileWords, isSmallPicture } from './attachment-words';
import { UploadList } from './upload-list';

/** Everything that hangs on one object: `<rt-attachments kind="meeting" [objectId]="it.id" />`. */
@Component({
  selector: 'rt-attachments',
  imports: [BerlinDatePipe, EmptyState, FileDrop, Icon, ProgressLine, RouterLink, SelectField, UploadList],
  providers: [AttachmentUploads],
  templateUrl: './attachments-box.html',
  styleUrl: './attachments-box.scss',
})
export class AttachmentsBox {
  /** As its area calls its kind. */
  readonly kind = input.required<string>();
  readonly objectId = input.required<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly uploads = inject(AttachmentUploads);
  protected readonly kept = keptObject<AttachmentsOfObject>(
    () => `/api/attachments/of/${this.kind()}/${this.objectId()}`,
  );
  private readonly act = acting(() => this.kept.reload());
  protected readonly view = this.kept.view;
  protected readonly accept = attachmentAccept;
  protected readonly icons = { none: mdiPaperclip, download: mdiDownload };
  protected readonly levelLabels = attachmentVisibilityLabels;
  protected readonly fileWords = fileWords;
  protected readonly isPicture = isSmallPicture;
  protected readonly undoDays = attachmentLimits.undoDays;
  /** For what is uploaded next; nothing is seen by more people than somebody said. */
  protected readonly visibility = signal('INTERNAL');
  protected readonly partId = signal('');
  protected readonly levels = computed(() =>
    (this.view()?.levels ?? []).map(({ visibility }) => ({
      value: visibility,
      label: attachmentVisibilityLabels[visibility],
    })),
  );
  protected readonly seenBy = computed(
    () => this.view()?.levels.find((it) => it.visibility === this.visibility())?.seenBy ?? '',
  );
  protected readonly parts = computed(() =>
    (this.view()?.parts ?? []).map(({ id, title }) => ({ value: id, label: title })),
  );
  /** By the parts of the object, what belongs to none of them first. */
  protected readonly groups = computed(() => {
    const view = this.view();
    if (!view) return [];
    const known = new Set(view.parts.map(({ id }) => id));
    const general = view.items.filter(({ partId }) => partId === null || !known.has(partId));
    return [
      { id: '', title: '', items: general },
      ...view.parts.map(({ id, title }) => ({
        id,
        title,
        items: view.items.filter(({ partId }) => partId === id),
      })),
    ].filter(({ items }) => items.length > 0);
  });

  constructor() {
    this.uploads.whenDone(() => this.kept.reload());
    inject(DestroyRef).onDestroy(() => this.uploads.cancelAll());
  }

  protected upload(files: readonly File[]): void {
    this.uploads.post('/api/attachments', files, {
      objectKind: this.kind(),
      objectId: this.objectId(),
      visibility: this.visibility(),
      partId: this.partId() || undefined,
    });
  }

  protected async remove(item: AttachmentItem): Promise<void> {
    if (await this.act(() => this.api.remove(`/api/attachments/${item.id}`)))
      this.toasts.say(`„${item.title}“ ist gelöscht.`, () => this.undelete(item));
  }

  protected async undelete(item: AttachmentItem): Promise<void> {
    await this.act(() => this.api.act(`/api/attachments/${item.id}/undelete`), 'Wiederhergestellt.');
  }
}
