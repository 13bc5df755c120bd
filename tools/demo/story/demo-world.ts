/** What the demo is given: a running API of its own, whose clock it moves through the year. */
export interface DemoWorld {
  url: string;
  /** Address of the database for its owner, for what no interface may do (marks, dates of the past). */
  ownerDatabaseUrl: string;
  app: { get<T>(token: (new (...args: never[]) => T) | symbol): T };
  clock: { now(): Date; set(instant: Date): void };
  /** The day the demo is made for: everything in it lies around this one. */
  today: Date;
  progress(line: string): void;
}
