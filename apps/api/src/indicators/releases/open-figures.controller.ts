import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { generalProblems } from '@runder-tisch/domain/problem';
import { Public } from '../../access/access';
import { APP_OPTIONS, type AppOptions } from '../../app-options';
import { problem } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { dcatCatalogue, licenceOf } from './dcat';
import { releaseCsv } from './release-csv';
import { ReleasedFigures } from './released-figures';

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.csv$/;

/** Open data: what is released, for other programs and for everybody. */
@Controller('api')
@Public()
export class OpenFiguresController {
  constructor(
    private readonly figures: ReleasedFigures,
    private readonly settings: Settings,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  @Get('dcat')
  async catalogue(@Req() request: Request, @Res() response: Response): Promise<void> {
    const [releases, { countyName, senderAddress }, countyCode] = await Promise.all([
      this.figures.all(),
      this.settings.current(),
      this.figures.county(),
    ]);
    const url = this.options.publicUrl.replace(/\/$/, '');
    const told = dcatCatalogue({ url, county: countyName, countyCode, mail: senderAddress, releases });
    send(request, response, 'application/ld+json; charset=utf-8', Buffer.from(JSON.stringify(told)));
  }

  @Get('releases/:file')
  async file(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const id = FILE.exec(file)?.[1];
    if (!id) throw problem(generalProblems, 'not-found');
    const release = await this.figures.find(id);
    const table = releaseCsv(release, licenceOf(release).name, await this.figures.cells(id));
    response.set(
      'Content-Disposition',
      `attachment; filename="${release.code}-Freigabe-${release.number}.csv"`,
    );
    send(request, response, 'text/csv; charset=utf-8', await buffer(table.getStream()));
  }
}

/** Programs of others ask again and again: unchanged is 304. Taken back is gone at once. */
function send(request: Request, response: Response, type: string, bytes: Buffer): void {
  response.type(type).set({
    ETag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    'Cache-Control': 'no-cache',
  });
  if (request.fresh) response.status(304).end();
  else response.send(bytes);
}
