import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { DIGEST_KEY, digestTopicLabels, WHOLE_DIGEST } from '@runder-tisch/domain/messages';
import { CurrentViewer, Public } from '../../access/access';
import { MailLinks } from '../../access/mail-links';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { linkViewer, type Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import {
  banner,
  button,
  buttons,
  choices,
  form,
  hiddenField,
  justSaid,
  savedAt,
  wasSaved,
} from '../../pages/forms';
import { html, type Html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import type { IssueTopic } from './digest.entity';
import { DIGEST_LINK, DigestService } from './digest.service';

const PRESSES_PER_LINK: Limit = { name: 'digest-link', hits: 30, minutes: 60 };

interface Reader {
  personId: string | null;
  mail: string;
  topics: IssueTopic[];
  muted: string[];
}

/** Behind the links of a weekly mail, without an account: what of it its reader wants no more. */
@Controller('wochenmail')
@Public()
export class DigestPagesController {
  constructor(
    private readonly database: Database,
    private readonly digest: DigestService,
    private readonly links: MailLinks,
    private readonly identities: PageIdentitySource,
    private readonly limits: RateLimit,
  ) {}

  /** GET only shows: mail gateways open every link they see. */
  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Query('thema') topic: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reader(token);
    if (!reader) return this.sendUnknown(request, response);
    const saved = wasSaved(request.query);
    const main = page(reader, token, { saved, topic: typeof topic === 'string' ? topic : '' });
    await this.send(request, response, main, 'Ihre Wochenmail', saved);
  }

  /**
   * One group (`thema`), the choice of the form, or one click in a mail program (RFC 8058), which sends nothing we need
   * and ends the whole mail.
   */
  @Post(':token')
  async change(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const reader = await this.reader(token);
    if (!reader) return this.sendUnknown(request, response);
    await this.limits.demand(PRESSES_PER_LINK, token);
    const byForm = body?.['auswahl'] === 'ja';
    const one = typeof body?.['stumm'] === 'string' ? body['stumm'] : '';
    const wanted = new Set([body?.['thema'] ?? []].flat());
    const known = [WHOLE_DIGEST, ...reader.topics.map(({ key }) => key), ...reader.muted];
    const quiet = byForm ? known.filter((key) => !wanted.has(key)) : [one || WHOLE_DIGEST];
    await this.database.write(
      linkViewer(viewer.requestId, reader.personId, 'Link aus der Wochenmail'),
      'digest.mute',
      async (tx) => {
        if (byForm)
          await this.digest.unmute(
            tx,
            reader.mail,
            known.filter((key) => wanted.has(key)),
          );
        await this.digest.mute(
          tx,
          reader.mail,
          quiet.filter((key) => known.includes(key)),
        );
      },
    );
    if (byForm || one) response.redirect(303, savedAt(`/wochenmail/${token}`));
    // A mail program follows no redirect (RFC 8058 3.1).
    else response.status(200).type('text/plain; charset=utf-8').send('Abbestellt.');
  }

  private async reader(token: string): Promise<Reader | undefined> {
    const link = await this.links.find(token, DIGEST_LINK);
    if (link?.state !== 'VALID' || link.objectKind !== 'digest-issue') return undefined;
    const found = await this.database.one<Omit<Reader, 'personId'>>(sql`
      select it.mail, it.topics, array(select mute.topic from digest_mute mute where mute.mail = it.mail order by mute.topic) as muted
      from digest_issue it where it.id = ${link.objectId}`);
    return found && { ...found, personId: link.personId };
  }

  private async send(
    request: Request,
    response: Response,
    main: Html,
    title: string,
    saved = false,
    status = 200,
  ): Promise<void> {
    const identity = await this.identities.pageIdentity();
    sendPage(request, response, renderPage({ title, main, identity, saved }), { status, keep: 'nothing' });
  }

  private sendUnknown(request: Request, response: Response): Promise<void> {
    const main = html`<h1>Dieser Link gilt nicht mehr</h1>
      <p>
        Vielleicht ist er unvollständig kopiert. Antworten Sie einfach auf die Mail, in der er stand: Sie wird
        von einem Menschen gelesen.
      </p>`;
    return this.send(request, response, main, 'Dieser Link gilt nicht mehr', false, 404);
  }
}

function page(reader: Reader, token: string, { saved, topic }: { saved: boolean; topic: string }): Html {
  const action = `/wochenmail/${token}`;
  const all = reader.muted.includes(WHOLE_DIGEST);
  const asked = reader.topics.find(({ key }) => key === topic && !reader.muted.includes(key));
  const said = all
    ? banner('positive', 'Sie bekommen keine Wochenmail mehr.', 'Sie können das hier jederzeit ändern.')
    : banner('positive', 'Gespeichert.', 'In der Wochenmail steht nur noch, was unten ausgewählt ist.');
  return html`${saved && justSaid(said)}
    <h1>Ihre Wochenmail</h1>
    <p>Das gilt für die Adresse <strong>${reader.mail}</strong>.</p>
    ${
      asked &&
      form(
        { action },
        html`${hiddenField('stumm', asked.key)}
        ${buttons(button({ label: `„${nameOf(asked)}“ stumm schalten` }))}`,
      )
    }
    ${form(
      { action },
      html`${hiddenField('auswahl', 'ja')} ${hiddenField('thema', WHOLE_DIGEST)}
      ${choices({
        name: 'thema',
        legend: 'Das soll in meiner Wochenmail stehen',
        several: true,
        optional: true,
        choices: topicsOf(reader).map((it) => ({
          value: it.key,
          label: nameOf(it),
          chosen: !all && !reader.muted.includes(it.key),
        })),
      })}
      ${buttons(button({ label: 'Auswahl speichern' }))}`,
    )}
    ${
      !all &&
      form(
        { action },
        html`${hiddenField('stumm', WHOLE_DIGEST)}
        ${buttons(button({ label: 'Wochenmail ganz abbestellen', tone: 'negative' }))}`,
      )
    }
    <h2>Das bekommen Sie weiterhin sofort</h2>
    <ul>
      <li>Einladungen zu Terminen, Änderungen und Absagen</li>
      <li>Fristen und Erinnerungen</li>
      <li>Antworten auf Ihre Hinweise</li>
    </ul>`;
}

/** Those of this mail; what was muted in an earlier one is named by its kind alone, for this link knows no more. */
function topicsOf({ topics, muted }: Reader): IssueTopic[] {
  const known = new Set(topics.map(({ key }) => key));
  const earlier = muted.filter((key) => key !== WHOLE_DIGEST && DIGEST_KEY.test(key) && !known.has(key));
  return [
    ...topics,
    ...earlier.map((key) => {
      const label = digestTopicLabels[key.split(':')[0] as keyof typeof digestTopicLabels];
      return { key, label, title: 'schon früher stumm geschaltet' };
    }),
  ];
}

function nameOf({ key, label, title }: IssueTopic): string {
  return key === 'OWN' ? 'Was bei Ihnen ansteht' : `${label}: ${title}`;
}
