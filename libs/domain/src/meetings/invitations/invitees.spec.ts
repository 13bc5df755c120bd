import { distinctInvitees, type InviteeCandidate } from './invitees';

const candidate = (over: Partial<InviteeCandidate>): InviteeCandidate => ({
  personId: null,
  organisationId: null,
  onBehalfOfId: null,
  onBehalfOf: '',
  mail: '',
  name: '',
  origin: 'Auswahl',
  ...over,
});

describe('the list of invitees', () => {
  it('holds each address once, however it is spelled, and keeps the person', () => {
    const result = distinctInvitees(
      [
        candidate({ mail: ' Info@Ahornhaus.Test ', name: 'info' }),
        candidate({ mail: 'info@ahornhaus.test', name: 'Ahornhaus', organisationId: 'o1' }),
        candidate({
          mail: 'INFO@ahornhaus.test',
          name: 'Anna Berg',
          personId: 'p1',
          onBehalfOfId: 'o1',
          onBehalfOf: 'Ahornhaus',
        }),
      ],
      [],
    );
    expect(result.invitees).toEqual([
      expect.objectContaining({ name: 'Anna Berg', personId: 'p1', mail: 'info@ahornhaus.test' }),
    ]);
    expect(result.doubles).toEqual(['info@ahornhaus.test']);
  });

  it('holds a person once who sits in two networks, with the organisation they speak for', () => {
    const result = distinctInvitees(
      [
        candidate({ personId: 'p1', mail: 'a@b.test', name: 'A' }),
        candidate({
          personId: 'p1',
          mail: 'a@b.test',
          name: 'A',
          onBehalfOfId: 'o1',
          onBehalfOf: 'Ahornhaus',
        }),
      ],
      [],
    );
    expect(result.invitees).toEqual([expect.objectContaining({ onBehalfOf: 'Ahornhaus' })]);
  });

  it('lists who cannot be reached, with the reason', () => {
    const result = distinctInvitees(
      [
        candidate({ personId: 'p1', name: 'Ohne Adresse' }),
        candidate({ onBehalfOfId: 'o1', onBehalfOf: 'Ahornhaus', name: 'Ahornhaus' }),
        candidate({ mail: 'kein at', name: 'Tippfehler' }),
        candidate({ organisationId: 'o2', onBehalfOfId: 'o2', name: 'Birkenhof' }),
      ],
      [],
    );
    expect(result.invitees).toEqual([]);
    expect(result.missing.map((it) => [it.name, it.why])).toEqual([
      ['Ahornhaus', 'vacancy'],
      ['Birkenhof', 'no-address'],
      ['Ohne Adresse', 'no-address'],
      ['Tippfehler', 'bad-address'],
    ]);
  });

  it('marks who stands in the list already', () => {
    const result = distinctInvitees([candidate({ mail: 'a@b.test', name: 'A' })], ['A@B.test']);
    expect(result.invitees[0]?.already).toBe(true);
  });
});
