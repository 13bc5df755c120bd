import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { feedbackVoices, voiceChoices } from '@runder-tisch/domain/feedback';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { VoicePage } from './voice-page';

const ahornhaus: NamedReference = { id: '0b7d1d5e-5a40-4f6e-9d59-0d4f0c7a2f11', name: 'Ahornhaus' };
const taubenhof: NamedReference = { id: '0b7d1d5e-5a40-4f6e-9d59-0d4f0c7a2f12', name: 'Taubenhof' };

describe('Giving a Hinweis', () => {
  let fixture: ComponentFixture<VoicePage>;
  let http: HttpTestingController;
  let host: HTMLElement;

  const open = async (houses: NamedReference[]): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(VoicePage);
    host = fixture.nativeElement as HTMLElement;
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    http.expectOne('/api/organisations/own').flush(houses);
    for (const path of ['/api/fields-of-action', '/api/municipalities'])
      http.expectOne(path).flush({ items: [], total: 0, next: null });
    await fixture.whenStable();
  };
  const choose = async (voice: (typeof feedbackVoices)[number]): Promise<void> => {
    host.querySelectorAll<HTMLInputElement>('input[type=radio]')[feedbackVoices.indexOf(voice)]?.click();
    await fixture.whenStable();
  };
  const write = async (text: string): Promise<void> => {
    const area = host.querySelector('textarea');
    if (!area) throw new Error('There should be a text field.');
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const send = async (): Promise<void> => {
    host.querySelector('form')?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
  };

  it('says beside each voice who will see what, and chooses none for somebody', async () => {
    await open([ahornhaus]);
    for (const voice of feedbackVoices) expect(host.textContent).toContain(voiceChoices[voice].promise);
    expect(host.querySelector('input:checked')).toBeNull();
    await write('Etwas.');
    await send();
    http.expectNone('/api/feedback/voices');
    expect(host.textContent).toContain('Bitte wählen Sie, in wessen Namen Sie sprechen.');
  });

  it('does not even send the organisation where it shall not be named, and shows the code once', async () => {
    await open([ahornhaus]);
    await write('Das traut sich hier niemand zu sagen.');
    await choose('UNNAMED');
    await send();
    const asked = http.expectOne('/api/feedback/voices');
    expect(asked.request.body).toMatchObject({ voice: 'UNNAMED', organisationId: null });
    expect(JSON.stringify(asked.request.body)).not.toContain(ahornhaus.id);
    asked.flush({ id: null, number: 'H-2026-0007', code: '23456789ABCDEFGHJKMN' });
    // The answer passes through the form before the page hears of it.
    for (let turn = 0; turn < 5; turn += 1) await fixture.whenStable();
    expect(host.querySelector('.code')?.textContent).toBe('2345-6789-ABCD-EFGH-JKMN');
    expect(host.textContent).toContain('Er wird nur jetzt angezeigt.');
    expect(localStorage.length).toBe(0);
  });

  it('asks for which organisation only where there are several', async () => {
    await open([ahornhaus, taubenhof]);
    await choose('PERSONAL');
    expect(host.textContent).not.toContain('Für welche Organisation?');
    await choose('ORGANISATION');
    expect(host.textContent).toContain('Für welche Organisation?');
  });

  it('offers nobody to speak for an organisation who speaks for none', async () => {
    await open([]);
    expect(
      [...host.querySelectorAll<HTMLInputElement>('input[type=radio]')].map((it) => it.disabled),
    ).toEqual([true, false, false]);
  });
});
