import { quorumInWords, quorumOf, quorumOn, tooManyVotes, type VotingSeat, votersPresent } from './quorum';

const seat = (id: string, facts: Partial<VotingSeat> = {}): VotingSeat => ({
  id,
  personId: `person-${id}`,
  voting: true,
  deputyOfId: null,
  ...facts,
});
const body = [
  seat('a'),
  seat('b'),
  seat('c'),
  seat('d'),
  seat('vacant', { personId: null }),
  seat('adviser', { voting: false }),
  seat('deputy', { deputyOfId: 'a' }),
  seat('second', { deputyOfId: 'a' }),
  seat('silent', { deputyOfId: 'b', voting: false }),
];
const there = (...ids: string[]) => new Set(ids.map((id) => `person-${id}`));

describe('The quorum of a committee', () => {
  it('is more than half of the voting seats somebody holds', () => {
    expect(quorumOf(body, there('a', 'b'), null)).toEqual({ seats: 4, present: 2, required: 3, met: false });
    expect(quorumOf(body, there('a', 'b', 'c'), null)).toMatchObject({ present: 3, met: true });
  });

  it('counts a seat once, for its holder or a deputy with a vote', () => {
    expect(votersPresent(body, there('a', 'deputy', 'second'))).toBe(1);
    expect(votersPresent(body, there('deputy', 'second'))).toBe(1);
    expect(votersPresent(body, there('silent', 'adviser'))).toBe(0);
  });

  it('counts a vacant seat as soon as somebody deputises for it', () => {
    const filled = [...body, seat('steps-in', { deputyOfId: 'vacant' })];
    expect(quorumOf(filled, there('steps-in'), null)).toMatchObject({ seats: 5, present: 1 });
  });

  it('can be a number of the body’s own', () => {
    expect(quorumOf(body, there('a', 'b'), 2).met).toBe(true);
    expect(quorumOf(body, there('a', 'b', 'c'), 4).met).toBe(false);
  });

  it('is said in one sentence', () => {
    expect(quorumInWords({ seats: 9, present: 5, required: 5, met: true })).toBe(
      '5 von 9 Stimmberechtigten anwesend: beschlussfähig',
    );
    expect(quorumInWords({ seats: 9, present: 4, required: 5, met: false })).toContain(
      'nicht beschlussfähig',
    );
  });
});

describe('The quorum in a running session', () => {
  const voters = {
    seats: body,
    ownQuorum: null,
    exclusions: [{ agendaItemId: 'top', personIds: ['person-a'] }],
  };

  it('leaves out of an item whom § 33 excludes, unless a deputy is there', () => {
    expect(quorumOn(voters, there('a', 'b', 'c'), null)).toMatchObject({ present: 3, met: true });
    expect(quorumOn(voters, there('a', 'b', 'c'), 'top')).toMatchObject({ present: 2, met: false });
    expect(quorumOn(voters, there('a', 'b', 'c'), 'other')).toMatchObject({ present: 3 });
    expect(quorumOn(voters, there('a', 'b', 'c', 'deputy'), 'top')).toMatchObject({ present: 3, met: true });
  });

  it('is nobody’s to count where nobody has a vote', () => {
    expect(
      quorumOn({ ...voters, seats: [seat('adviser', { voting: false })] }, there('adviser'), null),
    ).toBeNull();
  });
});

describe('Votes on an item', () => {
  it('are at most those present without those excluded', () => {
    const votes = { yes: 3, no: 1, abstain: 1 };
    expect(tooManyVotes(votes, { present: 5, excluded: 0 })).toBeNull();
    expect(tooManyVotes(votes, { present: 5, excluded: 1 })).toBe(
      'Eingetragen sind 5 Stimmen, anwesend sind 5 Stimmberechtigte, davon 1 nach § 33 ausgeschlossen.',
    );
  });
});
