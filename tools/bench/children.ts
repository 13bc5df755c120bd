import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ProductSql } from './ceiling/ceiling';
import { startCeiling } from './ceiling/ceiling';
import { startProduct } from './product';

type Order =
  | { served: 'product'; databaseUrl: string; background?: boolean }
  | { served: 'ceiling'; databaseUrl: string; sql: ProductSql };

interface Usage {
  /** Microseconds of CPU since its start. */
  cpu: number;
  /** Resident memory in bytes. */
  memory: number;
}

type Said = { port: number } | { usage: Usage } | { failed: string };

/** A server in a process of its own, so that its CPU and memory can be told apart from the load's. */
export interface ServerProcess {
  port: number;
  pid: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Runs in the child: serves until the parent is gone. */
export async function serve(): Promise<void> {
  const [order] = (await once(process, 'message')) as [Order];
  const say = (said: Said): void => void process.send?.(said);
  process.once('disconnect', () => process.exit(0));
  try {
    const server =
      order.served === 'product'
        ? await startProduct(order.databaseUrl, order.background)
        : await startCeiling(order.databaseUrl, order.sql);
    process.on('message', () => {
      const { user, system } = process.cpuUsage();
      say({ usage: { cpu: user + system, memory: process.memoryUsage.rss() } });
    });
    say({ port: server.port });
  } catch (error) {
    say({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

/** @param bundle address of the bundle that exports `serve` */
export async function startServer(bundle: string, order: Order): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', `(await import(${JSON.stringify(bundle)})).serve()`],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, NODE_ENV: 'production' } },
  );
  child.send(order);
  const started = await next(child);
  if (!('port' in started))
    throw new Error('failed' in started ? started.failed : 'The server did not start.');
  return {
    port: started.port,
    pid: child.pid ?? 0,
    usage: async () => {
      child.send('usage');
      const said = await next(child);
      if (!('usage' in said)) throw new Error('The server did not say what it used.');
      return said.usage;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function next(child: ChildProcess): Promise<Said> {
  const gone = once(child, 'exit').then(([code]) => ({ failed: `The server ended with ${String(code)}.` }));
  const said = once(child, 'message').then(([message]) => message as Said);
  return Promise.race([said, gone]);
}
