import * as fc from 'fast-check';
import { compareRevisions, type MeetingFacts } from './revision';

const facts: MeetingFacts = {
  startsAt: new Date('2025-01-16T13:00:00Z'),
  endsAt: new Date('2025-01-16T15:30:00Z'),
  title: 'Netzwerk Frühe Hilfen',
  place: 'Kreishaus, Am Flugplatz 1, 06366 Köthen (Anhalt)',
  room: 'Raum 210',
  onlineLink: null,
  description: 'Wir sprechen über den Winter.',
  status: 'CONFIRMED',
};

function change(
  patch: Partial<MeetingFacts>,
  from: MeetingFacts = facts,
): ReturnType<typeof compareRevisions> {
  return compareRevisions(from, { ...from, ...patch });
}

describe('a change to a meeting', () => {
  it('is none when nothing changed', () => {
    expect(change({})).toEqual({ changed: [], sequenceRises: false, needsUpdate: false, asksAgain: false });
  });

  it.each<[string, Partial<MeetingFacts>]>([
    ['a later start', { startsAt: new Date('2025-01-16T14:00:00Z') }],
    ['an earlier end', { endsAt: new Date('2025-01-16T15:00:00Z') }],
    ['another place', { place: 'Rathaus Zerbst, Schloßfreiheit 12' }],
    ['going online only', { place: null, onlineLink: 'https://konferenz.example/a' }],
  ])('%s raises SEQUENCE and asks again', (_name, patch) => {
    expect(change(patch)).toMatchObject({ sequenceRises: true, needsUpdate: true, asksAgain: true });
  });

  it('asks again when the way to take part from home is gone', () => {
    const hybrid = { ...facts, onlineLink: 'https://konferenz.example/a' };
    expect(change({ onlineLink: null }, hybrid)).toMatchObject({ sequenceRises: true, asksAgain: true });
  });

  it.each<[string, Partial<MeetingFacts>]>([
    ['another room in the same house', { room: 'Saal' }],
    ['a link for those who cannot travel', { onlineLink: 'https://konferenz.example/a' }],
    ['another title', { title: 'Netzwerk Frühe Hilfen: Winter' }],
  ])('%s is an update that leaves answers alone', (_name, patch) => {
    expect(change(patch)).toMatchObject({ sequenceRises: false, needsUpdate: true, asksAgain: false });
  });

  it.each<[string, Partial<MeetingFacts>]>([
    ['a typo in the description', { description: 'Wir sprechen über den harten Winter.' }],
    ['blanks and punctuation in the place', { place: ' Kreishaus  Am Flugplatz 1; 06366 Köthen (Anhalt).' }],
    ['capitals in the title', { title: 'NETZWERK Frühe Hilfen' }],
    ['an umlaut in two code points', { title: 'Netzwerk Fru\u0308he Hilfen' }],
    ['seconds nobody sees', { startsAt: new Date('2025-01-16T13:00:20Z') }],
  ])('%s sends nobody a mail', (_name, patch) => {
    expect(change(patch)).toMatchObject({ sequenceRises: false, needsUpdate: false, asksAgain: false });
  });

  it('raises SEQUENCE for a cancellation and does not ask whether one comes', () => {
    expect(change({ status: 'CANCELLED' })).toMatchObject({
      sequenceRises: true,
      needsUpdate: true,
      asksAgain: false,
    });
  });

  it('asks again when a cancelled meeting takes place after all', () => {
    expect(change({ status: 'CONFIRMED' }, { ...facts, status: 'CANCELLED' })).toMatchObject({
      sequenceRises: true,
      asksAgain: true,
    });
  });

  it('never raises SEQUENCE without a mail, never asks again without raising it', () => {
    const text = fc.constantFrom('Köthen', 'Zerbst', ' köthen ', '');
    const any = fc.record({
      startsAt: fc.constantFrom(facts.startsAt, facts.endsAt),
      endsAt: fc.constantFrom(facts.endsAt, new Date('2025-01-17T15:00:00Z')),
      title: text,
      place: fc.option(text),
      room: fc.option(text),
      onlineLink: fc.option(fc.constantFrom('https://a.example', 'https://b.example')),
      description: text,
      status: fc.constantFrom('TENTATIVE' as const, 'CONFIRMED' as const, 'CANCELLED' as const),
    });
    fc.assert(
      fc.property(any, any, (before, after) => {
        const { sequenceRises, needsUpdate, asksAgain } = compareRevisions(before, after);
        return (!sequenceRises || needsUpdate) && (!asksAgain || sequenceRises);
      }),
      { seed: 5546, numRuns: 500 },
    );
  });
});
