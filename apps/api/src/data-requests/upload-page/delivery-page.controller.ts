import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  Post,
  Req,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { dataRequestLimits } from '@runder-tisch/domain/data-requests';
import { DeliverByLink, RefuseByLink } from '@runder-tisch/domain/data-requests/data-requests-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { CurrentViewer, Public } from '../../access/access';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { linkViewer, type Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { csv } from '../../files/csv';
import { Files } from '../../files/files';
import type { FormError } from '../../pages/forms';
import { savedAt, wasSaved } from '../../pages/forms';
import { html, type Html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import { problem, ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { DELIVERY_LINK } from '../data-request-mails';
import { attachedFile } from '../../files/attached-file';
import { DeliveriesService } from '../deliveries/deliveries.service';
import { FILE_FIELD } from '../deliveries/read-delivery';
import { BESIDE, DeliveryDoor } from './delivery-door';
import { deliveryPage, nothingTyped, type Typed } from './delivery-page';
import { type RequestedDelivery, requestedDelivery } from './requested-delivery';

/** The door has looked at the length; where none was said, reading stops a little behind what is allowed. */
const UPLOAD = {
  defParamCharset: 'utf8',
  limits: {
    files: 1,
    fileSize: dataRequestLimits.fileBytes + BESIDE,
    fields: 10,
    fieldSize: 8000,
    parts: 12,
  },
};

/** What was asked for is delivered without an account: mail gateways open the link, so only buttons act. */
@Controller('datenlieferung')
@Public()
export class DeliveryPageController {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly deliveries: DeliveriesService,
    private readonly files: Files,
    private readonly identities: PageIdentitySource,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const requested = await this.requested(token);
    if (!requested) return this.sendUnknown(token, request, response);
    const saved = wasSaved(request.query);
    await this.send(request, response, requested, deliveryPage(requested, token, { saved }), { saved });
  }

  /** `tun` says which of the forms of the page was sent. */
  @Post(':token')
  @UseInterceptors(DeliveryDoor, FileInterceptor(FILE_FIELD, UPLOAD))
  async act(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @UploadedFile() file: { buffer: Buffer; originalname: string } | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const requested = await this.requested(token);
    if (!requested) return this.sendUnknown(token, request, response);
    const typed = Object.fromEntries(
      Object.keys(nothingTyped).map((name) => [name, textOf(body?.[name])]),
    ) as Typed;
    try {
      await this.done(viewer.requestId, requested.id, textOf(body?.['tun']), typed, file);
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      const errors: FormError[] = error.errors.length
        ? error.errors.map(({ path, detail }) => ({ name: path, text: detail ?? error.says }))
        : [{ text: error.says }];
      const page = deliveryPage(requested, token, { typed, errors });
      return this.send(request, response, requested, page, { status: error.status, wrong: true });
    }
    response.redirect(303, savedAt(`/datenlieferung/${token}`));
  }

  @Get(':token/vorlage.csv')
  @Header('Content-Disposition', 'attachment; filename="Vorlage.csv"')
  async template(@Param('token') token: string): Promise<StreamableFile> {
    const requested = await this.requested(token);
    if (!requested) throw problem(generalProblems, 'not-found');
    return csv(
      requested.columns.map(({ name }) => name),
      [],
    );
  }

  /** What the same people delivered the last time. */
  @Get(':token/letzte-datei')
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @Header('Cache-Control', 'no-store')
  async last(@Param('token') token: string): Promise<StreamableFile> {
    const before = (await this.requested(token))?.before;
    if (!before?.fileId) throw problem(generalProblems, 'not-found');
    return attachedFile(before.fileName, this.files.stream(before.fileId));
  }

  private async done(
    requestId: string,
    id: string,
    what: string,
    typed: Typed,
    file: { buffer: Buffer; originalname: string } | undefined,
  ): Promise<void> {
    const pipe = new RequestPipe();
    if (what === 'erhalten') {
      await this.deliveries.acknowledge(linkViewer(requestId, null, 'Link aus der Mail'), id);
    } else if (what === 'absagen') {
      const { refusedBy, reason } = (await pipe.transform(
        { refusedBy: typed.refusedBy, reason: typed.reason },
        { type: 'body', metatype: RefuseByLink },
      )) as RefuseByLink;
      await this.deliveries.refuse(linkViewer(requestId, null, refusedBy), id, reason);
    } else {
      const said = (await pipe.transform(
        { byName: typed.byName, remark: typed.remark },
        { type: 'body', metatype: DeliverByLink },
      )) as DeliverByLink;
      const delivered = { name: file?.originalname ?? '', bytes: file?.buffer ?? Buffer.alloc(0) };
      await this.deliveries.deliver(linkViewer(requestId, null, said.byName), id, delivered, said);
    }
  }

  private async requested(token: string): Promise<RequestedDelivery | undefined> {
    const link: MailLink | undefined = await this.links.find(token, DELIVERY_LINK);
    if (link?.state !== 'VALID' || link.objectKind !== 'data-request' || !link.objectId) return undefined;
    return this.database.one<RequestedDelivery>(requestedDelivery(link.objectId));
  }

  private async send(
    request: Request,
    response: Response,
    { what }: RequestedDelivery,
    main: Html,
    { status = 200, saved = false, wrong = false } = {},
  ): Promise<void> {
    const identity = await this.identities.pageIdentity();
    const title = `Daten liefern: ${what}`;
    // Its own origin may run scripts by the policy; a nonce would only grow old with the page.
    const scripts = ['/pages/check-delivery.js'];
    sendPage(request, response, renderPage({ title, main, identity, saved, wrong, scripts }), { status });
  }

  /** A link that nobody has, or by which nothing is to be delivered any more: the page says which. */
  private async sendUnknown(token: string, request: Request, response: Response): Promise<void> {
    const identity = await this.identities.pageIdentity();
    const link = await this.links.find(token, DELIVERY_LINK);
    const { title, says } = whyNot(link?.state);
    const main = html`<h1>${title}</h1>
      <p>${says}</p>`;
    sendPage(request, response, renderPage({ title, main, identity }), { status: 404 });
  }
}

function whyNot(state: MailLink['state'] | undefined): { title: string; says: string } {
  if (state === undefined)
    return {
      title: 'Dieser Link gilt nicht',
      says: 'Vielleicht ist er unvollständig kopiert, oder die Anforderung ist zurückgezogen: Antworten Sie einfach auf die Mail, in der er stand.',
    };
  if (state === 'EXPIRED')
    return {
      title: 'Dieser Link ist abgelaufen',
      says: 'Ein Link gilt bis 180 Tage nach dem Tag, bis zu dem geliefert werden sollte: Antworten Sie einfach auf die Mail, in der er stand.',
    };
  return {
    title: 'Diese Anforderung ist zurückgezogen',
    says: 'Sie brauchen unter diesem Link nichts mehr zu liefern, und was Sie senden, wird nicht angenommen.',
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
}
