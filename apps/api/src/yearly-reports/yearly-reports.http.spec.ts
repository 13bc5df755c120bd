import type { AgreementView } from '@runder-tisch/domain/meetings';
import type { Page } from '@runder-tisch/domain/lists';
import type { YearlyReportView } from '@runder-tisch/domain/yearly-reports';
import { plainText, type Block } from '@runder-tisch/domain/documents';
import { organisation, person } from '@runder-tisch/scenario/actors';
import { refusalOf } from '@runder-tisch/scenario/client';
import { invitedMeeting } from '@runder-tisch/scenario/meetings';
import { membership, network, task } from '@runder-tisch/scenario/networks';
import {
  approveMinutes,
  attend,
  endSession,
  minutesLine,
  sessionOf,
  startSession,
} from '@runder-tisch/scenario/session';
import { checkPdf } from '../../test/pdf/check-pdf';
import { readPdf } from '../../test/pdf/read-pdf';
import { type SignedIn, signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';

describe('The yearly report of a network', () => {
  let app: TestApp;
  let coordinator: SignedIn;
  let networkId: string;
  let meetingId: string;

  beforeAll(async () => {
    app = await testApp({ now: '2026-11-23T13:45:00+01:00' });
    coordinator = await signedIn(app, 'coordinator');
    networkId = await network(coordinator, { name: 'Frühe Hilfen (Probe)', purpose: 'Familien stärken.' });
    const [house, other] = [
      await organisation(coordinator, { name: 'Ahornhaus (Probe)' }),
      await organisation(coordinator, { name: 'Kiebitz (Probe)' }),
    ];
    const anna = await person(coordinator, { familyName: 'Ahorn', mail: 'anna@report.test' });
    const kurt = await person(coordinator, { familyName: 'Kiebitz', mail: 'kurt@report.test' });
    await membership(coordinator, networkId, {
      organisationId: house,
      personId: anna,
      fromDay: '2026-02-01',
    });
    await membership(coordinator, networkId, {
      organisationId: other,
      personId: kurt,
      fromDay: '2026-02-01',
    });
    await membership(coordinator, networkId, {
      organisationId: await organisation(coordinator, { name: 'Leerhaus (Probe)' }),
      personId: null,
      fromDay: '2026-03-01',
    });
    ({ id: meetingId } = await invitedMeeting(coordinator, {
      title: 'Netzwerktreffen im November',
      networkId,
      day: '2026-11-23',
      agenda: ['Wartezeiten', { title: 'Vertrauliches', visibility: 'HIDDEN' }],
      invitees: [
        { mail: 'anna@report.test', name: 'Anna Ahorn', personId: anna, onBehalfOfId: house },
        { mail: 'kurt@report.test', name: 'Kurt Kiebitz', personId: kurt, onBehalfOfId: other },
      ],
    }));
    app.clock.set('2026-11-23T13:55:00+01:00');
    await startSession(coordinator, meetingId);
    for (const seat of (await sessionOf(coordinator, meetingId)).attendance)
      await attend(coordinator, meetingId, seat, seat.personId === anna);
    await minutesLine(coordinator, meetingId, { kind: 'AGREEMENT', text: 'Eine gemeinsame Liste führen.' });
    app.clock.pass(10, 'minutes');
    await endSession(coordinator, meetingId);
    await approveMinutes(coordinator, meetingId);
    await task(coordinator, {
      title: 'Liste anlegen',
      networkId,
      organisationId: house,
      dueOn: '2026-12-01',
    });
  });
  afterAll(() => app.close());

  const report = (client: SignedIn, year?: number): Promise<YearlyReportView> =>
    client.get(`/api/networks/${networkId}/yearly-report${year ? `?year=${year}` : ''}`);
  const words = (view: YearlyReportView): string => view.content.blocks.map(textOf).join('\n');

  it('tells meetings, attendance by organisation, what was agreed, and which places are empty', async () => {
    const view = await report(coordinator);
    expect(view.year).toBe(2026);
    const text = words(view);
    expect(text).toContain('Netzwerktreffen im November | Wartezeiten | 1 von 2');
    expect(text).toContain('Ahornhaus (Probe) | 1 von 1');
    expect(text).toContain('Kiebitz (Probe) | 0 von 1');
    expect(text).toContain('Eine gemeinsame Liste führen. | 23.11.2026 | offen');
    expect(text).toContain('Liste anlegen – Ahornhaus (Probe) (bis 01.12.2026)');
    expect(text).toContain('Leerhaus (Probe) (Mitglied), unbesetzt seit 01.03.2026');
  });

  it('names no member and nothing of what the protocol hides', async () => {
    const text = words(await report(coordinator));
    expect(text).not.toContain('Vertrauliches');
    expect(text).not.toContain('Kurt');
  });

  it('says what became of an agreement, which can be opened again', async () => {
    const { items } = await coordinator.get<Page<AgreementView>>(`/api/agreements?networkId=${networkId}`);
    const id = items[0]?.id ?? '';
    await coordinator.post(`/api/agreements/${id}/fulfil`, { note: 'Steht im Netz.' });
    expect(words(await report(coordinator))).toContain('umgesetzt: Steht im Netz.');
    expect(await refusalOf(coordinator.post(`/api/agreements/${id}/drop`, { note: '' }))).toBe(
      'agreement-move-refused',
    );
    await coordinator.post(`/api/agreements/${id}/reopen`);
    expect(words(await report(coordinator))).not.toContain('Steht im Netz.');
  });

  it('of a year without meetings says so, and a year to come is the running one', async () => {
    expect(words(await report(coordinator, 2024))).toContain('Im Jahr 2024 gab es kein Treffen.');
    expect((await report(coordinator, 2031)).year).toBe(2026);
  });

  it('is for its coordination and the planning alone', async () => {
    const [planner, stranger, reader, admin] = await Promise.all([
      signedIn(app, 'planner'),
      signedIn(app, 'coordinator'),
      signedIn(app, 'reader'),
      signedIn(app, 'admin'),
    ]);
    expect((await report(planner)).network.id).toBe(networkId);
    expect(await refusalOf(report(stranger))).toBe('not-found');
    expect(await refusalOf(report(reader))).toBe('forbidden');
    expect(await refusalOf(report(admin))).toBe('forbidden');
  });

  it('leaves as an accessible PDF of few pages and as a Word file', async () => {
    const pdf = await coordinator.raw('GET', `/api/networks/${networkId}/yearly-report.pdf`);
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(checkPdf(bytes)).toEqual([]);
    expect(readPdf(bytes).pages.length).toBeLessThanOrEqual(4);
    const word = await coordinator.raw('GET', `/api/networks/${networkId}/yearly-report.docx`);
    expect(word.headers.get('content-type')).toContain('wordprocessingml');
    expect(word.headers.get('content-disposition')).toContain('Jahresbericht%202026%20Fr%C3%BChe%20Hilfen');
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const protocol = await coordinator.raw('GET', `/api/meetings/${meetingId}/protocol.docx`);
    expect(protocol.headers.get('content-type')).toContain('wordprocessingml');
  });
});

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'note':
      return plainText(block.runs);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'table':
      return block.rows.map((row) => row.map(plainText).join(' | ')).join('\n');
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${plainText(value)}`).join('\n');
    default:
      return '';
  }
}
