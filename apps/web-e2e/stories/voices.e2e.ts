import { field, press } from '../fields';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

const MINUTE = 60_000;

test('a provider says something in two voices, and reads the answers', async ({
  app,
  world,
  page: provider,
  newPage,
}) => {
  test.setTimeout(3 * MINUTE);
  const planner = await newPage();
  const office = await signIn(planner, world, app, 'planner');
  const fieldId = await world.lists.fieldOfAction(office, 'Gesundheit');
  const { personId } = await signIn(provider, world, app, 'provider');
  const organisationId = await world.actors.organisation(office, { name: 'Ahornhaus Sozialdienste' });
  await world.actors.representation(office, { organisationId, personId, fromDay: '2026-01-01' });
  let code = '';

  const give = async (voice: string, text: string): Promise<void> => {
    await provider.goto('/uebersicht');
    await provider.getByRole('link', { name: 'Hinweis geben' }).first().click();
    await field(provider, 'Ihr Hinweis').fill(text);
    await provider.getByRole('radio', { name: voice }).check();
    await press(provider, 'Hinweis senden');
    await expect(provider.getByText('ist angekommen')).toBeVisible();
  };
  const answer = async (beginning: string, words: string): Promise<void> => {
    const found = (await world.feedback.inbox(office)).items.find((it) => it.excerpt?.startsWith(beginning));
    const id = found?.id ?? '';
    await world.feedback.linkFeedback(office, id, fieldId);
    await world.feedback.decideFeedback(office, id, { decision: 'NOTED' });
    await planner.goto(`/hinweise/${id}`);
    await field(planner, 'Antworttext').fill(words);
    await press(planner, /^Antwort (senden|festhalten)$/);
    await expect(planner.locator('rt-outcome-box')).toContainText(words);
  };

  await test.step('in the name of the organisation, and unnamed with a code of one’s own', async () => {
    await give('Im Namen der Organisation', 'Die Ergotherapie hat ein halbes Jahr Wartezeit.');
    await give('Ohne Nennung', 'In den Runden redet niemand offen.');
    code = (await provider.locator('.code').textContent()) ?? '';
    expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){4}$/);
  });

  await test.step('the planner sees who spoke, and who did not want to be named', async () => {
    await planner.goto('/hinweise?ansicht=new');
    await planner.getByRole('link', { name: 'Die Ergotherapie' }).click();
    const item = planner.getByRole('region', { name: 'Hinweis', exact: true });
    await expect(item).toContainText('im Namen der Organisation');
    await expect(item).toContainText('Ahornhaus Sozialdienste');
    await planner.getByRole('link', { name: 'In den Runden' }).click();
    await expect(item).toContainText('ohne Nennung');
    await expect(item).not.toContainText('Ahornhaus');
    await answer('Die Ergotherapie', 'Wir sprechen im Januar mit den Kassen.');
    await answer('In den Runden', 'Wir ändern die Moderation.');
  });

  await test.step('the provider reads one answer in the workspace, the other one with the code', async () => {
    await provider.goto('/uebersicht');
    await provider.getByRole('link', { name: 'Die Ergotherapie' }).click();
    await expect(provider.getByText('Wir sprechen im Januar mit den Kassen.')).toBeVisible();
    await provider.goto('/mitreden/stand');
    await field(provider, 'Ihr Code').fill(code.toLowerCase());
    await press(provider, 'Stand ansehen');
    await expect(provider.getByText('Wir ändern die Moderation.')).toBeVisible();
  });
});
