import { ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { generalProblems, type ProblemView } from '@runder-tisch/domain/problem';
import { log } from '../log';
import { problemPage } from '../pages/problem-page';
import { problem, ProblemException } from './problem';

const codesByStatus: Record<number, keyof typeof generalProblems> = {
  400: 'malformed-request',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'wrong-content-type',
  429: 'too-many-requests',
};

/** What PostgreSQL refuses, in words. Constraints carry the invariants, so they must not end as 500. */
const codesBySqlState: Record<string, keyof typeof generalProblems> = {
  '23505': 'already-exists',
  '23503': 'unknown-reference',
  '23502': 'invalid-input',
  '23514': 'invalid-input',
  '23P01': 'already-exists',
  '22001': 'invalid-input',
  '22003': 'invalid-input',
  '22007': 'invalid-input',
  '22008': 'invalid-input',
  '22P02': 'not-found',
  '22021': 'invalid-input',
  '53100': 'storage-full',
  '53300': 'database-unavailable',
  '57P01': 'database-unavailable',
  '57P02': 'database-unavailable',
  '57P03': 'database-unavailable',
  '57P05': 'database-unavailable',
  ECONNREFUSED: 'database-unavailable',
  ENOENT: 'database-unavailable',
  ECONNRESET: 'database-unavailable',
  EPIPE: 'database-unavailable',
  ETIMEDOUT: 'database-unavailable',
  EHOSTUNREACH: 'database-unavailable',
  ENETUNREACH: 'database-unavailable',
  ENOTFOUND: 'database-unavailable',
  EAI_AGAIN: 'database-unavailable',
};

/** What the driver says without a code when no connection is to be had, or one was cut. */
const NO_CONNECTION =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed)/;
const CONNECTION_EXCEPTION = /^08/;
/** Seconds after which it is worth trying again. */
const retryAfter: Record<number, string> = { 429: '30', 503: '5' };
const FOREIGN_KEY = '23503';

/** Turns whatever was thrown into one refusal; inner detail stays in the log. */
export function asProblem(error: unknown, method = 'POST'): ProblemException {
  if (error instanceof ProblemException) return error;
  if (error instanceof HttpException)
    return problem(generalProblems, codesByStatus[error.getStatus()] ?? 'unexpected');
  const thrown = error as { code?: string; type?: string; status?: number; driverError?: { code?: string } };
  const sqlState = thrown.driverError?.code ?? thrown.code;
  // PostgreSQL has one code for both ends of a foreign key.
  if (sqlState === FOREIGN_KEY && method === 'DELETE') return problem(generalProblems, 'still-in-use');
  if (sqlState && CONNECTION_EXCEPTION.test(sqlState))
    return problem(generalProblems, 'database-unavailable');
  if (sqlState && codesBySqlState[sqlState]) return problem(generalProblems, codesBySqlState[sqlState]);
  if (thrown.type === 'entity.too.large') return problem(generalProblems, 'too-large');
  if (thrown.status && thrown.status < 500) {
    return problem(generalProblems, codesByStatus[thrown.status] ?? 'malformed-request');
  }
  const isCut = error instanceof Error && NO_CONNECTION.test(error.message);
  return problem(generalProblems, isCut ? 'database-unavailable' : 'unexpected');
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { requestId?: string }>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = asProblem(error, request.method);
    const requestId = request.requestId ?? '';
    if (refusal.status >= 500)
      log.error(
        { requestId, err: error, route: (request.route as { path?: string } | undefined)?.path ?? 'static' },
        'request failed',
      );
    if (response.headersSent) {
      response.end();
      return;
    }
    const wait = retryAfter[refusal.status];
    if (wait) response.setHeader('Retry-After', wait);
    response.status(refusal.status).setHeader('Cache-Control', 'no-store');
    if (!request.path.startsWith('/api/')) {
      response
        .type('text/html; charset=utf-8')
        .send(problemPage(refusal, requestId, response.locals['nonce'] as string));
      return;
    }
    const body: ProblemView = {
      type: 'about:blank',
      title: refusal.code,
      status: refusal.status,
      code: refusal.code,
      detail: refusal.says,
      requestId,
      errors: refusal.errors.map((entry) => ({ ...entry })),
    };
    response.type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
  }
}
