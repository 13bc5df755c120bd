import { type TestApp, testApp } from '../../test/test-app';
import { newLinkSent } from './sign-in/sign-in-pages';

describe('While no mail leaves the house', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ smtp: false });
  });
  afterAll(() => app.close());

  it('nobody who registers is sent to an empty mailbox', async () => {
    const page = await (await fetch(`${app.url}/mitmachen/gesendet`)).text();
    expect(page).toContain('Die Mail bleibt im Postausgang');
    expect(page).not.toContain('geschickt');
  });

  it('nobody who asks for a new link is either', () => {
    expect(newLinkSent('a…@haus.test', false).toString()).not.toMatch(/geschickt|unterwegs/);
    expect(newLinkSent('a…@haus.test', true).toString()).toContain('geschickt');
  });
});
