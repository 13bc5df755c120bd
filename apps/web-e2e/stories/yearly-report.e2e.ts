import { field, press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('on Friday the boss asks what the network does: one button, read on the screen, taken along as PDF and Word', async ({
  app,
  world,
  page,
}) => {
  app.clock.set('2026-11-23T13:45:00+01:00');
  const coordinator = await signIn(page, world, app, 'coordinator');
  const { actors, networks, meetings, session } = world;
  const networkId = await networks.network(coordinator, {
    name: 'Frühe Hilfen (Demo)',
    purpose: 'Familien mit kleinen Kindern früh stärken.',
  });
  const houseId = await actors.organisation(coordinator, { name: 'Ahornhaus (Demo)' });
  const personId = await actors.person(coordinator, { familyName: 'Ehlers', mail: 'ehlers@bericht.test' });
  const seat = { organisationId: houseId, personId, fromDay: '2026-01-01' };
  await networks.membership(coordinator, networkId, seat);
  const { id } = await meetings.invitedMeeting(coordinator, {
    title: 'Netzwerktreffen im November',
    networkId,
    day: '2026-11-23',
    startTime: '14:00',
    endTime: '16:00',
    agenda: ['Wartezeiten in der Beratung'],
    invitees: [{ mail: 'ehlers@bericht.test', name: 'Ehlers', personId, onBehalfOfId: houseId }],
  });
  app.clock.set('2026-11-23T13:55:00+01:00');
  await session.startSession(coordinator, id);
  for (const line of (await session.sessionOf(coordinator, id)).attendance)
    await session.attend(coordinator, id, line);
  await session.minutesLine(coordinator, id, { kind: 'AGREEMENT', text: 'Eine Liste freier Plätze führen.' });
  app.clock.pass(20, 'minutes');
  await session.endSession(coordinator, id);
  await session.approveMinutes(coordinator, id);

  await test.step('what became of an agreement is noted where it stands', async () => {
    await page.goto(`/netzwerke/${networkId}/wirkung`);
    await press(page, 'Was wurde daraus? Eine Liste freier Plätze führen.');
    const panel = page.getByRole('dialog', { name: 'Was wurde daraus?' });
    await field(panel, 'In einem Satz').fill('Sie steht seit Dezember im Netz.');
    await press(panel, 'Umgesetzt');
    await expect(panel).toHaveCount(0);
    await expect(page.getByText('Sie steht seit Dezember im Netz.')).toBeVisible();
  });

  await test.step('one button shows the report of the running year', async () => {
    await page.getByRole('link', { name: 'Jahresbericht des Netzwerks' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Jahresbericht 2026' })).toBeVisible();
    const report = page.getByRole('article');
    await expect(report).toContainText('Familien mit kleinen Kindern früh stärken.');
    await expect(report).toContainText('Wartezeiten in der Beratung');
    await expect(report).toContainText('umgesetzt: Sie steht seit Dezember im Netz.');
    await expect(report.getByRole('group', { name: /Bei wie vielen Treffen/ })).toContainText(
      'Ahornhaus (Demo)',
    );
  });

  await test.step('it is taken along as a Word file and as a PDF', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Als Word-Datei' }).click();
    expect((await download).suggestedFilename()).toBe('Jahresbericht 2026 Frühe Hilfen Demo.docx');
    const address = await page.getByRole('link', { name: /^Als PDF/ }).getAttribute('href');
    const pdf = await coordinator.raw('GET', address ?? '');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  await test.step('the protocol of a meeting leaves as Word as well', async () => {
    await page.goto(`/termine/${id}/nachlauf`);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Protokoll als Word-Datei' }).click();
    expect((await download).suggestedFilename()).toMatch(/^Protokoll 2026-11-23.*\.docx$/);
  });
});
