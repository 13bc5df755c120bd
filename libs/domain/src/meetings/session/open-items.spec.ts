import { plainText } from '../../documents';
import { openItemSays } from './open-items';
import { hasClosedPart, protocolDocument, type ProtocolFacts } from './protocol';

const task = { kind: 'TASK', title: 'Räume anfragen', who: 'Frau Berg', visibility: 'INTERNAL' } as const;
const facts: ProtocolFacts = {
  ...{ title: 'Runde', type: 'NETWORK', networkName: null, place: 'Rathaus', approvedBy: '' },
  ...{ startsAt: null, endsAt: null, startedAt: null, endedAt: null, approvedAt: null },
  ...{ agenda: [], lines: [], people: [] },
};
const text = (protocol: ProtocolFacts, part: 'WHOLE' | 'PUBLIC' = 'WHOLE'): string =>
  protocolDocument(protocol, part)
    .blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.map(plainText) : block.kind === 'heading' ? [block.text] : [],
    )
    .join('\n');

describe('What is open from last time', () => {
  it('says what it was and what the meeting said of it', () => {
    const says = (said: object): string =>
      openItemSays({ ...task, dueOn: '2026-11-20', mark: 'OPEN', movedTo: null, ...said });
    expect(says({})).toBe(' (Frau Berg, bis 20. November 2026): weiter offen');
    expect(says({ mark: 'DONE', who: '', dueOn: null })).toBe(': erledigt');
    expect(says({ mark: 'MOVED', movedTo: '2026-12-04' })).toContain('verschoben auf 4. Dezember 2026');
    expect(says({ kind: 'AGREEMENT', mark: 'DONE', dueOn: null })).toBe(' (Vereinbarung): umgesetzt');
  });

  it('stands at the beginning of the protocol, and not where nothing was open or it is for the office alone', () => {
    const open = { ...task, dueOn: null, mark: 'DONE', movedTo: null } as const;
    expect(text(facts)).not.toContain('Offen vom letzten Mal');
    expect(text({ ...facts, openItems: [{ ...open, visibility: 'HIDDEN' }] })).not.toContain(
      'Offen vom letzten Mal',
    );
    expect(text({ ...facts, openItems: [open] })).toContain(
      'Offen vom letzten Mal\nRäume anfragen (Frau Berg): erledigt',
    );
  });

  it('is kept from the public part of a committee', () => {
    const open = { ...task, dueOn: null, mark: 'OPEN', movedTo: null } as const;
    const session: ProtocolFacts = { ...facts, type: 'COMMITTEE', openItems: [open] };
    expect(hasClosedPart(session)).toBe(true);
    expect(text(session, 'PUBLIC')).not.toContain('Räume anfragen');
    const told: ProtocolFacts = { ...session, openItems: [{ ...open, visibility: 'PUBLIC' }] };
    expect(hasClosedPart(told)).toBe(false);
    expect(text(told, 'PUBLIC')).toContain('Räume anfragen');
    expect(text(session)).toContain('Räume anfragen');
  });
});
