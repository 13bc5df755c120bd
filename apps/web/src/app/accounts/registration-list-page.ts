import { Component, inject, input, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { mdiAccountCheckOutline } from '@mdi/js';
import {
  registrationStateLabels,
  registrationStates,
  type RegistrationView,
} from '@runder-tisch/domain/accounts';
import { RefuseRegistration } from '@runder-tisch/domain/accounts/registration-requests';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { FilterBar, type Filter } from '@runder-tisch/ui/list';
import { Confirm, SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { requestForm } from '../forms';
import { acting } from '../http/acting';
import { Api } from '../http/api';
import { pagedList } from '../lists/paged-list';
import { MailWords } from '../session/mail-words';

/** Who wants to work here for an organisation: does this person really speak for it? */
@Component({
  selector: 'rt-registration-list-page',
  imports: [
    BerlinDatePipe,
    EmptyState,
    ErrorSummary,
    FilterBar,
    FormField,
    PageHead,
    ProgressLine,
    RouterLink,
    SidePanel,
    TextArea,
    UnbrokenPipe,
  ],
  templateUrl: './registration-list-page.html',
  styles: `
    .list {
      display: grid;
      gap: calc(var(--rt-space) * 2);
    }
    h2 {
      margin-bottom: 4px;
    }
    dl {
      margin: 12px 0 16px;
    }
    .asked {
      margin-bottom: 16px;
    }
    .similar {
      display: grid;
      gap: 8px;
    }
  `,
})
export class RegistrationListPage {
  readonly state = input<string>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly mails = inject(MailWords);
  private readonly toasts = inject(Toasts);
  protected readonly icon = mdiAccountCheckOutline;
  protected readonly stateLabels = registrationStateLabels;
  protected readonly registrations = pagedList<RegistrationView>('/api/registrations', () => ({
    state: this.state(),
  }));
  protected readonly filters: readonly Filter[] = [
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: registrationStates.map((value) => ({ value, label: registrationStateLabels[value] })),
    },
  ];
  private readonly act = acting(() => this.registrations.reload());
  protected readonly busy = this.act.busy;
  protected readonly refusing = signal<RegistrationView | null>(null);
  protected readonly reason = requestForm(RefuseRegistration, {}, { about: () => this.refusing()?.id });

  /** `organisationId`: the similar one that is there already; null: as it was asked for. */
  protected async approve(it: RegistrationView, organisationId: string | null, name: string): Promise<void> {
    const sure = await this.confirm.ask({
      heading: `${it.givenName} ${it.familyName}`.trim() + ` spricht für ${name}?`,
      text: 'Die Person bekommt einen Zugang als Träger und eine Mail mit einem Link zum Anmelden.',
      action: 'Annehmen',
    });
    if (!sure) return;
    await this.act(
      () => this.api.act(`/api/registrations/${it.id}/approve`, it.version, { organisationId }),
      `Angenommen. ${this.mails.onItsWay('Die Mail zum Anmelden', it.mail)}`,
    );
  }

  protected async refuse(event: Event): Promise<void> {
    event.preventDefault();
    const it = this.refusing();
    if (!it) return;
    const done = await this.reason.submit((request) =>
      this.api.act(`/api/registrations/${it.id}/refuse`, it.version, request),
    );
    if (!done) return;
    this.toasts.say(`Abgelehnt. ${this.mails.onItsWay('Die Begründung', it.mail)}`);
    this.reason.reset();
    this.refusing.set(null);
    this.registrations.reload();
  }
}
