import { randomUUID } from 'node:crypto';
import type { Role } from '@runder-tisch/domain/accounts';
import type { TestApp } from '@runder-tisch/api/test';
import { clientOf } from './demo/client';
import { ofCycles, ofDecisions, ofPapers } from './demo/cycles';
import { ofDataRequests } from './demo/data-requests';
import { ofField, ofLetters, ofOutcomes } from './demo/effect';
import { figures, ofIndicators } from './demo/indicators';
import { ofMessages } from './demo/messages';
import { planningIdsOf, progressTokenOf } from './demo/planning';
import type { World } from './world';

const DAY = 86_400_000;

/** The kept demo behind a running application, and where in it the pages lie. */
export interface Demo {
  app: TestApp;
  ids: DemoIds;
  accounts: Record<Role, string>;
  close(): Promise<void>;
}

export type DemoIds = Awaited<ReturnType<typeof idsOf>> &
  Awaited<ReturnType<typeof tokensOf>> &
  Awaited<ReturnType<typeof runningPoll>> &
  Awaited<ReturnType<typeof enteredOffers>> &
  Awaited<ReturnType<typeof lists>> &
  Awaited<ReturnType<typeof figures>> &
  Awaited<ReturnType<typeof planningIdsOf>> &
  Awaited<ReturnType<typeof ofField>> &
  Awaited<ReturnType<typeof ofOutcomes>> &
  Awaited<ReturnType<typeof ofLetters>> &
  Awaited<ReturnType<typeof ofDataRequests>> &
  Awaited<ReturnType<typeof ofIndicators>> &
  Awaited<ReturnType<typeof ofPapers>> &
  Awaited<ReturnType<typeof ofDecisions>> &
  Awaited<ReturnType<typeof ofCycles>> &
  Awaited<ReturnType<typeof ofMessages>> & { mail: string; dispatch: string; progressToken: string };

