import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { AttendanceLine, RunningMeetingView, SessionVoters } from '@runder-tisch/domain/meetings';
import { apiInterceptor } from '../../http/api-interceptor';
import { QuorumNote } from './quorum-note';
import { provideLineOwners } from './record/line-owners';
import { RunningMeeting } from './record/running-meeting';

const names = ['anna', 'ben', 'cem', 'dora'];
const voters: SessionVoters = {
  seats: names.map((personId) => ({ id: `seat-${personId}`, personId, voting: true, deputyOfId: null })),
  ownQuorum: null,
  exclusions: [{ agendaItemId: 'vergabe', personIds: ['anna'] }],
};
const line = (name: string): AttendanceLine => ({
  ...{ id: null, version: 0, invitationId: `i-${name}`, personId: name, organisationId: null, name },
  ...{ organisation: '', answer: 'ACCEPTED', present: null, guest: false },
});
const view = (facts: Partial<RunningMeetingView> = {}): RunningMeetingView => ({
  ...{
    id: 'm',
    version: 1,
    title: 'Sitzung',
    type: 'COMMITTEE',
    state: 'INVITED',
    place: 'Saal',
    network: null,
  },
  ...{ startsAt: '2026-12-10T17:00:00Z', endsAt: '2026-12-10T19:00:00Z', sessionEndedAt: null },
  ...{ sessionStartedAt: '2026-12-10T17:00:00Z', minutesApprovedAt: null, minutesApprovedBy: '' },
  ...{ protocolSentAt: null, agenda: [], entries: [], openItems: [], attendance: names.map(line), voters },
  ...facts,
});

describe('The quorum of a running session', () => {
  let http: HttpTestingController;
  let running: RunningMeeting;

  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const open = async (meeting: RunningMeetingView): Promise<void> => {
    TestBed.configureTestingModule({
      providers: [
        RunningMeeting,
        provideLineOwners(),
        provideZonelessChangeDetection(),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    running = TestBed.inject(RunningMeeting);
    void running.open('m');
    await turn();
    http.expectOne('/api/meetings/m/session').flush(meeting);
    await turn();
  };
  const note = (item?: string): ComponentFixture<QuorumNote> => {
    const fixture = TestBed.createComponent(QuorumNote);
    if (item) fixture.componentRef.setInput('item', item);
    return fixture;
  };
  const says = async (fixture: ComponentFixture<QuorumNote>): Promise<string> => {
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent.trim();
  };
  const tick = (name: string, present = true): void => {
    const seat = running.seats.all().find((it) => it.personId === name);
    if (seat) running.seats.set(seat, present);
  };

  it('follows each tap at once, also without network', async () => {
    await open(view());
    const whole = note();
    expect(await says(whole)).toBe('beschlussfähig ab 3 von 4 Stimmberechtigten');
    tick('anna');
    tick('ben');
    await turn();
    for (const request of http.match((it) => it.method !== 'GET')) request.error(new ProgressEvent('error'));
    await turn();
    expect(running.trouble()).toBe('unreachable');
    expect(await says(whole)).toBe('2 von 4 Stimmberechtigten anwesend: nicht beschlussfähig');
    tick('cem');
    expect(await says(whole)).toBe('3 von 4 Stimmberechtigten anwesend: beschlussfähig');
    tick('cem', false);
    expect(await says(whole)).toContain('nicht beschlussfähig');
  });

  it('is counted anew for an item of which somebody present is left out', async () => {
    await open(view());
    for (const name of ['anna', 'ben', 'cem']) tick(name);
    expect(await says(note('vergabe'))).toBe(
      'Zu diesem Punkt ist 1 Stimmberechtigte:r nach § 33 ausgeschlossen: 2 von 4 Stimmberechtigten anwesend: nicht beschlussfähig',
    );
    expect(await says(note('haushalt'))).toBe('');
    expect(await says(note())).toContain('3 von 4');
  });

  it('is said of committees alone, and not by what was kept before there was such a thing', async () => {
    await open(view({ type: 'NETWORK', voters: null }));
    expect(await says(note())).toBe('');
    TestBed.resetTestingModule();
    const { voters: _, ...older } = view();
    await open(older);
    expect(await says(note())).toBe('');
  });
});
