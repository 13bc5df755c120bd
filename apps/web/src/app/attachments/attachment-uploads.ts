import { computed, inject, Injectable, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { attachmentLimits, attachmentProblems } from '@runder-tisch/domain/attachments';
import { asProblemError } from '../http/problem-error';
import { FileSender } from '../http/file-sender';
import type { Query } from '../http/query';

export interface Uploading {
  id: number;
  name: string;
  /** From 0 to 100. */
  percent: number;
  state: 'waiting' | 'sending' | 'done' | 'refused' | 'cancelled';
  /** Why it was refused. */
  says: string;
}

interface Job {
  id: number;
  file: File;
  path: string;
  query: Query;
  sending?: Subscription;
}

/** So many at once the API takes of one person; one place stays free for another window. */
const AT_ONCE = 1;

/** Files on their way up, one after the other, each with its progress and a way to break it off. */
@Injectable()
export class AttachmentUploads {
  private readonly sender = inject(FileSender);
  private count = 0;
  private jobs: Job[] = [];
  readonly list = signal<readonly Uploading[]>([]);
  readonly busy = computed(() => this.list().some(({ state }) => state === 'waiting' || state === 'sending'));
  private after: () => void = () => undefined;

  /** Called after each file that arrived. */
  whenDone(after: () => void): void {
    this.after = after;
  }

  post(path: string, files: readonly File[], query: Query): void {
    // What has come to its end makes room for the next ones.
    if (!this.busy()) this.list.set([]);
    for (const file of files) {
      const id = ++this.count;
      const { says } = attachmentProblems['attachment-too-large'];
      const tooLarge = file.size > attachmentLimits.fileBytes;
      this.list.update((all) => [
        ...all,
        {
          id,
          name: file.name,
          percent: 0,
          state: tooLarge ? 'refused' : 'waiting',
          says: tooLarge ? says : '',
        },
      ]);
      if (!tooLarge) this.jobs.push({ id, file, path, query });
    }
    this.next();
  }

  cancel(id: number): void {
    const job = this.jobs.find((it) => it.id === id);
    job?.sending?.unsubscribe();
    this.end(id, { state: 'cancelled' });
  }

  cancelAll(): void {
    for (const { id } of [...this.jobs]) this.cancel(id);
  }

  private next(): void {
    while (this.jobs.filter(({ sending }) => sending).length < AT_ONCE) {
      const job = this.jobs.find(({ sending }) => !sending);
      if (!job) return;
      this.send(job);
    }
  }

  private send(job: Job): void {
    const { id, file, path, query } = job;
    this.change(id, { state: 'sending' });
    const named = { ...query, name: file.name.slice(-attachmentLimits.fileName) };
    job.sending = this.sender.send(path, file, named).subscribe({
      next: (sent) => {
        if (!sent.done) return this.change(id, { percent: Math.round(sent.share * 100) });
        this.end(id, { state: 'done', percent: 100 });
        this.after();
      },
      error: (failed: unknown) => this.end(id, { state: 'refused', says: asProblemError(failed).says }),
    });
  }

  private end(id: number, change: Partial<Uploading>): void {
    this.jobs = this.jobs.filter((it) => it.id !== id);
    this.change(id, change);
    this.next();
  }

  private change(id: number, change: Partial<Uploading>): void {
    this.list.update((all) => all.map((it) => (it.id === id ? { ...it, ...change } : it)));
  }
}