/** Restored from the file kept with the code: no test fills the demo anew. */
export async function openDemo(world: World, webRoot: string): Promise<Demo> {
  const database = await world.demoDatabase();
  const app = await world.testApp({ database, webRoot, smtp: false, now: world.DEMO_NOW });
  const close = async () => {
    await app.close();
    await database.close();
  };
  try {
    const ids = await idsOf(app);
    const accounts = await accountsOf(app);
    const tokens = await tokensOf(world, app, ids, accounts.planner);
    const mail = await testMail(world, app, accounts.coordinator);
    const dispatch = await largestDispatch(app, accounts.coordinator);
    const poll = await runningPoll(world, app, accounts.coordinator, ids.network);
    const offers = await enteredOffers(world, app, accounts, ids.organisation);
    const imports = {
      ...(await lists(world, app, accounts.coordinator)),
      ...(await figures(world, app, accounts.planner)),
    };
    const planning = await planningIdsOf(app);
    const progressToken = await progressTokenOf(world, app, ids.person, planning.measure);
    const outcomes = await ofOutcomes(world, app, accounts.planner, { ...ids, ...planning });
    const letters = await ofLetters(world, app, accounts);
    const full = await ofField(world, app, accounts.planner);
    const dataRequests = await ofDataRequests(world, app, accounts.planner);
    const indicators = await ofIndicators(world, app, accounts.planner);
    const decisions = await ofDecisions(world, app, accounts.planner);
    const papers = await ofPapers(world, app, accounts.planner);
    const cycles = await ofCycles(world, app, accounts.planner);
    const messages = await ofMessages(world, app, accounts.coordinator, ids.network);
    return {
      app,
      ids: {
        ...ids,
        ...tokens,
        ...poll,
        ...offers,
        ...imports,
        ...planning,
        ...outcomes,
        ...letters,
        ...full,
        progressToken,
        ...dataRequests,
        ...indicators,
        ...decisions,
        ...papers,
        ...cycles,
        ...messages,
        mail,
        dispatch,
      },
      accounts,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The clock goes on to the next meeting, which begins; everybody's session has ended by then. */
export async function startSession(world: World, { app, ids, accounts }: Demo): Promise<void> {
  const [next] = await app.database.rows<{ start: Date }>(
    'select starts_at as start from meeting where id = $1',
    [ids.nextMeeting],
  );
  app.clock.set(next?.start ?? '');
  const coordinator = await clientOf(world, app, accounts.coordinator);
  const { agenda, attendance } = await world.session.startSession(coordinator, ids.nextMeeting);
  for (const seat of attendance.slice(0, 4)) await world.session.attend(coordinator, ids.nextMeeting, seat);
  await world.session.minutesLine(coordinator, ids.nextMeeting, {
    kind: 'TEXT',
    text: 'Das Protokoll vom letzten Mal wird angenommen.',
    agendaItemId: agenda[0]?.id ?? null,
  });
  await world.session.hinweisLine(coordinator, ids.nextMeeting, {
    text: 'Bei uns im Ortsteil fährt nach 17 Uhr kein Bus mehr, wer Beratung braucht, kommt nicht zurück.',
    speakerRole: 'Sozialberater',
    ...(agenda[0] ? { agendaItemId: agenda[0].id } : {}),
  });
  await world.session.minutesLine(coordinator, ids.nextMeeting, {
    kind: 'AGREEMENT',
    text: 'Die Lotsensprechstunden beginnen im Januar.',
    agendaItemId: agenda[0]?.id ?? null,
  });
}

/** "Test an mich": the mails kept with the demo have lost their words, this one can be read. */
async function testMail(world: World, app: TestApp, accountId: string): Promise<string> {
  const coordinator = await clientOf(world, app, accountId);
  await world.meetings.testMail(coordinator, { day: '2026-12-09', agenda: ['Begrüßung', 'Rückblick'] });
  const [mail] = await app.database.rows<{ id: string }>(
    `select id from outbox_message where purpose = 'invitation-test'`,
  );
  return mail?.id ?? '';
}

async function largestDispatch(app: TestApp, accountId: string): Promise<string> {
  const [dispatch] = await app.database.rows<{ id: string }>(
    'select batch_id as id from outbox_message where account_id = $1 group by batch_id order by count(*) desc, batch_id limit 1',
    [accountId],
  );
  return dispatch?.id ?? '';
}

/** A Terminumfrage on its way: one of the asked phoned, the others are silent. */
async function runningPoll(world: World, app: TestApp, accountId: string, networkId: string) {
  const coordinator = await clientOf(world, app, accountId);
  const pollMeeting = await world.meetings.meeting(coordinator, {
    title: 'Fachgespräch Wohnungslosigkeit (Demo)',
    networkId,
  });
  const people = ['Ahornhaus (Demo)', 'Beratungsbrücke Fuhne (Demo)', 'Kiebitz Jugend und Familie (Demo)'];
  await world.polls.createPoll(coordinator, pollMeeting, {
    message: 'Wir rechnen mit zwei Stunden und brauchen jemanden aus jedem Haus.',
    dates: ['2027-01-12 14:00–16:00', '2027-01-14 10:00–12:00', '2027-01-14 14:00–16:00'],
    untilDay: '2026-12-18',
    people: people.map((name, index) => ({
      name,
      mail: `umfrage-${index}@demo.example`,
      required: index === 0,
    })),
  });
  const poll = await world.polls.pollOf(coordinator, pollMeeting);
  await world.polls.enterVotes(coordinator, poll, 'umfrage-1@demo.example', ['YES', 'NO', 'IF_NEED_BE']);
  const objectId = poll.voters[0]?.id ?? '';
  const expiresAt = new Date(app.clock.now().getTime() + 30 * DAY);
  const pollToken = await app
    .get(world.Database)
    .write(world.systemViewer, 'walk.links', (tx) =>
      app
        .get(world.MailLinks)
        .create(tx, { purpose: 'poll', objectKind: 'date-poll-voter', objectId, expiresAt }),
    );
  return { pollMeeting, pollToken };
}

/** An offer everybody can read with a change that waits, one sent back, and somebody who has registered. */
async function enteredOffers(
  world: World,
  app: TestApp,
  accounts: Record<Role, string>,
  organisationId: string,
) {
  const office = await clientOf(world, app, accounts.planner);
  const provider = await clientOf(world, app, accounts.provider);
  const { draftService, moveService, publishedService, wholeService } = world.socialServices;
  const [place] = await app.database.rows<{ id: string }>(
    'select id from municipality where active order by name limit 1',
  );
  const municipalityId = place?.id ?? null;
  const request = await wholeService(office, organisationId, {
    title: 'Schuldner- und Insolvenzberatung (Demo)',
    municipalityId,
    openingHours: 'Dienstag 9 bis 12 Uhr\nDonnerstag 14 bis 18 Uhr',
    waitingDays: 56,
    waitingOn: '2026-11-02',
  });
  const published = await publishedService(provider, office, request);
  const changed = await provider.put<typeof published>(
    `/api/social-services/${published.id}`,
    { ...request, phone: '03496 1111', waitingDays: 42 },
    published.version,
  );
  await moveService(provider, changed, 'submit');
  const sentBack = await moveService(
    provider,
    await draftService(
      provider,
      await wholeService(office, organisationId, { title: 'Elterncafé (Demo)', municipalityId }),
    ),
    'submit',
  );
  await moveService(office, sentBack, 'return', { reason: 'Bitte ergänzen Sie noch die Öffnungszeiten.' });
  return { service: published.id, returnedService: sentBack.id, ...(await registered(world, app)) };
}

async function registered(world: World, app: TestApp) {
  const form = (organisationName: string) =>
    fetch(`${app.url}/mitmachen/anmelden`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        organisationName,
        neu: 'ja',
        familyName: 'Neumann (Demo)',
        function: 'Vorsitz',
        mail: `${organisationName.length}@neu.example`,
      }).toString(),
    });
  await form('Nachbarschaft Wolfen (Demo)');
  await form('Ahornhaus Wolfen (Demo)');
  const expiresAt = new Date(app.clock.now().getTime() + DAY);
  const registrationToken = await app
    .get(world.Database)
    .write(world.systemViewer, 'walk.links', async (tx) => {
      await tx.query(
        `update registration set state = 'PENDING', confirmed_at = created_at where organisation_name like 'Ahornhaus%'`,
      );
      const [row] = await app.database.rows<{ id: string }>(
        `select id from registration where organisation_name like 'Nachbarschaft%'`,
      );
      return app.get(world.MailLinks).create(tx, {
        purpose: 'registration',
        objectKind: 'registration',
        objectId: row?.id ?? '',
        expiresAt,
      });
    });
  return { registrationToken };
}

