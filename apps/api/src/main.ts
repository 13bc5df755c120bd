import { createApp, SetUpLink } from './create-app';
import { readEnvironment } from './environment';
import { migrate } from './database/migrate';

const environment = readEnvironment(process.env);
await migrate(environment.ownerDatabaseUrl, environment.appRole);
const app = await createApp(environment.app);
// Not through the log, which is shipped elsewhere: whoever holds this link sets the installation up.
const setUp = await app.get(SetUpLink).create();
if (setUp) process.stdout.write(`Einrichten (dieser Link gilt einmal, 24 Stunden lang): ${setUp}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void app.close().then(() => process.exit(0)));
}
