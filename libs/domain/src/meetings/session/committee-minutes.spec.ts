import { missingInCommitteeMinutes } from './committee-minutes';

const complete = {
  place: 'Kreistagssaal',
  onlineLink: '',
  agendaItems: 2,
  quorum: '5 von 9 Stimmberechtigten anwesend: beschlussfähig',
  lines: [
    { kind: 'TEXT', votes: null },
    { kind: 'VOTE', votes: { yes: 7, no: 0, abstain: 1 } },
  ],
} as const;

describe('Minutes of a committee', () => {
  it('are complete with place, agenda and counted votes', () => {
    expect(missingInCommitteeMinutes(complete)).toEqual([]);
    expect(missingInCommitteeMinutes({ ...complete, place: ' ', onlineLink: 'https://raum.test' })).toEqual(
      [],
    );
  });

  it('name everything that is missing', () => {
    const bare = {
      place: '',
      onlineLink: ' ',
      agendaItems: 0,
      quorum: ' ',
      lines: [{ kind: 'VOTE', votes: null }],
    } as const;
    expect(missingInCommitteeMinutes(bare)).toEqual(['place', 'agenda', 'votes', 'quorum']);
  });
});
