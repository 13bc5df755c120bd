import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedIn } from '../../test/signed-in';
import { type TestApp, testApp } from '../../test/test-app';
import { AuditChain } from '../audit/audit-chain';
import { Dispatcher } from '../outbox/dispatcher';
import { AuditAnchors } from './audit-anchors';

describe('The anchor of the audit', () => {
  let folder: string;
  let anchorFile: string;
  let app: TestApp;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rt-anchor-'));
    anchorFile = join(folder, 'data', 'audit-anchors.txt');
    app = await testApp({ now: '2027-03-01T09:00:00+01:00', anchorFile });
    await signedIn(app, 'admin');
    await signedIn(app, 'planner');
  });
  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const lines = (): string[] => readFileSync(anchorFile, 'utf8').trimEnd().split('\n');

  it('goes once a day into the file and to an administrator, and shows what was rewritten afterwards', async () => {
    const anchors = app.get(AuditAnchors);
    await anchors.ofToday();
    await anchors.ofToday();
    expect(lines()).toHaveLength(1);
    const [, position, hash] = /^2027-03-01T08:00:00.000Z (\d+):([0-9a-f]{64})$/.exec(lines()[0] ?? '') ?? [];
    expect(Number(position)).toBeGreaterThan(0);

    await app.get(Dispatcher).runOnce();
    const mails = app.smtp.mails;
    expect(mails).toHaveLength(1);
    expect(mails[0]?.raw.toString()).toContain(`${position}:${hash?.slice(0, 20)}`);

    await signedIn(app, 'reader');
    app.clock.set('2027-03-02T09:00:00+01:00');
    await anchors.ofToday();
    expect(lines()).toHaveLength(2);
    await expect(anchors.check()).resolves.toBeUndefined();

    await app.database
      .rows(`update audit_event set actor = 'jemand' where id = (select min(id) from audit_event);
      delete from audit_seal; update audit_seal_mark set settled_id = 0, reached_id = 0, pending_id = 0`);
    await app.get(AuditChain).newest();
    await expect(anchors.check()).rejects.toThrow('steht ein anderes Siegel als in einem früheren Anker');
  });

  it('is made again later where its file could not be written', async () => {
    writeFileSync(join(folder, 'data'), 'eine Datei, wo ein Ordner sein sollte');
    await expect(app.get(AuditAnchors).ofToday()).rejects.toThrow();
    rmSync(join(folder, 'data'));
    expect(existsSync(anchorFile)).toBe(false);
    await app.get(AuditAnchors).ofToday();
    expect(lines()).toHaveLength(1);
  });
});