/** A list whose columns are looked at, and one that was checked: one new, one known, one perhaps the same. */
async function lists(world: World, app: TestApp, accountId: string) {
  const coordinator = await clientOf(world, app, accountId);
  const rows = [
    'Träger;PLZ;Ort;Vorname;Nachname;E-Mail;Geburtsdatum',
    'Ahornhaus Sozialdienst (Demo);06366;Köthen;Anna;Ehlers (Demo);;1.2.1980',
    'Taubenhof (Demo);636;Aken;Ida;Ritter (Demo);ida.ritter@taubenhof.example;',
  ].join('\n');
  const columns = await world.imports.uploadedList(coordinator, 'Verteiler 2026.csv', rows);
  const checked = await world.imports.uploadedList(coordinator, 'Träger 2026.csv', rows);
  const assigned = { columns: world.imports.suggestedColumns(checked) };
  await coordinator.post(`/api/imports/${checked.id}/check`, assigned);
  await app.get(world.ImportWorker).runDue();
  return { importColumns: columns.id, importChecked: checked.id };
}

async function accountsOf(app: TestApp): Promise<Record<Role, string>> {
  const rows = await app.database.rows<{ role: Role; id: string }>(
    'select distinct on (role) role, id from account, unnest(roles) as role order by role, cardinality(roles), created_at',
  );
  const found = Object.fromEntries(rows.map(({ role, id }) => [role, id]));
  return found as Record<Role, string>;
}

