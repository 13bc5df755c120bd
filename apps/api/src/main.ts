import { createApp, SetUpLink } from './create-app';
import { readEnvironment } from './environment';
import { migrate } from './database/migrate';

/** Whoever ends us uses force after ten seconds. */
const LONGEST_END_MS = 9_000;

const environment = readEnvironment(process.env);
await migrate(environment.ownerDatabaseUrl, environment.appRole);
const app = await createApp(environment.app);
// Not through the log, which is shipped elsewhere: whoever holds this link sets the installation up.
const setUp = await app.get(SetUpLink).create();
if (setUp) process.stdout.write(`Einrichten (dieser Link gilt einmal, 24 Stunden lang): ${setUp}\n`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // A database that does not answer must not keep us: what is under way has a lease and is done by another.
    setTimeout(() => process.exit(0), LONGEST_END_MS).unref();
    void app.close().finally(() => process.exit(0));
  });
}
