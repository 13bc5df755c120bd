import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type {
  ProtocolMailView,
  ProtocolRecipientsView,
  SentView,
  StaffMeetingView,
} from '@runder-tisch/domain/meetings';
import { FurtherReader } from '@runder-tisch/domain/meetings/session/session-requests';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { MailAddress } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { actingInPlace } from '../../http/acting';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';

/** Who gets the protocol and how the mail reads; later as well, to whoever has not got it. */
@Component({
  selector: 'rt-send-protocol',
  imports: [DocumentView, ErrorSummary, FormField, MailAddress, ProgressLine, SidePanel, TextField],
  templateUrl: './send-protocol.html',
  styleUrl: './send-protocol.scss',
})
export class SendProtocol {
  readonly meeting = input.required<StaffMeetingView>();
  readonly closed = output<void>();
  readonly sent = output<void>();

  private readonly api = inject(Api);
  private readonly act = actingInPlace();
  protected readonly busy = this.act.busy;
  protected readonly refusal = this.act.refusal;
  private readonly path = computed(() => `/api/meetings/${this.meeting().id}/protocol`);
  protected readonly answer = httpResource<ProtocolRecipientsView>(() => `${this.path()}/recipients`);
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly problem = computed(() => {
    const failed = this.answer.error();
    return failed ? asProblemError(failed).says : null;
  });
  protected readonly known = computed(() => this.view()?.recipients.filter((it) => it.key !== null) ?? []);
  /** At first everybody who has an address and has not got it. */
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.known().flatMap((it) => (it.key && it.mail && !it.mailState ? [it.key] : []))),
  );
  /** Addresses of people of whom none was known. */
  protected readonly given = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly further = signal<readonly FurtherReader[]>([]);
  protected readonly reader = requestForm(FurtherReader);
  protected readonly count = computed(() => this.chosen().size + this.further().length);

  protected readonly previewed = signal(false);
  protected readonly shownKey = linkedSignal(() => this.known()[0]?.key ?? '');
  private readonly preview = httpResource<ProtocolMailView>(() =>
    this.previewed() && this.shownKey()
      ? { url: `${this.path()}/mail`, params: { key: this.shownKey() } }
      : undefined,
  );
  /** The last one stays while the next is on its way. */
  protected readonly mail = linkedSignal<ProtocolMailView | null, ProtocolMailView | null>({
    source: () => (this.preview.hasValue() ? this.preview.value() : null),
    computation: (now, previous) => now ?? previous?.value ?? null,
  });

  protected toggle(key: string): void {
    this.chosen.update((keys) => {
      const changed = new Set(keys);
      if (!changed.delete(key)) changed.add(key);
      return changed;
    });
  }

  protected give(key: string, mail: string): void {
    this.given.update((mails) => new Map(mails).set(key, mail.trim()));
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    await this.reader.submit(async (reader) => {
      this.further.update((list) => [...list.filter((it) => it.mail !== reader.mail), reader]);
      this.reader.reset(new FurtherReader());
    });
  }

  protected drop(reader: FurtherReader): void {
    this.further.update((list) => list.filter((it) => it !== reader));
  }

  protected async send(): Promise<void> {
    if (this.busy()) return;
    // A guest's address that was given before is sent along: nobody else knows it.
    const to = this.known().flatMap(({ key, mail }) =>
      key && this.chosen().has(key) ? [{ key, mail: this.given().get(key) ?? mail }] : [],
    );
    const request = { to, further: this.further() };
    const done = await this.act(() =>
      this.api.act<SentView>(`${this.path()}/send`, this.meeting().version, request),
    );
    if (done) this.sent.emit();
  }
}
