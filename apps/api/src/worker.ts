/*
 * The process beside the API that does what needs memory or time: it checks, writes and takes back lists and draws
 * the PDFs that are filed. All it does is claimed by a lease in the database, so any number of them may run, and what
 * a killed one had begun is done by another. It ends with whoever started it.
 */
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { AppModule } from './app.module';
import { readEnvironment } from './environment';

// Ctrl+C reaches all processes of a terminal; whoever started this one says when it ends, also
// while it is still getting ready.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
// Heard from the beginning: whoever started it may be killed before it is ready, or was while it was loaded.
process.once('disconnect', () => process.exit());
if (process.connected === false) process.exit();

const { app: environment } = readEnvironment(process.env);
const app = await NestFactory.createApplicationContext(
  AppModule.with({
    databaseUrl: environment.databaseUrl,
    publicUrl: environment.publicUrl ?? 'http://localhost',
    smtpUrl: null,
    imapUrl: environment.imapUrl ?? null,
    embedded: environment.embedded,
    webRoot: null,
    background: true,
    worker: 'this',
    trustedProxies: null,
    anchorFile: null,
  }),
  { logger: false, abortOnError: false },
);
const stop = (): void => void app.close().then(() => process.exit(0));
process.once('SIGTERM', stop);
