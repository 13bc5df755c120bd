import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { mdiAlertOutline, mdiContentCopy, mdiRss } from '@mdi/js';
import type { Page } from '@runder-tisch/domain/lists';
import type { CalendarFeedView, NewCalendarFeedView } from '@runder-tisch/domain/meetings';
import { formatShortDate } from '@runder-tisch/domain/time';
import { SelectField } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { problemOf } from '../../http/problem-error';
import { NetworkChoices } from '../network-choices';

/** Dates in the calendar one uses anyway: an address a program asks again and again. */
@Component({
  selector: 'rt-feeds-page',
  imports: [Icon, PageHead, ProgressLine, SelectField],
  templateUrl: './feeds-page.html',
  styleUrl: './feeds-page.scss',
})
export class FeedsPage {
  /** The network whose page one comes from. */
  readonly netzwerk = input<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  protected readonly networks = inject(NetworkChoices);
  protected readonly icons = { feed: mdiRss, copy: mdiContentCopy, warning: mdiAlertOutline };
  protected readonly date = formatShortDate;

  private readonly answer = httpResource<Page<CalendarFeedView>>(() => '/api/calendar/feeds');
  protected readonly loading = this.answer.isLoading;
  protected readonly problem = problemOf(this.answer);
  protected readonly feeds = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly act = acting(() => this.answer.reload());

  protected readonly networkId = linkedSignal(
    () => this.networks.readable().find((it) => it.value === this.netzwerk())?.value ?? '',
  );
  /** Told once: behind a reload nobody can see it again. */
  protected readonly made = signal<(NewCalendarFeedView & { of: string }) | null>(null);
  /** The same address in the form with which calendar programs are opened. */
  protected readonly webcal = computed(() => this.made()?.address.replace(/^https?:/, 'webcal:') ?? '');

  protected async add(): Promise<void> {
    const networkId = this.networkId() || null;
    const of = this.networks.all().find((it) => it.value === networkId)?.label ?? 'Meine Termine';
    await this.act(async () => {
      const made = await this.api.act<NewCalendarFeedView>('/api/calendar/feeds', null, { networkId });
      this.made.set({ ...made, of });
    });
  }

  protected async copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      this.toasts.say('Adresse kopiert.');
    } catch {
      this.toasts.warn('Bitte markieren und kopieren Sie die Adresse von Hand.');
    }
  }

  protected async revoke(feed: CalendarFeedView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Kalenderadresse widerrufen?',
      text: 'Programme, die sie abrufen, bekommen nichts mehr. Eine neue Adresse lässt sich jederzeit anlegen.',
      action: 'Widerrufen',
      danger: true,
    });
    if (sure === null) return;
    if (this.made()?.id === feed.id) this.made.set(null);
    await this.act(() => this.api.remove(`/api/calendar/feeds/${feed.id}`), 'Widerrufen.');
  }
}
