import { PutMinutesEntry } from '@runder-tisch/domain/meetings/session/session-requests';
import { ProblemError } from '../../../http/problem-error';
import { type Change, type KeptAnswer, MinutesQueue } from './minutes-queue';
import { emptyDraft } from './shown-line';

const line = (id: string, text: string, referenceId: string | null = null): Change => ({
  kind: 'line',
  id,
  request: Object.assign(new PutMinutesEntry(), { text, referenceId }),
  line: {
    ...emptyDraft(),
    ...{ id, text, referenceId, agendaItemId: null, position: 1 },
    ...{ fixed: false, refusal: null },
  },
});
/** The words of a line that belongs to another area. */
const wordsOf = (id: string, text: string): Change => ({ kind: 'wish', id, request: { text } });
const words = (change: Change): string =>
  'request' in change && 'text' in change.request ? String(change.request.text) : change.kind;
const refusal = (status: number): ProblemError => new ProblemError(status, `code-${status}`, 'Geht nicht.');

/** A server that keeps versions as ours does and fails as told. */
function server() {
  const stored = new Map<string, { version: number; words: string }>();
  const calls: { words: string; version: number }[] = [];
  const failures: (ProblemError | 'lost')[] = [];
  const told = { kept: [] as string[], conflicts: [] as string[], refused: [] as string[] };
  const put = (change: Change, version: number): KeptAnswer => {
    const now = stored.get(change.id);
    const isRepeated = now?.version === version + 1 && now.words === words(change);
    if (now && now.version !== version && !isRepeated) throw refusal(412);
    const next = { version: isRepeated ? now.version : version + 1, words: words(change) };
    stored.set(change.id, next);
    return { id: change.id, version: next.version };
  };
  const queue = new MinutesQueue({
    send: async (change, version) => {
      calls.push({ words: words(change), version });
      const failure = failures.shift();
      if (failure === 'lost') {
        put(change, version);
        throw refusal(0);
      }
      if (failure) throw failure;
      return put(change, version);
    },
    kept: (change) => told.kept.push(words(change)),
    conflict: (own) => told.conflicts.push(words(own)),
    refused: (change) => told.refused.push(words(change)),
  });
  return { queue, stored, calls, failures, told };
}

describe('The queue of the minutes', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends in the order it was typed, each with the version the server named', async () => {
    const { queue, calls } = server();
    queue.add(line('a', 'eins'));
    queue.add(line('b', 'zwei'));
    await queue.settled();
    queue.add(line('a', 'eins, besser'));
    expect(await queue.settled()).toBe(true);
    expect(calls).toEqual([
      { words: 'eins', version: 0 },
      { words: 'zwei', version: 0 },
      { words: 'eins, besser', version: 1 },
    ]);
  });

  it('tries again after a pause, loses nothing and never lets a later line overtake', async () => {
    const { queue, calls, failures, told } = server();
    failures.push(refusal(0), refusal(503));
    queue.add(line('a', 'eins'));
    queue.add(line('b', 'zwei'));
    expect(await queue.settled()).toBe(false);
    expect(queue.unsent()).toBe(2);
    expect(queue.trouble()).toBe('unreachable');
    await jest.advanceTimersByTimeAsync(999);
    expect(calls).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(told.kept).toEqual(['eins', 'zwei']);
    expect(queue.unsent()).toBe(0);
    expect(queue.trouble()).toBeNull();
  });

  it('does not wait for the end of the pause once the network is back', async () => {
    const { queue, failures, told } = server();
    failures.push(refusal(0));
    queue.add(line('a', 'eins'));
    await queue.settled();
    expect(await queue.settled()).toBe(true);
    expect(told.kept).toEqual(['eins']);
  });

  it('repeats the very same words when an answer got lost, and sends newer ones after that', async () => {
    const { queue, calls, failures, told, stored } = server();
    failures.push('lost');
    queue.add(line('a', 'eins'));
    await queue.settled();
    queue.add(line('a', 'eins, besser'));
    expect(await queue.settled()).toBe(true);
    expect(calls.map((call) => call.words)).toEqual(['eins', 'eins', 'eins, besser']);
    expect(told.conflicts).toEqual([]);
    expect(stored.get('a')).toEqual({ version: 2, words: 'eins, besser' });
  });

  it('sends only the last word about a line that has not left yet', async () => {
    const { queue, calls, failures } = server();
    failures.push(refusal(0));
    queue.add(line('x', 'davor'));
    await queue.settled();
    queue.add(line('a', 'e'));
    queue.add(line('a', 'ei'));
    queue.add(line('a', 'eins'));
    await queue.settled();
    expect(calls.map((call) => call.words)).toEqual(['davor', 'davor', 'eins']);
  });

  it('hands over the own version of a line that changed elsewhere, with its latest words', async () => {
    const { queue, failures, told, stored } = server();
    stored.set('a', { version: 4, words: 'vom anderen Tablet' });
    failures.push(refusal(0));
    queue.knows('a', 3);
    queue.add(line('a', 'meine'));
    await queue.settled();
    queue.add(line('a', 'meine letzte'));
    expect(await queue.settled()).toBe(true);
    expect(told.conflicts).toEqual(['meine letzte']);
    expect(stored.get('a')?.words).toBe('vom anderen Tablet');
  });

  it('sends no line whose words were refused', async () => {
    const { queue, calls, failures, told } = server();
    failures.push(refusal(400));
    queue.add(wordsOf('h', 'zu lang'));
    queue.add(line('a', 'verweist', 'h'));
    queue.add(line('b', 'danach'));
    expect(await queue.settled()).toBe(true);
    expect(told.refused).toEqual(['zu lang']);
    expect(calls.map((call) => call.words)).toEqual(['zu lang', 'danach']);
  });

  it('keeps a line behind the words it now refers to', async () => {
    const { queue, calls, failures } = server();
    failures.push(refusal(0));
    queue.add(line('x', 'davor'));
    await queue.settled();
    queue.add(line('a', 'als Text'));
    queue.add(wordsOf('h', 'als Wunsch'));
    queue.add(line('a', '', 'h'));
    await queue.settled();
    expect(calls.map((call) => call.words).slice(2)).toEqual(['als Text', 'als Wunsch', '']);
  });

  it('takes a line that is gone already as removed', async () => {
    const { queue, failures, told } = server();
    failures.push(refusal(404));
    queue.add({ kind: 'line-removed', id: 'a' });
    expect(await queue.settled()).toBe(true);
    expect(told.refused).toEqual([]);
  });

  it('waits for a new session instead of losing what was typed', async () => {
    const { queue, failures } = server();
    failures.push(refusal(401));
    queue.add(line('a', 'eins'));
    expect(await queue.settled()).toBe(false);
    expect(queue.trouble()).toBe('signed-out');
    expect(await queue.settled()).toBe(true);
  });
});
