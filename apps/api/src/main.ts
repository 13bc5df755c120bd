import { createApp } from './create-app';
import { readEnvironment } from './environment';
import { migrate } from './database/migrate';

const environment = readEnvironment(process.env);
await migrate(environment.ownerDatabaseUrl, environment.appRole);
const app = await createApp(environment.app);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void app.close().then(() => process.exit(0)));
}
