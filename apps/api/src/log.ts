import { pino } from 'pino';

interface LoggedError {
  type: string;
  message: string;
  stack: string;
  code?: string;
  constraint?: string;
  cause?: LoggedError;
}

/** Errors of the database carry the values of their statement: names, addresses, whole mails. None of it is logged. */
export function withoutValues(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown), stack: '' };
  const { code, constraint } = thrown as { code?: unknown; constraint?: unknown };
  return {
    type: thrown.constructor.name,
    message: thrown.message,
    stack: thrown.stack ?? '',
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(thrown.cause !== undefined && depth < 3 ? { cause: withoutValues(thrown.cause, depth + 1) } : {}),
  };
}

/** JSON lines on standard output; never bodies, tokens or texts people wrote. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: null,
  redact: ['req.headers', 'token'],
  serializers: { err: (thrown: unknown) => withoutValues(thrown) },
});
