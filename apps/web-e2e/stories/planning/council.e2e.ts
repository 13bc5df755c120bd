import { confirm, press } from '../../fields';
import { signIn, signInAgain } from '../../sign-in';
import { expect, test } from '../../world';

test.use({ appOptions: { now: '2026-05-11T08:00:00Z' }, viewport: { width: 1280, height: 900 } });

test('a session of a committee leads from its paper to the resolution under control', async ({
  app,
  world,
  page,
}) => {
  test.setTimeout(240_000);
  let planner = await signIn(page, world, app, 'planner');
  const { councilSession, lists, meetings, papers, session } = world;
  const committeeId = await lists.committee(planner, { name: 'Sozialausschuss (Demo)' });
  const facts = { title: 'Zwei Stellen beim Wohngeld', unit: 'Sozialamt (Demo)', applicant: 'Landrat' };
  const paper = await papers.submittedPaper(planner, facts, [committeeId]);
  const sessionOn = (day: string, title: string) =>
    meetings.invitedMeeting(planner, {
      ...{ type: 'COMMITTEE', committeeId, title, day, agenda: ['Eröffnung'] },
      invitees: ['vorsitz@gremium.test'],
    });
  const { id: june } = await sessionOn('2026-06-04', 'Sitzung im Juni');

  await test.step('the paper goes on its agenda', async () => {
    await page.goto(`/planung/vorlagen/${paper.id}`);
    await press(page, /^Auf eine Tagesordnung/);
    const panel = page.getByRole('dialog', { name: /Tagesordnung/ });
    await panel.getByLabel('Sitzung').selectOption({ index: 1 });
    await panel.locator('form').getByRole('button').first().click();
    await expect(panel).toHaveCount(0);
    await page.getByRole('link', { name: 'Sitzung im Juni' }).click();
    await expect(page.getByRole('link', { name: /Zwei Stellen beim Wohngeld/ }).first()).toBeVisible();
  });

  await test.step('the minutes wait for the votes', async () => {
    app.clock.set('2026-06-04T16:00:00Z');
    await signInAgain(page, world, app, planner.accountId);
    planner = await world.signedInAgain(app, planner);
    const { agenda } = await meetings.staffMeeting(planner, june);
    await session.minutesLine(planner, june, {
      ...{ kind: 'TEXT', text: 'Der Ausschuss beriet.', agendaItemId: agenda[0]?.id ?? '' },
    });
    await session.guest(planner, june, 'Vorsitz');
    await session.endSession(planner, june);
    await councilSession.keepCommitteeSession(planner, june, { quorumWords: 'Beschlussfähig.' });
    await page.goto(`/termine/${june}/nachlauf`);
    await press(page, 'Protokoll freigeben');
    await confirm(page, 'Protokoll freigeben?', 'Freigeben');
    await expect(page.getByText(/Zur Vorlage .* fehlt, wie abgestimmt wurde/).first()).toBeVisible();
  });

  await test.step('they are entered at the paper, once', async () => {
    await page.goto(`/planung/vorlagen/${paper.id}`);
    await press(page, /^Ergebnis eintragen/);
    const panel = page.getByRole('dialog', { name: 'Ergebnis: Sozialausschuss (Demo)' });
    await panel.getByLabel('Ergebnis').selectOption({ label: 'angenommen' });
    for (const [label, votes] of [
      ['Ja', '7'],
      ['Nein', '1'],
      ['Enthaltung', '0'],
    ] as const)
      await panel.getByLabel(label, { exact: true }).fill(votes);
    await panel.getByLabel('Nummer des Beschlusses').fill('SA-7/2026');
    await panel.getByRole('button', { name: 'Eintragen' }).click();
    await expect(page.getByText('Beschluss SA-7/2026')).toBeVisible();
    await page.goto(`/termine/${june}/nachlauf`);
    await press(page, 'Protokoll freigeben');
    await confirm(page, 'Protokoll freigeben?', 'Freigeben');
    await expect(page.getByText(/freigegeben/i).first()).toBeVisible();
  });

  await test.step('what it decided comes under control, late with its reason', async () => {
    await page.goto(`/planung/vorlagen/${paper.id}`);
    await press(page, /^Umsetzung kontrollieren/);
    const control = page.getByRole('link', { name: 'offen', exact: true });
    await control.click();
    const panel = page.getByRole('dialog', { name: 'Beschlusskontrolle' });
    await press(panel, 'Verzögerung melden');
    await panel.getByRole('textbox').first().fill('Die zweite Stelle ist noch ausgeschrieben.');
    await panel.locator('form').getByRole('button', { name: 'Verzögerung melden' }).click();
    await expect(panel.getByText('Die zweite Stelle ist noch ausgeschrieben.').first()).toBeVisible();
  });

  await test.step('the next session reads it on its paper', async () => {
    await sessionOn('2026-09-03', 'Sitzung im September');
    await page.goto(`/planung/gremien/${committeeId}/kontrolle`);
    await page.getByLabel('Sitzung am').selectOption('2026-09-03');
    await expect(
      page.getByRole('heading', { name: /^Beschlusskontrolle zur Sitzung am .*(03\.09|3\. Sept?)/ }),
    ).toBeVisible();
    await expect(page.getByText('Die zweite Stelle ist noch ausgeschrieben.')).toBeVisible();
    const pdf = await page.getByRole('link', { name: /^PDF/ }).getAttribute('href');
    const file = await page.request.get(pdf ?? '');
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  });
});
