import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountGroupOutline } from '@mdi/js';
import type { OrganisationPerson } from '@runder-tisch/domain/actors';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Session } from '../../session/session';
import { EndRepresentation } from '../representation-form/end-representation';
import { RepresentationForm } from '../representation-form/representation-form';
import { AttachmentsBox } from '../../attachments/attachments-box';
import { CurrentOrganisation } from './current-organisation';

/** Who speaks for the organisation today, and who did. */
@Component({
  selector: 'rt-organisation-people',
  imports: [AttachmentsBox, BerlinDatePipe, Cell, DataList, EmptyState, RepresentationForm, RouterLink],
  templateUrl: './organisation-people.html',
  styles: `
    .attachments {
      margin-top: 24px;
    }
  `,
})
export class OrganisationPeople {
  private readonly ending = inject(EndRepresentation);
  private readonly session = inject(Session);
  protected readonly current = inject(CurrentOrganisation);
  protected readonly icon = mdiAccountGroupOutline;
  protected readonly adding = signal(false);
  protected readonly withFormer = signal(false);
  protected readonly mayChange = computed(() => this.session.may('person:change'));
  protected readonly mayOpen = computed(() => this.session.may('person:read'));

  protected readonly columns: readonly Column[] = [
    { key: 'name', label: 'Name', width: '45%' },
    { key: 'function', label: 'Funktion', card: 'plain' },
    { key: 'since', label: 'Seit' },
    { key: 'do', label: '', card: 'plain', align: 'end', width: '7rem' },
  ];
  private readonly everybody = computed(() =>
    (this.current.view()?.people ?? []).map((person) => ({ ...person, id: person.representationId })),
  );
  protected readonly formerCount = computed(() => this.everybody().filter((person) => person.toDay).length);
  protected readonly people = computed(() =>
    this.everybody().filter((person) => this.withFormer() || !person.toDay),
  );

  protected added(): void {
    this.adding.set(false);
    this.current.reload();
  }

  protected async end(person: OrganisationPerson): Promise<void> {
    const organisation = this.current.view()?.name ?? 'diese Organisation';
    const asked = await this.ending.ask(person.representationId, person.name, organisation);
    if (asked) this.current.reload();
  }
}
