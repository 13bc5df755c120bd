import { createHash, randomUUID } from 'node:crypto';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import Fastify, { type FastifyRequest } from 'fastify';
import pg from 'pg';
import { mayWith, type Permission } from '@runder-tisch/domain/accounts';
import { OrganisationQuery } from '@runder-tisch/domain/actors/actors-requests';
import { FeedbackQuery } from '@runder-tisch/domain/feedback/feedback-requests';
import { AnswerInvitation } from '@runder-tisch/domain/meetings/invitations/answer-requests';
import { SearchQuery } from '@runder-tisch/domain/search/search-requests';
import { saveAnswer, type Viewer } from './ceiling-answer';
import { type HeardReads, readAs } from './ceiling-reads';
import { cursorPage, meetingPage, type MeetingRow, type OrganisationRow } from './ceiling-views';
import { prepared, type Recorded } from '../recorded';
import type { TraceKind } from '../fill/fill';
import { type Asked, replacements } from '../scenarios';

/** The product's own statements, with what was asked when they were heard. */
export interface ProductSql {
  session: Recorded;
  /** Whose session was heard. */
  sessionHash: string;
  list: { statement: Recorded; asked: Asked };
  meeting: { statement: Recorded; asked: Asked };
  rights: { statement: Recorded; asked: Asked };
  reads: HeardReads;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const refused = (statusCode: number): Error => Object.assign(new Error('refused'), { statusCode });

/**
 * What is possible: the product's SQL through Fastify and `pg`, with the same session and the same checks
 * of what comes in, and nothing else. Answers must be the product's, which is asserted before any timing.
 */
export async function startCeiling(
  databaseUrl: string,
  sql: ProductSql,
): Promise<{ port: number; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  const app = Fastify({ logger: false, bodyLimit: 512 * 1024 });

  const viewerFor = async (request: FastifyRequest, permission: Permission): Promise<Viewer> => {
    const token = /(?:^|;\s*)rt_session=([^;]{20,100})/.exec(request.headers.cookie ?? '')?.[1];
    if (!token) throw refused(401);
    const hash = createHash('sha256').update(token).digest('hex');
    const { rows } = await pool.query<Viewer>(prepared(sql.session, new Map([[sql.sessionHash, hash]])));
    const viewer = rows[0];
    if (!viewer) throw refused(401);
    if (request.method !== 'GET' && request.headers['x-rt-request'] !== '1') throw refused(403);
    if (!mayWith(viewer.roles, permission)) throw refused(403);
    return viewer;
  };

  app.get('/api/organisations', async (request) => {
    await viewerFor(request, 'organisation:read');
    const query = await checked(OrganisationQuery, request.query as object, true);
    const asked: Asked = {
      ...(query.type ? { type: query.type } : {}),
      ...(query.fieldId ? { fieldId: query.fieldId } : {}),
    };
    const { rows } = await pool.query<OrganisationRow>(
      prepared(sql.list.statement, replacements(sql.list.asked, asked)),
    );
    return cursorPage(rows, query.limit ?? 25);
  });

  app.get<{ Params: { id: string } }>('/api/meetings/:id', async (request) => {
    await viewerFor(request, 'meeting:read');
    const meetingId = uuid(request.params.id);
    const { rows } = await pool.query<MeetingRow>(
      prepared(sql.meeting.statement, replacements(sql.meeting.asked, { meetingId })),
    );
    if (!rows[0]) throw refused(404);
    return meetingPage(rows[0], new Date());
  });

  app.post<{ Params: { id: string } }>('/api/invitations/:id/answer', async (request, reply) => {
    const viewer = await viewerFor(request, 'meeting:read');
    const invitationId = uuid(request.params.id);
    const answer = await checked(AnswerInvitation, request.body as object, false);
    const rights = prepared(sql.rights.statement, replacements(sql.rights.asked, { invitationId }));
    const done = await saveAnswer(pool, { viewer, requestId: randomUUID(), invitationId, answer, rights });
    return reply.code(done ? 204 : 409).send();
  });

  const ask = async (query: pg.QueryConfig): Promise<object[]> => (await pool.query<object>(query)).rows;

  app.get('/api/feedback', async (request) => {
    await viewerFor(request, 'feedback:read');
    const { fieldId } = await checked(FeedbackQuery, request.query as object, true);
    return readAs('inbox', sql.reads.inbox, fieldId ? { fieldId } : {}, ask);
  });

  app.get<{ Params: { kind: TraceKind; id: string } }>('/api/trace/:kind/:id', async (request) => {
    await viewerFor(request, 'search:use');
    const { kind, id } = request.params;
    return readAs('trace', sql.reads.trace, { kind, objectId: uuid(id) }, ask);
  });

  app.get('/api/search', async (request) => {
    await viewerFor(request, 'search:use');
    const { q } = await checked(SearchQuery, request.query as object, true);
    return readAs('search', sql.reads.search, { words: q }, ask);
  });

  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address() as { port: number };
  return {
    port: address.port,
    close: async () => {
      await app.close();
      await pool.end();
    },
  };
}

async function checked<T extends object>(
  RequestClass: new () => T,
  given: object,
  isQuery: boolean,
): Promise<T> {
  const request = plainToInstance(RequestClass, given, {
    enableImplicitConversion: isQuery,
    exposeDefaultValues: true,
  });
  const errors = await validate(request, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (errors.length) throw refused(400);
  return request;
}

function uuid(text: string): string {
  if (!UUID.test(text)) throw refused(400);
  return text;
}
