import type { MailTrialView } from '@runder-tisch/domain/outbox';
import { refusalOf } from '@runder-tisch/scenario/client';
import { signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

describe('The test of the mail server', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('sends a mail to whoever asks and shows the words of the server, yes or no', async () => {
    const admin = await signedIn(app, 'admin');
    const taken = await admin.post<MailTrialView>('/api/outbox/trial');
    expect(taken).toMatchObject({ outcome: 'TAKEN', to: `${admin.accountId}@rolle.test` });
    expect(taken.says).toMatch(/^250 /);
    expect(app.smtp.mailsTo(`${admin.accountId}@rolle.test`)).toHaveLength(1);
    app.smtp.refuse(554);
    expect(await admin.post<MailTrialView>('/api/outbox/trial')).toMatchObject({
      outcome: 'REFUSED',
      says: expect.stringContaining('554 refused by the test') as string,
    });
  });

  it('is for the administration alone', async () => {
    const coordinator = await signedIn(app, 'coordinator');
    expect(await refusalOf(coordinator.post('/api/outbox/trial'))).toBe('forbidden');
  });

  it('says so where no mail server is named, and where nobody answers', async () => {
    const house = await testApp({ smtp: false });
    const away = await testApp({ smtpUrl: 'smtp://127.0.0.1:1' });
    const ask = async (it: TestApp): Promise<MailTrialView> =>
      (await signedIn(it, 'admin')).post<MailTrialView>('/api/outbox/trial');
    expect((await ask(house)).outcome).toBe('NO_SERVER');
    expect(await ask(away)).toMatchObject({
      outcome: 'REFUSED',
      server: '127.0.0.1:1',
      says: 'Der Mailserver ist nicht erreichbar.',
    });
    await house.close();
    await away.close();
  });
});
