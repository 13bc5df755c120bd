import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountGroupOutline, mdiDownload, mdiLockOutline } from '@mdi/js';
import { membershipRoleLabels, type NetworkMember } from '@runder-tisch/domain/networks';
import { berlinDay } from '@runder-tisch/domain/time';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe, MailAddress, ScreenClock, UnbrokenPipe } from '@runder-tisch/ui/text';
import { Session } from '../../session/session';
import { LeaveForm } from '../leave-form/leave-form';
import { MembersForm } from '../members-form/members-form';
import { MemberForm } from '../member-form/member-form';
import { CurrentNetwork } from './current-network';

type Panel =
  { kind: 'members' } | { kind: 'member'; seat: NetworkMember } | { kind: 'leave'; seat: NetworkMember };

/** Who sits in the network, by organisation; vacancies stand as rows that somebody can fill. */
@Component({
  selector: 'rt-network-members',
  imports: [
    BerlinDatePipe,
    Cell,
    DataList,
    EmptyState,
    Icon,
    LeaveForm,
    MailAddress,
    MemberForm,
    MembersForm,
    RouterLink,
    UnbrokenPipe,
  ],
  templateUrl: './network-members.html',
  styles: `
    .gaps {
      display: grid;
      gap: 2px;
      margin-bottom: 12px;
    }
    .organisation {
      display: inline-block;
      min-width: 7.5rem;
    }
    .mail {
      overflow-wrap: anywhere;
    }
    .do {
      display: inline-grid;
      justify-items: end;

      .rt-button {
        white-space: nowrap;
      }
    }
    @container (max-width: 559px) {
      .do {
        display: flex;
      }
      .do .rt-plain:first-child {
        margin-inline-start: -10px;
      }
    }
  `,
})
export class NetworkMembers {
  private readonly clock = inject(ScreenClock);
  private readonly session = inject(Session);
  protected readonly current = inject(CurrentNetwork);
  protected readonly icons = {
    members: mdiAccountGroupOutline,
    download: mdiDownload,
    closed: mdiLockOutline,
  };
  protected readonly roleLabels = membershipRoleLabels;
  protected readonly panel = signal<Panel | null>(null);
  protected readonly withFormer = signal(false);
  protected readonly mayOpenPeople = computed(() => this.session.may('person:read'));
  protected readonly mayChange = computed(() => {
    const network = this.current.view();
    return network !== null && network.mayChange && network.state !== 'DISSOLVED';
  });

  protected readonly columns: readonly Column[] = [
    { key: 'organisation', label: 'Organisation', card: 'plain', width: '25%' },
    { key: 'person', label: 'Mensch', card: 'plain' },
    { key: 'role', label: 'Aufgabe', card: 'plain', width: '8rem' },
    { key: 'do', label: '', card: 'plain', align: 'end', width: '7.5rem' },
  ];
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  private readonly everybody = computed(() => this.current.view()?.members ?? []);
  private readonly former = computed(() =>
    this.everybody().filter((seat) => seat.toDay !== null && seat.toDay < this.today()),
  );
  protected readonly formerCount = computed(() => this.former().length);
  protected readonly seats = computed(() =>
    this.withFormer() ? this.everybody() : this.everybody().filter((seat) => !this.former().includes(seat)),
  );

  protected isFormer(seat: NetworkMember): boolean {
    return this.former().includes(seat);
  }

  protected changed(): void {
    this.panel.set(null);
    this.current.reload();
  }
}
