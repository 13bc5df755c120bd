import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hashOf, sourcesHash } from './sources';

const FILE = 'tmp/guards.json';

/** A test met a guard: it was refused there. Without a name, it was the preparation of the file. */
export interface Meeting {
  guard: string;
  test?: string;
}

interface Kept {
  sources: string;
  specs: Record<string, { hash: string; met: Meeting[] }>;
  /** Spec by which a guard is defended. */
  defended: Record<string, string>;
  /** Specs that did not notice that a guard was gone, each with its hash. */
  unmoved: Record<string, Record<string, string>>;
}

/** What has been found out so far; it outlives the run, so that one broken off goes on where it ended. */
export class Findings {
  private readonly kept: Kept;
  private readonly hashes = new Map<string, string>();

  constructor() {
    const fresh: Kept = { sources: sourcesHash(), specs: {}, defended: {}, unmoved: {} };
    const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Kept) : fresh;
    this.kept = before.sources === fresh.sources ? before : fresh;
  }

  knows(spec: string): boolean {
    return this.kept.specs[spec]?.hash === this.hash(spec);
  }

  keepMeetings(spec: string, met: Meeting[]): void {
    this.kept.specs[spec] = { hash: this.hash(spec), met };
    this.save();
  }

  /** The tests of a spec that meet a guard; `null` in it is the preparation, which all of them need. */
  testsAt(spec: string, guard: string): (string | null)[] {
    const met = this.kept.specs[spec]?.met.filter((each) => each.guard === guard) ?? [];
    return met.map(({ test }) => test ?? null);
  }

  defender(guard: string): string | undefined {
    const spec = this.kept.defended[guard];
    return spec && this.knows(spec) ? spec : undefined;
  }

  isUnmoved(guard: string, spec: string): boolean {
    return this.kept.unmoved[guard]?.[spec] === this.hash(spec);
  }

  keep(guard: string, spec: string, defends: boolean): void {
    if (defends) this.kept.defended[guard] = spec;
    else (this.kept.unmoved[guard] ??= {})[spec] = this.hash(spec);
    this.save();
  }

  private hash(spec: string): string {
    const known = this.hashes.get(spec);
    if (known) return known;
    const hash = existsSync(spec) ? hashOf([spec]) : 'gone';
    this.hashes.set(spec, hash);
    return hash;
  }

  private save(): void {
    mkdirSync('tmp', { recursive: true });
    writeFileSync(FILE, JSON.stringify(this.kept));
  }
}
