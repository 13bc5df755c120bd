import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetLastTest, keepLastTest, lastTest, treeNow } from './last-test';
import { type Done, closing, line } from './report';
import { nothing } from './result';

const FLAKY = '● stories/first-meeting.e2e.ts › plant ein Treffen (stories/first-meeting.e2e.ts:8)\nTimeout';

describe('closing lines of npm test', () => {
  it('end with what passed and what failed', () => {
    expect(last(closing([done({ passed: 3 }), done({ passed: 1, failed: 2 })]))).toBe('4 passed, 2 failed');
  });

  it('name each test that held only when it was run once more, and why it failed before', () => {
    const lines = closing([done({ lane: 'browser', passed: 5, flaky: [FLAKY] })]);

    expect(lines).toContain('\nTimeout\n');
    expect(lines).toContain(
      '\nflaky: stories/first-meeting.e2e.ts › plant ein Treffen (stories/first-meeting.e2e.ts:8)\n',
    );
    expect(last(lines)).toBe('5 passed, 0 failed (1 flaky)');
  });

  it('show the ten slowest files with their lane, the slowest first', () => {
    const api = Array.from({ length: 9 }, (_, index) => ({ name: `api-${index}.spec.ts`, seconds: index }));
    const browser = [
      { name: 'walk.e2e.ts', seconds: 80 },
      { name: 'quick.e2e.ts', seconds: 0.1 },
    ];
    const ranked = closing([done({ lane: 'api', files: api }), done({ lane: 'browser', files: browser })])
      .split('\n')
      .filter((each) => each.includes(' s  '));

    expect(ranked).toHaveLength(10);
    expect(ranked[0]).toBe('    80.0 s  browser  walk.e2e.ts');
    expect(ranked[1]).toBe('     8.0 s  api      api-8.spec.ts');
    expect(ranked[9]).toContain('quick.e2e.ts');
  });

  it('tell of a flaky test at its piece of work, which still counts as held', () => {
    const told = line('browser', { ...nothing, passed: 5, flaky: [FLAKY] }, 61.4);

    expect(told).toMatch(/^✓ browser .*5 bestanden, 1 flaky .*61 s$/);
  });
});

describe('what the last whole run leaves behind', () => {
  it('counts each lane and the whole', () => {
    const run = lastTest(
      [
        done({ lane: 'lint', passed: 1, seconds: 20 }),
        done({ lane: 'lint', failed: 1, seconds: 5 }),
        done({ lane: 'browser', passed: 7, flaky: [FLAKY], seconds: 90 }),
      ],
      95.6,
      { commit: 'abc', clean: true },
      { commit: 'abc', clean: true },
    );

    expect(run).toEqual({
      commit: 'abc',
      clean: true,
      passed: 8,
      failed: 1,
      flaky: 1,
      seconds: 96,
      lanes: {
        lint: { passed: 1, failed: 1, flaky: 0, seconds: 25 },
        browser: { passed: 7, failed: 0, flaky: 1, seconds: 90 },
      },
    });
  });

  it.each([
    ['changed before', { commit: 'abc', clean: false }, { commit: 'abc', clean: true }],
    ['changed meanwhile', { commit: 'abc', clean: true }, { commit: 'abc', clean: false }],
    ['committed meanwhile', { commit: 'abc', clean: true }, { commit: 'def', clean: true }],
  ])('does not stand for a commit whose tree was %s', (_, before, after) => {
    expect(lastTest([], 1, before, after).clean).toBe(false);
  });

  describe('in a folder of its own', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rt-tree-'))));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('tells a clean tree from a changed one by its Git', () => {
      expect(treeNow(folder)).toEqual({ commit: null, clean: false });
      git('init', '--quiet');
      git(
        ...['-c', 'user.name=Test', '-c', 'user.email=test@example.org'],
        ...['commit', '--allow-empty', '-qm', 'Begin'],
      );
      expect(treeNow(folder)).toEqual({ commit: expect.stringMatching(/^[0-9a-f]{40}$/), clean: true });
      writeFileSync(join(folder, 'new.txt'), 'new');
      expect(treeNow(folder).clean).toBe(false);
    });

    it('is kept as a file and forgotten when the next run begins', () => {
      const file = join(folder, 'tmp/last-test.json');
      const run = lastTest([], 1, { commit: null, clean: false }, { commit: null, clean: false });
      keepLastTest(run, file);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(run);
      forgetLastTest(file);
      expect(() => readFileSync(file)).toThrow('ENOENT');
    });

    function git(...args: string[]): void {
      expect(spawnSync('git', ['-C', folder, ...args]).status).toBe(0);
    }
  });
});

function done(of: Partial<Done>): Done {
  return { ...nothing, lane: 'api', seconds: 1, ...of };
}

function last(text: string): string | undefined {
  return text.split('\n').at(-1);
}
