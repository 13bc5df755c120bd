/** How this process runs; made from the environment by `main.ts`, by `npm start` and by tests. */
export interface AppOptions {
  databaseUrl: string;
  /** Address people and mails use; decides https, cookies and links. */
  publicUrl: string;
  /** Without it no mail leaves the house. */
  smtpUrl: string | null;
  /** The inbox answers come to; without it they are dragged onto the page of the meeting. */
  imapUrl: string | null;
  /** The database is our own in .data/: demo, sign-in links in the terminal, mailbox page. */
  embedded: boolean;
  /** Folder of the built web application; null: the API alone. */
  webRoot: string | null;
  /** False in tests that drive outbox and jobs by hand. */
  background: boolean;
  /** Who does the heavy work: a process beside this one, this one because it is that process, or this one for lack of it. */
  worker: 'beside' | 'this' | 'none';
  trustedProxies: string | null;
  /** Where the anchors of the audit are written to, outside of the database; null: nowhere. */
  anchorFile: string | null;
}

export const APP_OPTIONS = Symbol('AppOptions');
