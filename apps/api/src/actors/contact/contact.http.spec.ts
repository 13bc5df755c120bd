import sql from 'sql-template-tag';
import type { PersonView } from '@runder-tisch/domain/actors';
import type { UnreachableAddress } from '@runder-tisch/domain/actors/contact';
import type { HistoryLine } from '@runder-tisch/domain/history';
import type { Page } from '@runder-tisch/domain/lists';
import type { TodayView } from '@runder-tisch/domain/tasks';
import { organisation, person, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { membership, network } from '@runder-tisch/scenario/networks';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';
import { systemViewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { rowsIn } from '../../database/rows';

describe('How people are reached', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let annaId: string;
  const mail = 'anna@erreichbar.test';

  beforeEach(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    coordinator = await signedIn(app, 'coordinator');
    const house = await organisation(coordinator, { name: 'Ahornhaus (Probe)', phone: '03496 100' });
    annaId = await person(coordinator, { familyName: 'Ahorn', mail });
    await representation(coordinator, { personId: annaId, organisationId: house, fromDay: '2025-01-01' });
    const networkId = await network(coordinator, { name: 'Frühe Hilfen (Probe)' });
    await membership(coordinator, networkId, {
      organisationId: house,
      personId: annaId,
      fromDay: '2025-01-01',
    });
  });
  afterEach(() => app.close());

  const lines = async (): Promise<string[]> =>
    (await coordinator.get<TodayView>('/api/today')).lines.map(({ text }) => text);

  describe('An address that a mail server refused', () => {
    const listed = async (): Promise<UnreachableAddress[]> =>
      (await coordinator.get<Page<UnreachableAddress>>('/api/unreachable-addresses')).items;

    /** What became of all mails to the address so far. */
    async function settle(state: 'REFUSED' | 'SENT', reason = ''): Promise<void> {
      app.clock.pass(1, 'minutes');
      await app.get(Database).write(systemViewer, 'test.settle', (tx) =>
        rowsIn(
          tx,
          sql`update outbox_message set state = ${state}, last_error = ${reason}, settled_at = ${app.clock.now()}
              where to_address = ${mail} and settled_at is null`,
        ),
      );
    }
    const write = (title: string) =>
      invitedMeeting(coordinator, {
        title,
        day: '2026-12-10',
        invitees: [{ mail, name: 'Anna Ahorn', personId: annaId }],
      });

    it('stands in a list with the reason and the number of the house, and on Heute', async () => {
      await write('Treffen');
      await settle('REFUSED', 'Das Postfach gibt es nicht.');
      expect(await listed()).toEqual([
        expect.objectContaining({
          mail,
          person: { id: annaId, name: 'Ahorn' },
          phone: '03496 100',
          reason: 'Das Postfach gibt es nicht.',
          times: 1,
        }),
      ]);
      expect(await lines()).toContain('1 Mailadresse ist nicht erreichbar');
    });

    it('leaves it once it is corrected, looked after, or a mail arrives', async () => {
      await write('Treffen');
      await settle('REFUSED', 'nein');
      await coordinator.post('/api/unreachable-addresses/checked', { mail });
      expect(await listed()).toEqual([]);
      await write('Noch ein Treffen');
      await settle('REFUSED', 'nein');
      expect(await listed()).toHaveLength(1);
      await write('Drittes Treffen');
      await settle('SENT');
      expect(await listed()).toEqual([]);
      await write('Viertes Treffen');
      await settle('REFUSED', 'nein');
      const right = { kind: 'person', id: annaId, oldMail: mail, mail: 'anna.ahorn@erreichbar.test' };
      await coordinator.post('/api/unreachable-addresses/correct', right);
      expect(await listed()).toEqual([]);
      expect((await coordinator.get<PersonView>(`/api/people/${annaId}`)).mail).toBe(
        'anna.ahorn@erreichbar.test',
      );
      expect(await refusalOf(coordinator.post('/api/unreachable-addresses/correct', right))).toBe(
        'not-found',
      );
    });
  });

  describe("One's own page behind the link of a mail", () => {
    async function link(): Promise<string> {
      await coordinator.post(`/api/people/${annaId}/contact-link`);
      const [found] = await app.database.rows<{ raw: Buffer }>(
        `select raw from outbox_message where purpose = 'own-contact' order by position desc limit 1`,
      );
      const text = found?.raw.toString('latin1').replaceAll(/=\r\n/g, '') ?? '';
      return `${app.url}/meine-angaben/${/\/meine-angaben\/([\w-]{43})/.exec(text)?.[1] ?? ''}`;
    }
    const post = (url: string, fields: Record<string, string>): Promise<Response> =>
      fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

    it('corrects number and address at once, and the coordination is told', async () => {
      const url = await link();
      expect(await (await fetch(url)).text()).toContain(mail);
      const answer = await post(url, { mail: 'neu@erreichbar.test', phone: '03496 2' });
      expect(answer.status).toBe(303);
      expect(await coordinator.get<PersonView>(`/api/people/${annaId}`)).toMatchObject({
        mail: 'neu@erreichbar.test',
        phone: '03496 2',
      });
      expect(await lines()).toContain('Ahorn hat die eigenen Angaben berichtigt (Mailadresse, Telefon)');
      const { items } = await coordinator.get<Page<HistoryLine>>(
        `/api/history?of=person&id=${annaId}&kind=contact`,
      );
      expect(items.map(({ detail }) => detail)).toEqual(['Mailadresse und Telefon']);
    });

    it('says at the field what is wrong, and changes nothing', async () => {
      const url = await link();
      await person(coordinator, { familyName: 'Andere', mail: 'andere@erreichbar.test' });
      for (const typed of ['keine adresse', 'andere@erreichbar.test', '']) {
        const answer = await post(url, { mail: typed, phone: '' });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(await answer.text()).toContain('feld-mail');
      }
      expect((await coordinator.get<PersonView>(`/api/people/${annaId}`)).mail).toBe(mail);
    });

    it('is sent once a day at most, only where there is an address, and opens for 30 days', async () => {
      const url = await link();
      const again = () => coordinator.post(`/api/people/${annaId}/contact-link`);
      expect(await refusalOf(again())).toBe('contact-link-today');
      const without = await person(coordinator, { familyName: 'Ohne' });
      expect(await refusalOf(coordinator.post(`/api/people/${without}/contact-link`))).toBe(
        'contact-without-mail',
      );
      app.clock.pass(31, 'days');
      expect((await fetch(url)).status).toBe(404);
    });
  });
});