async function idsOf(app: TestApp) {
  const one = async (text: string): Promise<string> => {
    const [row] = await app.database.rows<{ id: string }>(text);
    if (!row) throw new Error(`The demo has no ${text}.`);
    return row.id;
  };
  const meeting = (title: string) => one(`select id from meeting where title like '%${title}%'`);
  const person = (name: string) => one(`select id from person where family_name = '${name} (Demo)'`);
  const organisation = (name: string) => one(`select id from organisation where short_name = '${name}'`);
  const nextMeeting = await meeting('Jahresrückblick');
  const autumnMeeting = await meeting('Wohnen und Energie');
  const anna = await person('Ehlers');
  return {
    nextMeeting,
    autumnMeeting,
    recentMeeting: await meeting('Antragslotsen'),
    network: await one(`select id from network where short_name = 'Beratungslandschaft'`),
    format: await one(`select id from participation_format where title like 'Fachgespräch%'`),
    formatType: await one(`select id from format_type where name = 'World Café'`),
    returnMessage: await one('select id from return_message where format_id is not null'),
    organisation: await organisation('Ahornhaus'),
    person: anna,
    field: await one(`select id from field_of_action where name = 'Soziale Lage'`),
    committee: await one('select id from committee'),
    flaggedFeedback: await one(`select id from feedback where state = 'SUBMITTED' and flagged`),
    answeredFeedback: await one(`select id from feedback where state = 'ANSWERED' order by number limit 1`),
    invitation: await one(
      `select id from invitation where meeting_id = '${nextMeeting}' and answer = 'NEEDS_ACTION' limit 1`,
    ),
    attachment: await one(`select id from attachment where title like 'Jahresrückblick%'`),
    task: await one(`select id from task where state = 'OPEN' and title like '%Notfallfonds%'`),
    shelter: await person('Jahnke'),
  };
}

/** Links as they stand in mails; the demo's own went with its mails. */
async function tokensOf(
  world: World,
  app: TestApp,
  ids: Awaited<ReturnType<typeof idsOf>>,
  accountId: string,
) {
  const links = app.get(world.MailLinks);
  const now = app.clock.now().getTime();
  return app.get(world.Database).write(world.systemViewer, 'walk.links', async (tx) => {
    const link = (purpose: string, of: object, days = 30) =>
      links.create(tx, { purpose, expiresAt: new Date(now + days * DAY), ...of });
    const personId = ids.shelter;
    const [taskMail] = await tx.query<{ id: string }[]>(
      `insert into task_mail (id, mail, kind, day, batch_id) values ($1, 'jahnke@haus.example', 'REMINDER', '2026-01-01', $1) returning id`,
      [randomUUID()],
    );
    return {
      answerToken: await link('answer', { personId, objectKind: 'invitation', objectId: ids.invitation }),
      contactToken: await link('own-contact', { personId, objectKind: 'person', objectId: personId }),
      taskToken: await link('task', { personId, objectKind: 'task', objectId: ids.task }),
      taskMailsToken: await link('task-mails', { personId, objectKind: 'task-mail', objectId: taskMail?.id }),
      feedbackToken: await link('feedback-state', { objectKind: 'feedback', objectId: ids.answeredFeedback }),
      protocolToken: await link('protocol', { personId, objectKind: 'meeting', objectId: ids.autumnMeeting }),
      signInToken: await link('sign-in', { accountId }, 1),
      expiredToken: await link('sign-in', { accountId }, -1),
    };
  });
}
