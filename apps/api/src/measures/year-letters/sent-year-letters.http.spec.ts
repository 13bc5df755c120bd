import { randomUUID } from 'node:crypto';
import { Client as Postgres } from 'pg';
import type { HistoryLine } from '@runder-tisch/domain/history';
import type { Page } from '@runder-tisch/domain/lists';
import {
  type OwnYearLetter,
  type YearLetterView,
  yearLetterLimits,
} from '@runder-tisch/domain/measures/year-letters';
import { organisation, representation } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { checkedFeedback, decideFeedback, linkFeedback } from '@runder-tisch/scenario/feedback';
import { fieldOfAction } from '@runder-tisch/scenario/lists';
import {
  introduceLetters,
  letterPreview,
  letterWords,
  letterYear,
  recallYearLetters,
  sendYearLetters,
} from '@runder-tisch/scenario/year-letters';
import { deliveredMails } from '../../../test/delivered-mails';
import { documentWords, wholeChain } from '../../../test/finding-world';
import { checkPdf } from '../../../test/pdf/check-pdf';
import { readPdf } from '../../../test/pdf/read-pdf';
import { type SignedIn, signedIn } from '../../../test/signed-in';
import { type TestApp, testApp } from '../../../test/test-app';

const YEAR = 2026;

describe('Letters of a year', () => {
  let app: TestApp;
  let planner: SignedIn;
  let fieldId: string;
  let houses = 0;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T09:00:00+01:00' });
    planner = await signedIn(app, 'planner');
    fieldId = await fieldOfAction(planner, 'Gesundheit');
  });
  beforeEach(() => app.clock.pass(3, 'minutes'));
  afterAll(() => app.close());

  async function house(facts: object = {}): Promise<{ id: string; mail: string }> {
    houses += 1;
    const mail = `haus-${houses}@brief.test`;
    const id = await organisation(planner, {
      name: `Haus ${houses} (Demo)`,
      functionMailbox: mail,
      ...facts,
    });
    return { id, mail };
  }

  /** Said in the name of an organisation, and read. */
  const said = (organisationId: string, text: string): Promise<string> =>
    checkedFeedback(planner, { text, organisationId });

  const letterTo = async (organisationId: string): Promise<string> =>
    documentWords((await letterPreview(planner, YEAR, organisationId)).document);
  const rowOf = async (organisationId: string) =>
    (await letterYear(planner, YEAR)).rows.find(({ id }) => id === organisationId);

  it('goes out after a minute with introduction and personal sentence, and is kept as it went', async () => {
    const provider = await signedIn(app, 'provider');
    const { id, mail } = await house({ street: 'Am Markt 1', postalCode: '06366', city: 'Köthen' });
    await representation(planner, { personId: provider.personId, organisationId: id, fromDay: '2025-01-01' });
    const hint = await said(id, 'Wir brauchen Schatten.');
    await introduceLetters(planner, YEAR, 'ein gutes Jahr geht zu Ende.');
    await letterWords(planner, YEAR, id, 'Danke für den Kuchen.');
    expect(await sendYearLetters(planner, YEAR, [id])).toMatchObject({ recipients: 1 });
    expect((await provider.get<Page<OwnYearLetter>>('/api/year-letters/own')).items).toEqual([]);
    const [sent] = (await deliveredMails(app)).filter(({ to }) => to.includes(mail));
    expect(sent?.subject).toBe('Sie sagten – wir prüften – entschieden wurde: Ihre Hinweise im Jahr 2026');
    for (const part of ['ein gutes Jahr geht zu Ende.', 'Danke für den Kuchen.', 'Wir brauchen Schatten.'])
      expect(sent?.text).toContain(part);

    await decideLater(hint);
    const { items } = await provider.get<Page<OwnYearLetter>>('/api/year-letters/own');
    expect(items).toMatchObject([{ year: YEAR, replaced: false, organisation: { id } }]);
    const kept = await provider.get<YearLetterView>(`/api/year-letters/${items[0]?.id}`);
    expect(documentWords(kept.document)).toContain('Noch ohne Antwort (1)');
    const lines = await planner.get<Page<HistoryLine>>(`/api/history?of=organisation&id=${id}&kind=letter`);
    expect(lines.items).toMatchObject([
      { text: 'Jahresbrief 2026', path: `/planung/jahresbriefe/${kept.id}` },
    ]);

    const link = /\/jahresbrief\/[\w-]{43}/.exec(sent?.text ?? '')?.[0] ?? '';
    for (const [client, path] of [
      [provider, `/api/year-letters/${kept.id}/letter.pdf`],
      [planner, `/api/letter-years/${YEAR}/letters/${id}/letter.pdf`],
      [provider, `${link}/jahresbrief.pdf`],
    ] as const) {
      const pdf = await client.raw('GET', path);
      const bytes = new Uint8Array(await pdf.arrayBuffer());
      expect([path, pdf.status, ...checkPdf(bytes)]).toEqual([path, 200]);
      expect(readPdf(bytes).structure.text).toContain('Am Markt 1 06366 Köthen');
    }
    expect(await (await provider.raw('GET', link)).text()).toContain('Wir brauchen Schatten.');
    expect((await provider.raw('GET', `/jahresbrief/${'A'.repeat(43)}`)).status).toBe(404);
    // Whoever has not seen that it was sent does not send it again.
    expect(
      await refusalOf(planner.post(`/api/letter-years/${YEAR}/send`, { organisationIds: [id] }, 0)),
    ).toBe('stale-version');
  });

  it('is printed with the others of its year in one file, each for its envelope, as it went or as it would go', async () => {
    const { id: mailed } = await house({ name: 'Quendelhaus (Demo)', street: 'Am Markt 1', city: 'Köthen' });
    const { id: paper } = await house({
      ...{ name: 'Quittenhaus (Demo)', functionMailbox: '' },
      ...{ street: 'Gasse 2', city: 'Zerbst' },
    });
    await said(mailed, 'Wir brauchen Ruhe.');
    await sendYearLetters(planner, YEAR, [mailed]);
    app.clock.pass(2, 'minutes');
    // What was sent stays as it was, what was not follows.
    await said(mailed, 'Wir brauchen Bänke.');
    await said(paper, 'Wir brauchen Licht.');
    const bound = async (query: string) => {
      const file = await planner.raw('GET', `/api/letter-years/${YEAR}/letters.pdf?${query}`);
      return new Uint8Array(await file.arrayBuffer());
    };
    const both = await bound('search=qui');
    expect(checkPdf(both)).toEqual([]);
    expect(readPdf(both).structure.text).toContain('Gasse 2 Zerbst');

    const bytes = await bound('search=QU');
    expect(checkPdf(bytes, 2)).toEqual([]);
    const { structure, metadata, artifacts } = readPdf(bytes);
    expect(metadata).toContain(`Jahresbriefe ${YEAR}</rdf:li>`);
    for (const words of ['Am Markt 1 Köthen', 'Gasse 2 Zerbst', 'Wir brauchen Ruhe.', 'Wir brauchen Licht.'])
      expect(structure.text).toContain(words);
    expect(structure.text).not.toContain('Wir brauchen Bänke.');
    expect(structure.text).not.toContain('ersetzt');
    expect(artifacts.filter((artifact) => artifact.includes('Seite 1 von'))).toHaveLength(2);

    expect(readPdf(await bound('search=QU&letters=WITHOUT_MAIL')).structure.text).not.toContain('Ruhe');
    const none = planner.get(`/api/letter-years/${YEAR}/letters.pdf?search=gibt-es-nicht`);
    expect(await refusalOf(none)).toBe('year-letter-none-to-print');
  });

  it('is of a year the county can have, and says its sentence to an organisation that is there', async () => {
    expect(await refusalOf(letterYear(planner, 1989))).toBe('not-found');
    expect(await refusalOf(letterYear(planner, 2201))).toBe('not-found');
    expect(await refusalOf(letterWords(planner, YEAR, randomUUID(), 'Ins Leere.'))).toBe('not-found');
  });

  it('is too much for one file from a number on that the page names', async () => {
    for (let index = 0; index <= yearLetterLimits.bound; index += 1)
      await said((await house({ name: `Zeile ${index} (Demo)` })).id, 'Zu viele.');
    const all = planner.get(`/api/letter-years/${YEAR}/letters.pdf?search=Zeile`);
    expect(await refusalOf(all)).toBe('year-letter-too-many-to-print');
  });

  it('is taken back within its minute: no mail leaves, nothing is kept, the sentence stays', async () => {
    const { id, mail } = await house();
    await said(id, 'Zurück damit.');
    await letterWords(planner, YEAR, id, 'Ein Wort für Sie.');
    await sendYearLetters(planner, YEAR, [id]);
    const { recallable } = await letterYear(planner, YEAR);
    expect(recallable).toMatchObject({ recipients: 1 });
    expect(recallable?.secondsLeft).toBeGreaterThan(0);
    await recallYearLetters(planner, YEAR);
    expect(await letterYear(planner, YEAR)).toMatchObject({ recallable: null });
    expect(await rowOf(id)).toMatchObject({ sent: null, words: 'Ein Wort für Sie.' });
    expect((await deliveredMails(app)).filter(({ to }) => to.includes(mail))).toEqual([]);

    await sendYearLetters(planner, YEAR, [id]);
    app.clock.pass(61, 'seconds');
    expect(await refusalOf(recallYearLetters(planner, YEAR))).toBe('year-letter-recall-too-late');
    expect(await deliveredMails(app)).toHaveLength(1);
  });

  it('says that it replaces the one before, and the one before says that it was replaced', async () => {
    const { id } = await house();
    await said(id, 'Erst so.');
    await sendYearLetters(planner, YEAR, [id]);
    const first = (await rowOf(id))?.sent;
    await deliveredMails(app);
    await said(id, 'Dann anders.');
    expect(await letterTo(id)).toContain('Dieser Brief ersetzt unseren Brief vom 23. November 2026.');
    await sendYearLetters(planner, YEAR, [id]);
    const second = (await rowOf(id))?.sent;
    const kept = await planner.get<YearLetterView>(`/api/year-letters/${first?.id}`);
    expect(kept.replacedBy).toMatchObject({ id: second?.id });
    expect(documentWords(kept.document)).not.toContain('Dann anders.');
  });

  it('needs an address: the mailbox, else those with an account, and refuses where there is nobody', async () => {
    const { id } = await house({ functionMailbox: '' });
    await said(id, 'Schreibt uns.');
    expect(await rowOf(id)).toMatchObject({ to: [], hasPostalAddress: false });
    expect(await refusalOf(sendYearLetters(planner, YEAR, [id]))).toBe('year-letter-without-address');
    const provider = await signedIn(app, 'provider');
    await representation(planner, { personId: provider.personId, organisationId: id, fromDay: '2025-01-01' });
    expect((await rowOf(id))?.to).toMatchObject([{ mail: `${provider.accountId}@rolle.test` }]);
    expect(await sendYearLetters(planner, YEAR, [id])).toMatchObject({ recipients: 1 });
  });

  it('is read by planners and by those it was written to, and sent by planners alone', async () => {
    const { id } = await house();
    await said(id, 'Nur für uns.');
    await sendYearLetters(planner, YEAR, [id]);
    const letterId = (await rowOf(id))?.sent?.id ?? '';
    for (const role of ['coordinator', 'reader', 'admin', 'provider'] as const) {
      const other = await signedIn(app, role);
      expect(await refusalOf(other.get(`/api/year-letters/${letterId}`))).toBe(
        role === 'provider' ? 'not-found' : 'forbidden',
      );
      expect(await refusalOf(letterYear(other, YEAR))).toBe('forbidden');
    }
  });

  it('takes as many statements for twelve organisations as for two', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      const { id } = await house();
      const hint = await said(id, `Zählung ${index}.`);
      if (index < 3) await wholeChain(planner, fieldId, `Zählung ${index}`, { feedbackIds: [hint] });
      ids.push(id);
    }
    const asked = jest.spyOn(Postgres.prototype, 'query');
    /** On the connection that sends, from the beginning of the change to its end. */
    const statements = async (organisationIds: string[]): Promise<number> => {
      const { version } = await letterYear(planner, YEAR);
      asked.mockClear();
      await planner.post(`/api/letter-years/${YEAR}/send`, { organisationIds }, version);
      const texts = asked.mock.calls.map(([query]) => JSON.stringify(query));
      const first = texts.findIndex((text) => text.includes('year-letter.send'));
      const own = texts.filter((_, index) => asked.mock.contexts[index] === asked.mock.contexts[first]);
      return own.slice(own.indexOf(texts[first] ?? '')).findIndex((text) => text.includes('COMMIT'));
    };
    const [ofFew, ofMany] = [await statements(ids.slice(0, 2)), await statements(ids)];
    asked.mockRestore();
    expect(ofFew).toBeGreaterThan(8);
    expect(ofMany).toBe(ofFew);
  });

  async function decideLater(id: string): Promise<void> {
    await linkFeedback(planner, id, fieldId);
    await decideFeedback(planner, id, { decision: 'NOTED', reason: 'Erst nach dem Brief.' });
  }
});
