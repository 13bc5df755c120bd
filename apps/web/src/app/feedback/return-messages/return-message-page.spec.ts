import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { ReturnMessageView } from '@runder-tisch/domain/feedback';
import { ReturnMessagePage } from './return-message-page';

const meetingId = '0b7d1d5e-5a40-4f6e-9d59-0d4f0c7a2f11';
const letterId = '0b7d1d5e-5a40-4f6e-9d59-0d4f0c7a2f12';

const due: ReturnMessageView = {
  id: '',
  version: 0,
  number: 1,
  about: { kind: 'meeting', id: meetingId, title: 'Runder Tisch im Advent', startsAt: null },
  subject: 'Was wurde aus Ihren Hinweisen?',
  intro: 'vielen Dank.',
  closing: 'Freundliche Grüße\nKatrin Berg',
  inReviewUntil: null,
  sentAt: null,
  sentBy: '',
  fourEyes: false,
  draftedBy: '',
  ownDraft: true,
  presentedAt: null,
  releasedAlone: false,
  items: [],
  decided: 1,
  open: 0,
  recipients: [],
  withoutMail: [],
  publishedAt: null,
  publishedBy: '',
  mailed: false,
  mayMail: true,
  mayPublish: false,
  mayChange: true,
  recallable: null,
  preview: { from: 'Sozialplanung', to: '', greeting: 'Guten Tag' },
  document: null,
};

it('An Ergebnisbrief that was only looked at is no draft; it becomes one with the first saving', async () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  const fixture = TestBed.createComponent(ReturnMessagePage);
  fixture.componentRef.setInput('id', 'neu');
  fixture.componentRef.setInput('termin', meetingId);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  const rest = () => http.match((request) => request.url.startsWith('/api/text-blocks'));
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };

  http.expectOne(`/api/return-messages/new?meetingId=${meetingId}`).flush(due);
  await settled();
  expect(host.textContent).toContain('Noch kein Entwurf');
  expect(host.textContent).not.toContain('Entwurf verwerfen');
  rest();
  http.verify();

  host.querySelector('form')?.dispatchEvent(new Event('submit'));
  await settled();
  const begun = http.expectOne({ method: 'POST', url: '/api/return-messages' });
  expect(begun.request.body).toMatchObject({
    meetingId,
    words: { subject: due.subject, closing: due.closing },
  });
  begun.flush({ id: letterId });
  await settled();
  for (const asked of http.match(`/api/return-messages/${letterId}`))
    asked.flush({ ...due, id: letterId, version: 1 });
  await settled();
  expect(host.textContent).toContain('Entwurf verwerfen');
  expect(navigate).toHaveBeenCalledWith(['/beteiligung/ergebnisbriefe', letterId], { replaceUrl: true });
});

it('Under four eyes whoever wrote an Ergebnisbrief lays it before the others, and once more in other words', async () => {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const fixture = TestBed.createComponent(ReturnMessagePage);
  fixture.componentRef.setInput('id', letterId);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  const shown = async (facts: Partial<ReturnMessageView>) => {
    for (const asked of http.match(`/api/return-messages/${letterId}`))
      asked.flush({ ...due, id: letterId, version: 1, fourEyes: true, ...facts });
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  const button = () =>
    [...host.querySelectorAll('button')].find((it) => it.textContent.includes('Zur Freigabe vorlegen'));

  await shown({});
  button()?.click();
  await new Promise((resolve) => setTimeout(resolve));
  http.expectOne({ method: 'POST', url: `/api/return-messages/${letterId}/present` }).flush(due);
  await new Promise((resolve) => setTimeout(resolve));
  fixture.detectChanges();
  await shown({ version: 2, presentedAt: '2026-03-12T08:00:00.000Z' });
  expect(button()).toBeUndefined();
  expect(host.textContent).toContain('Von Ihnen vorgelegt am 12.03.2026');

  const subject = host.querySelector<HTMLInputElement>('rt-text-field input');
  subject!.value = 'Andere Worte';
  subject!.dispatchEvent(new Event('input'));
  fixture.detectChanges();
  expect(button()).toBeDefined();
});
