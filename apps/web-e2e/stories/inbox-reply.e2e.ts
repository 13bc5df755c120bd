import type { TestImap } from '@runder-tisch/api/test';
import { anna, county, sven } from '../county';
import { press } from '../fields';
import { Post } from '../mails';
import { signIn } from '../sign-in';
import { expect, test as base } from '../world';

const test = base.extend<{ imap: TestImap }>({
  imap: async ({ world }, use) => {
    const imap = await world.testImap();
    await use(imap);
    await imap.close();
  },
  appOptions: async ({ imap }, use) => {
    await use({ imapUrl: imap.url });
  },
});

const stranger = 'jan.wolter@erle.test';

test('who accepts in Outlook stands on the page of the meeting, and the office decides what is not clear', async ({
  app,
  world,
  page,
  imap,
}) => {
  await county(app, world);
  const coordinator = await signIn(page, world, app, 'coordinator');
  const { id } = await world.meetings.invitedMeeting(coordinator, {
    title: 'Fachgespräch Wohnen',
    day: '2026-12-10',
    invitees: [anna, sven].map(({ name, mail }) => ({ name, mail })),
  });
  app.clock.pass(61, 'seconds');
  const invitation = await new Post(world, app).to(anna.mail, 'Einladung');
  expect(invitation.calendar?.organizer).toBe(`mailto:${imap.address}`);
  const reply = {
    uid: invitation.calendar?.uid ?? '',
    partstat: 'ACCEPTED',
    dtstamp: (invitation.calendar?.dtstamp ?? '').replace(/[-:]|\.\d+/g, ''),
    date: app.clock.now().toUTCString(),
  };
  imap.deliver(world.freshMail(world.replyFamilies.outlook({ ...reply, attendee: anna.mail })));
  imap.deliver(world.freshMail(world.replyFamilies.groupware({ ...reply, attendee: stranger })));
  imap.deliver(
    world.freshMail(
      world.replyFamilies.thunderbird({
        ...reply,
        method: 'COUNTER',
        partstat: 'TENTATIVE',
        attendee: sven.mail,
      }),
    ),
  );
  await app.get(world.InboxPoll).runOnce();
  await expect.poll(() => imap.mails().length).toBe(0);

  await test.step('the answer is there, and Heute says what waits', async () => {
    await page.goto('/heute');
    await page.getByRole('link', { name: /^2 Mails warten im Posteingang/ }).click();
    await expect(page).toHaveURL(`/termine/${id}`);
    const row = page.getByRole('row').filter({ hasText: anna.name });
    await expect(row).toContainText('kommt');
    await expect(row).toContainText('Kalender');
  });

  const waiting = page.getByRole('region', { name: 'Posteingang' });
  await test.step('a stranger is invited by one click, and their answer counts', async () => {
    await press(waiting, /^Einladen und Antwort eintragen/);
    await expect(page.getByRole('row').filter({ hasText: stranger })).toContainText('kommt');
  });

  await test.step('another time that was proposed is seen and laid aside', async () => {
    await expect(waiting).toContainText('schlägt eine andere Zeit vor');
    await press(waiting, /^Erledigt/);
    await expect(waiting).toHaveCount(0);
    await page.goto('/posteingang?part=ALL');
    await expect(page.getByRole('list', { name: 'Mails' }).getByRole('listitem')).toHaveCount(3);
  });
});

test('who wrote to the office is found on the pages it is about, and from there in the inbox', async ({
  app,
  world,
  page,
  imap,
}) => {
  await county(app, world);
  const coordinator = await signIn(page, world, app, 'coordinator');
  const mailbox = 'post@erlenhof.test';
  const houseId = await world.actors.organisation(coordinator, {
    name: 'Erlenhof (Demo)',
    functionMailbox: mailbox,
  });
  const networkId = await world.networks.network(coordinator, { name: 'Frühe Hilfen' });
  await page.goto(`/netzwerke/${networkId}`);
  await expect(page.getByRole('heading', { name: 'Angaben' })).toBeVisible();
  const block = page.getByRole('region', { name: 'Mails hierzu' });
  await expect(block).toHaveCount(0);
  for (const subject of ['Neue Räume ab Januar', 'Frage zur Förderung'])
    imap.deliver(world.freshMail(world.wordsMail({ from: mailbox, subject, text: 'Wir ziehen um.' })));
  await app.get(world.InboxPoll).runOnce();
  await expect.poll(() => imap.mails().length).toBe(0);
  await page.goto(`/akteure/organisationen/${houseId}`);
  await expect(block.getByRole('listitem')).toHaveCount(2);
  await block.getByRole('link', { name: 'Neue Räume ab Januar' }).click();
  await expect(page).toHaveURL(/\/posteingang\?/);
  await expect(page.getByRole('list', { name: 'Mails' }).getByRole('listitem')).toHaveCount(1);
});
