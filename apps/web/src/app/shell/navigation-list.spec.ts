import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { permissionsOf } from '@runder-tisch/domain/accounts';
import { NavigationList } from './navigation-list';
import { navigationFor } from './navigation';

@Component({
  imports: [NavigationList],
  template: `<rt-navigation-list [entries]="entries" />`,
})
class Beside {
  protected readonly entries = navigationFor(permissionsOf(['planner']), ['planner']);
}

describe('The navigation beside the page', () => {
  const lit = async (address: string) => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', component: Beside }])] });
    const harness = await RouterTestingHarness.create(address);
    const host = harness.routeNativeElement;
    const words = (selector: string) =>
      [...(host?.querySelectorAll(selector) ?? [])].map((it) => it.textContent?.trim());
    return { current: words('[aria-current="page"]'), within: words('.within') };
  };

  it.each([
    ['/planung/befunde', 'Schwerpunkte & Empfehlungen'],
    ['/planung/schwerpunkte', 'Schwerpunkte & Empfehlungen'],
    ['/planung/empfehlungen/4711', 'Schwerpunkte & Empfehlungen'],
    ['/planung/punktabfragen?neu=1', 'Schwerpunkte & Empfehlungen'],
    ['/planung/spur?schritt=FINDING_PRIORITY', 'Spur & offene Enden'],
    ['/planung/offene-enden', 'Spur & offene Enden'],
    ['/planung/gehoert', 'Spur & offene Enden'],
    ['/planung/jahresbriefe/4711', 'Maßnahmen'],
    ['/planung/vorlagen/4711', 'Gremien & Beschlüsse'],
    ['/planung/beschlusskontrolle?bericht=4711', 'Gremien & Beschlüsse'],
  ])('says at %s that one is at %s below Planung', async (address, label) => {
    expect(await lit(address)).toEqual({ current: [label], within: ['Planung'] });
  });

  it('says of an entry without others below it that one is there', async () => {
    expect(await lit('/netzwerke/4711')).toEqual({ current: ['Netzwerke'], within: [] });
  });

  it.each([
    ['/termine/jahr?ansicht=monat', 'Jahr'],
    ['/termine/4711', 'Liste'],
  ])('says at %s that one is at %s and not at the page above it', async (address, label) => {
    expect(await lit(address)).toEqual({ current: [label], within: ['Termine'] });
  });
});
