import { field, press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

test('a date is chosen without a clash', async ({ app, world, page: katrin }) => {
  const [planner, colleague, both] = await Promise.all([
    world.signedIn(app, 'planner'),
    world.signedIn(app, 'coordinator'),
    world.signedIn(app, 'provider'),
  ]);
  const own = await signIn(katrin, world, app, 'coordinator');
  const homes = await world.networks.network(own, { name: 'Netzwerk Wohnen' });
  const care = await world.networks.network(colleague, { name: 'Netzwerk Pflege' });
  const seat = { personId: both.personId, fromDay: '2026-01-01', role: 'MEMBER' as const };
  await world.networks.membership(own, homes, seat);
  await world.networks.membership(colleague, care, seat);
  await world.calendar.calendarPeriods(planner, 'SCHOOL_HOLIDAY', ['Winterferien 01.02.2027 – 05.02.2027']);
  const other = { title: 'Pflegerunde', networkId: care, day: '2027-02-10' };
  const otherId = await world.meetings.meeting(colleague, other);
  await colleague.post(`/api/meetings/${otherId}/schedule`);

  await test.step('in the year she sees when the other network meets, and the holidays', async () => {
    await katrin.goto('/termine/jahr?tag=2027-02-01&ansicht=quartal');
    const february = katrin.getByRole('region', { name: 'Februar' });
    await expect(february.getByText('Netzwerk Pflege')).toBeVisible();
    await expect(february.getByText('Winterferien')).toBeVisible();
    await expect(february.getByText('Pflegerunde')).toHaveCount(0);
  });

  await test.step('the same day and hour: somebody is wanted in two places', async () => {
    await katrin.goto(`/termine/neu?netzwerk=${homes}`);
    await field(katrin, 'Tag').fill('10.02.2027');
    await field(katrin, 'Beginn').fill('15');
    await field(katrin, 'Ende').fill('17');
    await field(katrin, 'Ende').blur();
    await expect(katrin.getByText('1 von 2 Personen ist zur selben Zeit woanders gefragt')).toBeVisible();
    await katrin.getByText('1 Person ist woanders gefragt: wer und wo').click();
    await expect(katrin.getByText('Netzwerk Pflege, 14:00–16:00 Uhr')).toBeVisible();
  });

  await test.step('a better day is one click away and says why it is good', async () => {
    await press(katrin, 'Mi, 17.02.2027');
    await expect(field(katrin, 'Tag')).toHaveValue('17.02.2027');
    await expect(
      katrin.getByText('Keine Ferien, kein Feiertag, alle 2 Eingeladenen frei, kein anderes Netzwerk.'),
    ).toBeVisible();
  });

  await test.step('a series leaves the holidays out; a date can be dropped', async () => {
    await field(katrin, 'Tag').fill('20.01.2027');
    await field(katrin, 'Ort').fill('Kreishaus Köthen');
    await katrin.getByRole('checkbox', { name: 'Als Reihe planen' }).check();
    await field(katrin, 'Bis').fill('17.03.2027');
    await field(katrin, 'Bis').blur();
    const dates = katrin.getByRole('list', { name: 'Termine der Reihe' });
    await expect(dates.getByRole('listitem')).toHaveCount(5);
    await expect(dates.getByRole('checkbox', { name: 'Mi, 03.02.2027' })).not.toBeChecked();
    await expect(dates.getByRole('checkbox', { name: 'Mi, 17.02.2027' })).toBeChecked();
    await dates.getByRole('checkbox', { name: 'Mi, 03.03.2027' }).uncheck();
    await expect(
      katrin.getByText(/^Jeden zweiten Mittwoch, nicht in den Ferien.*3 von 5 Terminen/),
    ).toBeVisible();
    await press(katrin, '3 Termine anlegen');
    await expect(katrin.getByText('Die Reihe ist angelegt.')).toBeVisible();
    await expect(katrin).toHaveURL(new RegExp(`/netzwerke/${homes}/termine`));
  });

  await test.step('they stand in the year and nobody is wanted twice', async () => {
    await katrin.goto('/termine/jahr?tag=2027-01-01&ansicht=liste');
    const january = katrin.getByRole('region', { name: 'Januar 2027' });
    await expect(january.getByRole('link')).toHaveCount(1);
    await expect(katrin.getByText('Zur selben Zeit zweimal gefragt')).toHaveCount(0);
  });

  await test.step('the calendar program gets them under an address that is told once', async () => {
    await katrin.goto('/termine/abonnieren');
    await press(katrin, 'Adresse anlegen');
    const address = (await katrin.locator('.address').textContent()) ?? '';
    const feed = await fetch(app.url + new URL(address).pathname);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    expect(await feed.text()).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE');
    await katrin.reload();
    await expect(katrin.getByText(address)).toHaveCount(0);
    await press(katrin, 'Adresse widerrufen: Meine Termine');
    await katrin.getByRole('button', { name: 'Widerrufen', exact: true }).last().click();
    await expect(katrin.getByText('Noch keine.')).toBeVisible();
    expect((await fetch(app.url + new URL(address).pathname)).status).toBe(404);
  });
});
