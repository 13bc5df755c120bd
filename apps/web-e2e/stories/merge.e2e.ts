import type { PersonListItem } from '@runder-tisch/domain/actors';
import type { Page } from '@runder-tisch/domain/lists';
import { county, sven } from '../county';
import { confirm, press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('two entries become one and two again; two of one name are told apart once', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  const coordinator = await signIn(page, world, app, 'coordinator');
  const names = { salutation: 'Herr' as const, givenName: 'Sven', familyName: 'Gerlach' };
  const double = { ...names, mail: 'sven@gerlach.test', phone: '03493 12' };
  const { items } = await coordinator.get<Page<PersonListItem>>('/api/people?search=Gerlach');
  const svenId = items[0]?.id ?? '';
  const doubleId = await world.actors.person(coordinator, double);
  const { id } = await world.meetings.invitedMeeting(coordinator, {
    title: 'Werkstatt Frühe Hilfen',
    day: '2026-12-03',
    invitees: [
      { mail: sven.mail, name: sven.name, personId: svenId },
      { mail: double.mail, name: sven.name, personId: doubleId },
    ],
  });
  const hints = page.getByText('Vielleicht doppelt:');
  const invitations = async (): Promise<string[]> =>
    (await world.meetings.staffMeeting(coordinator, id)).invitations.map(({ mail }) => mail).sort();

  await test.step('the hint leads to the comparison, which says what will be one', async () => {
    await page.goto(`/akteure/personen/${doubleId}`);
    await expect(hints).toHaveCount(1);
    await press(page, 'Vergleichen');
    const panel = page.getByRole('dialog', { name: 'Zusammenführen' });
    await expect(panel.getByText(/Einladungen zu „Werkstatt Frühe Hilfen“/)).toContainText('eine bleibt');
    await press(panel, 'Zusammenführen');
    await confirm(page, /auflösen\?$/, 'Zusammenführen');
  });

  await test.step('the hint is gone at once, and the way back is offered', async () => {
    await expect(page.getByText('Mit „Sven Gerlach“ zusammengeführt.')).toBeVisible();
    await expect(hints).toHaveCount(0);
    expect(await invitations()).toHaveLength(1);
    await page.getByRole('button', { name: 'Rückgängig', exact: true }).click();
    await expect(page.getByText(/^„Sven Gerlach“ ist wieder ein eigener Eintrag/)).toBeVisible();
    await expect(hints).toHaveCount(1);
    expect(await invitations()).toEqual([sven.mail, double.mail].sort());
  });

  await test.step('weeks later the page still offers it, and says what cannot come back', async () => {
    await press(page, 'Vergleichen');
    const panel = page.getByRole('dialog', { name: 'Zusammenführen' });
    await press(panel, 'Zusammenführen');
    await confirm(page, /auflösen\?$/, 'Zusammenführen');
    await expect(hints).toHaveCount(0);
    await page.reload();
    await press(page, 'Zusammenführung mit „Sven Gerlach“ rückgängig machen');
    await confirm(page, 'Zusammenführung rückgängig machen?', 'Rückgängig machen');
    const left = page.getByRole('listitem').filter({ hasText: 'wurde beim Zusammenführen zurückgenommen' });
    await expect(left.getByRole('link')).toHaveAttribute('href', `/termine/${id}`);
    await expect(hints).toHaveCount(1);
  });

  await test.step('that they are two is remembered, also after a reload, and can be taken back', async () => {
    await press(page, /^Das sind zwei Personen/);
    await expect(hints).toHaveCount(0);
    await page.getByRole('button', { name: 'Rückgängig', exact: true }).last().click();
    await expect(hints).toHaveCount(1);
    await press(page, /^Das sind zwei Personen/);
    await expect(hints).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Sven Gerlach' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Bearbeiten' })).toBeVisible();
    await expect(hints).toHaveCount(0);
  });
});
