import { Component, inject, signal, Service } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { CONTRIBUTIONS, type Contribution } from '../contribution';
import { Session } from '../session/session';
import { Block } from './block';
import { contributedBlocks, contributedTabLinks, contributedTabs } from './contributed';

@Service({ autoProvided: false })
class Current {
  readonly name = signal('Netzwerk Pflege');
}

@Component({ template: `<p>Treffen von {{ current.name() }}.</p>` })
class Meetings {
  protected readonly current = inject(Current);
}

@Component({ template: `<p>Hinweise.</p>` })
class Feedback {}

@Component({
  imports: [Block, RouterOutlet],
  template: `
    @for (tab of tabs; track tab.link) {
      [{{ tab.label }}]
    }
    <router-outlet />
    @for (block of blocks; track block) {
      <rt-block [of]="block" />
    }
  `,
  providers: [Current],
})
class NetworkPage {
  protected readonly tabs = contributedTabLinks('network');
  protected readonly blocks = contributedBlocks('network-outcome');
}

const meetings: Contribution = {
  tabs: { network: [{ path: 'termine', label: 'Termine', loadComponent: async () => Meetings }] },
  blocks: { 'network-outcome': [{ loadComponent: async () => Meetings }] },
};
const feedback: Contribution = {
  blocks: { 'network-outcome': [{ permission: 'feedback:read', loadComponent: async () => Feedback }] },
};

describe('A page with room for areas on its right', () => {
  async function page(address: string, contributions: Contribution[], may: boolean): Promise<string> {
    TestBed.configureTestingModule({
      providers: [
        { provide: CONTRIBUTIONS, useValue: contributions },
        { provide: Session, useValue: { may: () => may } },
        provideRouter([
          {
            path: 'netzwerk',
            component: NetworkPage,
            children: [
              { path: '', pathMatch: 'full', children: [] },
              { path: '', loadChildren: contributedTabs('network') },
            ],
          },
        ]),
      ],
    });
    const harness = await RouterTestingHarness.create();
    await harness.navigateByUrl(address).catch(() => undefined);
    await harness.fixture.whenStable();
    return `${TestBed.inject(Router).url}: ${(harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ').trim()}`;
  }

  it('shows their tabs at an address of its own and their blocks, both about its own object', async () => {
    expect(await page('/netzwerk/termine', [meetings], true)).toBe(
      '/netzwerk/termine: [Termine] Treffen von Netzwerk Pflege.Treffen von Netzwerk Pflege.',
    );
  });

  it('shows a block only to those who may, in the order of the areas', async () => {
    expect(await page('/netzwerk', [meetings, feedback], true)).toBe(
      '/netzwerk: [Termine] Treffen von Netzwerk Pflege.Hinweise.',
    );
    TestBed.resetTestingModule();
    expect(await page('/netzwerk', [meetings, feedback], false)).toBe(
      '/netzwerk: [Termine] Treffen von Netzwerk Pflege.',
    );
  });

  it('has no address for a tab nobody contributes', async () => {
    expect(await page('/netzwerk/termine', [feedback], true)).toBe('/: ');
  });
});
