import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { greeting, type NameParts } from '@runder-tisch/domain/text';
import { SaveOwnReach } from '@runder-tisch/domain/actors/contact/contact-requests';
import { CurrentViewer, Public } from '../../access/access';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { linkViewer, type Viewer } from '../../access/viewer';
import {
  banner,
  button,
  buttons,
  errorSummary,
  field,
  form,
  type FormError,
  justSaid,
  savedAt,
  wasSaved,
} from '../../pages/forms';
import { html, type Html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import { inSimpleWords } from '../../pages/simple-language';
import { ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { CONTACT_LINK, OwnContact } from './own-contact';

const PRESSES_PER_LINK: Limit = { name: 'own-contact-link', hits: 30, minutes: 60 };

interface Attempt {
  mail: string;
  phone: string;
  errors: readonly FormError[];
}

type Person = NameParts & { id: string; name: string; mail: string; phone: string };

/** One's own number and address, without an account: mail gateways open the link, so only the button changes something. */
@Controller('meine-angaben')
@Public()
export class OwnContactPageController {
  constructor(
    private readonly links: MailLinks,
    private readonly own: OwnContact,
    private readonly identities: PageIdentitySource,
    private readonly limits: RateLimit,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const person = await this.personOf(await this.links.find(token, CONTACT_LINK));
    if (!person) return this.sendUnknown(request, response);
    await this.send(request, response, contactPage(person, token, null, wasSaved(request.query)));
  }

  @Post(':token')
  async save(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.links.find(token, CONTACT_LINK);
    const person = await this.personOf(link);
    if (!link || !person) return this.sendUnknown(request, response);
    await this.limits.demand(PRESSES_PER_LINK, token);
    const typed = { mail: wordOf(body?.['mail']), phone: wordOf(body?.['phone']) };
    try {
      const wanted = (await new RequestPipe().transform(typed, {
        type: 'body',
        metatype: SaveOwnReach,
      })) as SaveOwnReach;
      await this.own.save(linkViewer(viewer.requestId, person.id, person.name), person.id, wanted);
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      const errors =
        error.errors.length > 0
          ? error.errors.map((it) => ({ name: it.path, text: it.detail ?? error.says }))
          : [{ text: error.says }];
      return this.send(
        request,
        response,
        contactPage(person, token, { ...typed, errors }, false),
        error.status,
      );
    }
    response.redirect(303, savedAt(`/meine-angaben/${token}`));
  }

  private async personOf(link: MailLink | undefined): Promise<Person | undefined> {
    if (link?.state !== 'VALID' || link.objectKind !== 'person' || !link.personId) return undefined;
    return this.own.find(link.personId);
  }

  private async send(request: Request, response: Response, main: Html, status = 200): Promise<void> {
    const identity = await this.identities.pageIdentity();
    const title = status === 404 ? 'Dieser Link gilt nicht mehr' : 'Meine Angaben';
    const alternates = [inSimpleWords('angaben', request.path)];
    const saved = wasSaved(request.query);
    sendPage(request, response, renderPage({ title, main, identity, saved, alternates }), {
      status,
      keep: 'nothing',
    });
  }

  private sendUnknown(request: Request, response: Response): Promise<void> {
    const main = html`<h1>Dieser Link gilt nicht mehr</h1>
      <p>
        Vielleicht ist er abgelaufen oder unvollständig kopiert. Antworten Sie einfach auf die Mail, in der er
        stand.
      </p>`;
    return this.send(request, response, main, 404);
  }
}

function contactPage(person: Person, token: string, attempt: Attempt | null, saved: boolean): Html {
  const errors = attempt?.errors ?? [];
  const errorOf = (name: string): string | null => errors.find((it) => it.name === name)?.text ?? null;
  return html`${saved ? justSaid(banner('positive', 'Vielen Dank, Ihre Angaben sind gespeichert.', 'Sie gelten ab sofort.')) : null}
    ${errorSummary(errors)}
    <p>${greeting(person)}</p>
    <h1>Meine Angaben</h1>
    <p>
      So erreichen wir Sie. Was Sie hier ändern, gilt sofort; die Koordination sieht, dass Sie etwas geändert
      haben.
    </p>
    ${form(
      { action: `/meine-angaben/${token}` },
      html`${field({
        name: 'mail',
        label: 'Mailadresse',
        hint: 'Hierhin gehen Einladungen und Protokolle.',
        type: 'email',
        autocomplete: 'email',
        maxLength: 254,
        value: attempt?.mail ?? person.mail,
        error: errorOf('mail'),
      })}
      ${field({
        name: 'phone',
        label: 'Telefon',
        hint: 'Am besten die dienstliche Nummer.',
        type: 'tel',
        autocomplete: 'tel',
        optional: true,
        maxLength: 40,
        value: attempt?.phone ?? person.phone,
        error: errorOf('phone'),
      })}
      ${buttons(button({ label: 'Speichern' }))}`,
    )}
    <p>
      Sie sind nicht mehr zuständig? Antworten Sie bitte auf die Mail und nennen Sie uns, wer Ihnen nachfolgt.
    </p>`;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
