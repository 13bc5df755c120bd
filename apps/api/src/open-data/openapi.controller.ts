import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../access/access';
import { OpenApi, readAnswerSchemas } from './openapi';

@Controller('api')
@Public()
export class OpenApiController {
  private document: string | null = null;

  constructor(private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  show(@Res() response: Response): void {
    this.document ??= JSON.stringify(this.openApi.document(readAnswerSchemas(answerSchemasPath())));
    response.type('application/json; charset=utf-8').send(this.document);
  }
}

/** Beside the bundle; tests name another place. */
export function answerSchemasPath(): string | URL {
  return process.env['RT_ANSWER_SCHEMAS'] ?? new URL('answer-schemas.json', bundleFolder());
}

/** Parts of the bundle lie one folder deeper than `main.mjs`. */
function bundleFolder(): URL {
  const here = new URL('.', import.meta.url);
  return here.pathname.endsWith('/parts/') ? new URL('..', here) : here;
}
