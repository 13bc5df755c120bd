import { pino } from 'pino';

/** JSON lines on standard output; never bodies, tokens or texts people wrote. */
export const log = pino({ level: process.env['LOG_LEVEL'] ?? 'info', base: null, redact: ['req.headers', 'token'] });
