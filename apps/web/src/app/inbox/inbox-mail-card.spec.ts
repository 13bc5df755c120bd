import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { InboxMailItem } from '@runder-tisch/domain/inbox';
import { Api } from '../http/api';
import { InboxMailCard } from './inbox-mail-card';

const mail: InboxMailItem = {
  id: '7',
  state: 'WAITING',
  kind: 'STRANGER',
  says: 'Jan Wolter ist nicht eingeladen und antwortet: kommt.',
  subject: 'Zugesagt',
  fromName: 'Jan Wolter (Demo)',
  fromMail: 'jan@erle.example',
  text: '',
  at: '2026-11-24T10:00:00Z',
  meetingId: '1',
  about: { label: 'Termin', title: 'Netzwerktreffen', path: '/termine/1' },
  answer: 'ACCEPTED',
  entered: null,
  forwardedTo: '',
  decidedBy: '',
};

describe('A mail that waits', () => {
  const sent: unknown[] = [];

  async function shown(changes: Partial<InboxMailItem>): Promise<HTMLElement> {
    sent.length = 0;
    const act = (path: string, _version: null, request: object): Promise<InboxMailItem> => {
      sent.push([path, request]);
      return Promise.resolve(mail);
    };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: Api, useValue: { act } }],
    });
    const fixture = TestBed.createComponent(InboxMailCard);
    fixture.componentRef.setInput('mail', { ...mail, ...changes });
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }
  const buttons = (page: HTMLElement): HTMLButtonElement[] => [...page.querySelectorAll('button')];
  const labels = (page: HTMLElement) => buttons(page).map((it) => it.textContent?.trim());

  it('of a stranger invites them and enters what they said, or nothing of it', async () => {
    const page = await shown({});
    expect(labels(page)).toEqual(['Einladen und Antwort eintragen', 'Nicht übernehmen']);
    buttons(page)[0]?.click();
    expect(sent).toEqual([['/api/inbox/7/accept', { answer: null }]]);
  });

  it('of two answers names both', async () => {
    const page = await shown({ kind: 'DIFFERS', entered: 'DECLINED' });
    expect(labels(page)).toEqual(['Jetzt gilt „kommt“', 'Es bleibt bei „kommt nicht“']);
  });

  it('in words asks what it says', async () => {
    const page = await shown({ kind: 'WORDS', answer: null, text: 'Wir kommen zu zweit.' });
    expect(page.textContent).toContain('Wir kommen zu zweit.');
    expect(labels(page)).toEqual(['kommt', 'vielleicht', 'kommt nicht', 'Nicht übernehmen']);
    buttons(page)[1]?.click();
    expect(sent).toEqual([['/api/inbox/7/accept', { answer: 'TENTATIVE' }]]);
  });

  it('with another time is declined, and who proposed it is told, or only laid aside', async () => {
    const page = await shown({ kind: 'PROPOSAL', answer: null });
    expect(labels(page)).toEqual(['Ablehnen und Bescheid geben', 'Erledigt']);
    buttons(page)[0]?.click();
    expect(sent).toEqual([['/api/inbox/7/decline', undefined]]);
  });

  it('asks nothing once it is decided, and says by whom', async () => {
    const page = await shown({ state: 'ACCEPTED', decidedBy: 'Kim Ahorn (Demo)' });
    expect(labels(page)).toEqual([]);
    expect(page.textContent).toContain('Übernommen von Kim Ahorn (Demo)');
  });
});
