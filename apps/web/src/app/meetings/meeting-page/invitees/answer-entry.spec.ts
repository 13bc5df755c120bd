import { TestBed } from '@angular/core/testing';
import type { InvitationView } from '@runder-tisch/domain/meetings';
import { Api } from '../../../http/api';
import { AnswerEntry } from './answer-entry';

const invitation = {
  id: '7',
  name: 'Ahornhaus (Demo)',
  person: null,
  organisation: { id: 'house', name: 'Ahornhaus (Demo)' },
  answer: 'NEEDS_ACTION',
  companions: 0,
  coming: [],
  deputyName: '',
  needs: '',
  message: '',
} as unknown as InvitationView;

describe('Entering what a function mailbox answered', () => {
  afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((it) => it.replaceChildren()));

  it('names who comes: people of the organisation, and others by their name', async () => {
    const asked: object[] = [];
    const sent: unknown[] = [];
    const get = (_path: string, query: object): Promise<object> => {
      asked.push(query);
      return Promise.resolve({ items: [{ id: '1', name: 'Mia Vogt' }] });
    };
    const act = (_path: string, _version: null, request: object): Promise<void> => {
      sent.push(request);
      return Promise.resolve();
    };
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: { get, act } }] });
    const fixture = TestBed.createComponent(AnswerEntry);
    fixture.componentRef.setInput('invitation', invitation);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    page.querySelector<HTMLButtonElement>('[aria-label="kommt"]')?.click();
    await fixture.whenStable();
    const field = document.querySelector<HTMLInputElement>('[role=combobox]') as HTMLInputElement;
    const type = async (words: string, key: string): Promise<void> => {
      field.value = words;
      field.dispatchEvent(new Event('input'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await fixture.whenStable();
      for (const pressed of key.split(' '))
        field.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, cancelable: true }));
      await fixture.whenStable();
    };
    await type('mia', 'Enter');
    await type('Jan Lind', 'ArrowUp Enter');
    expect(asked[0]).toMatchObject({ organisationId: 'house', search: 'mia' });
    const chips = [...document.querySelectorAll('[role=dialog] li')].map((it) => it.textContent?.trim());
    expect(chips).toEqual(['Mia Vogt', 'Jan Lind']);
    const phone = [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].find(
      (it) => it.textContent?.trim() === 'Telefon',
    );
    phone?.click();
    await fixture.whenStable();
    expect(sent).toEqual([
      expect.objectContaining({ answer: 'ACCEPTED', channel: 'PHONE', coming: ['Mia Vogt', 'Jan Lind'] }),
    ]);
  });
});
