import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { mdiGraphOutline } from '@mdi/js';
import {
  networkKindLabels,
  networkMoveLabels,
  networkStateLabels,
  type NetworkMove,
  type NetworkView,
} from '@runder-tisch/domain/networks';
import { EmptyState, PageHead, ProgressLine, TabBar } from '@runder-tisch/ui/layout';
import { Confirm, type Question } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { Block } from '../../object-page/block';
import { contributedBlocks, contributedTabLinks } from '../../object-page/contributed';
import { Session } from '../../session/session';
import { NetworkForm } from '../network-form/network-form';
import { NetworkLightMark } from '../network-light/network-light-mark';
import { CurrentNetwork } from './current-network';

const questions: Partial<Record<NetworkMove, Question>> = {
  rest: {
    heading: 'Netzwerk ruhen lassen?',
    text: 'Es steht weiter in der Liste, aber ohne Ampel. Sie können die Arbeit jederzeit wieder aufnehmen.',
    action: 'Ruhen lassen',
  },
  dissolve: {
    heading: 'Netzwerk auflösen?',
    text: 'Das lässt sich nicht zurücknehmen. Termine, Protokolle und Mitglieder bleiben nachlesbar.',
    action: 'Auflösen',
    danger: true,
  },
};

const said: Record<NetworkMove, string> = {
  activate: 'Das Netzwerk ist jetzt aktiv.',
  consolidate: 'Das Netzwerk ist jetzt verstetigt.',
  loosen: 'Die Verstetigung ist aufgehoben.',
  rest: 'Das Netzwerk ruht.',
  resume: 'Das Netzwerk arbeitet wieder.',
  dissolve: 'Das Netzwerk ist aufgelöst.',
};

/** One network: who sits in it, when it meets, what came of it. */
@Component({
  selector: 'rt-network-page',
  imports: [
    BerlinDatePipe,
    Block,
    EmptyState,
    NetworkForm,
    NetworkLightMark,
    PageHead,
    ProgressLine,
    RouterLink,
    RouterOutlet,
    TabBar,
    UnbrokenPipe,
  ],
  providers: [CurrentNetwork],
  templateUrl: './network-page.html',
  styles: `
    .purpose {
      max-width: 72ch;
      margin-top: 12px;
    }
  `,
})
export class NetworkPage {
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly current = inject(CurrentNetwork);
  private readonly session = inject(Session);
  protected readonly icon = mdiGraphOutline;
  protected readonly kindLabels = networkKindLabels;
  protected readonly stateLabels = networkStateLabels;
  protected readonly moveLabels = networkMoveLabels;
  protected readonly editing = signal(false);
  private readonly act = acting(() => this.current.reload());
  protected readonly facts = contributedBlocks('network-facts');
  protected readonly mailBlocks = contributedBlocks('mails-about');
  private readonly moreTabs = contributedTabLinks('network');

  protected readonly network = this.current.view;
  protected readonly mayPlan = computed(() => {
    const network = this.network();
    if (!network || network.state === 'DISSOLVED' || !this.session.may('meeting:plan')) return false;
    return network.mayChange || this.session.hasRole('planner');
  });
  protected readonly mayWrite = computed(() => {
    const network = this.network();
    if (!network || network.state === 'DISSOLVED' || !this.session.may('message:write')) return false;
    return network.mayChange || this.session.hasRole('planner');
  });
  protected readonly mayEdit = computed(() => {
    const network = this.network();
    return network !== null && network.mayChange && network.state !== 'DISSOLVED';
  });
  protected readonly tabs = computed(() => [
    {
      label: 'Mitglieder',
      link: '.',
      count: this.network()?.members?.filter((seat) => !seat.toDay && seat.person).length,
    },
    ...this.moreTabs,
    { label: 'Wirkung', link: 'wirkung' },
  ]);

  protected saved(): void {
    this.editing.set(false);
    this.current.reload();
  }

  protected async move(network: NetworkView, move: NetworkMove): Promise<void> {
    const question = questions[move];
    if (question && !(await this.confirm.ask(question))) return;
    await this.act(() => this.api.act(`/api/networks/${network.id}/${move}`), said[move]);
  }
}
