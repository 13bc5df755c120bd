import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import {
  measureLimits,
  type MeasureState,
  reportedStatuses,
  reportedStatusLabels,
} from '@runder-tisch/domain/measures';
import { ReportProgress } from '@runder-tisch/domain/measures/measures-requests';
import { greeting, type NameParts } from '@runder-tisch/domain/text';
import { formatDate } from '@runder-tisch/domain/time';
import { CurrentViewer, Public } from '../../access/access';
import { type MailLink, MailLinks } from '../../access/mail-links';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { linkViewer, type Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { personNameOf } from '../../database/person-name';
import {
  banner,
  button,
  buttons,
  choices,
  errorAt,
  errorSummary,
  field,
  form,
  type FormError,
  justSaid,
  savedAt,
  wasSaved,
} from '../../pages/forms';
import { html, type Html, withLineBreaks } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { PageIdentitySource } from '../../pages/page-identity-source';
import { sendPage } from '../../pages/send-page';
import { ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { PROGRESS_LINK } from '../measures.service';
import { ProgressService } from './progress.service';

const PRESSES_PER_LINK: Limit = { name: 'measure-progress-link', hits: 30, minutes: 60 };

interface LinkedMeasure {
  id: string;
  number: string;
  title: string;
  target: string;
  dueOn: string | null;
  state: MeasureState;
  lead: string | null;
  person: string | null;
  addressed: NameParts | null;
  wantedUntil: string | null;
  last: { standing: ReportProgress['standing']; words: string; reportedOn: string; by: string } | null;
}

type Typed = Record<'standing' | 'words' | 'expectedEnd', string>;

/** How a measure goes, said without an account: mail gateways open the link, so only the button acts. */
@Controller('sachstand')
@Public()
export class ProgressPageController {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly progress: ProgressService,
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
    const measure = await this.measureOf(await this.links.find(token, PROGRESS_LINK));
    if (!measure) return this.sendUnknown(request, response);
    const saved = wasSaved(request.query);
    await this.send(request, response, pageOf(measure, token, saved), titleOf(measure), { saved });
  }

  @Post(':token')
  async act(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.links.find(token, PROGRESS_LINK);
    const measure = await this.measureOf(link);
    if (!link || !measure) return this.sendUnknown(request, response);
    await this.limits.demand(PRESSES_PER_LINK, token);
    const typed: Typed = {
      standing: textOf(body?.['standing']),
      words: textOf(body?.['words']),
      expectedEnd: textOf(body?.['expectedEnd']),
    };
    try {
      const report = (await new RequestPipe().transform(
        { ...typed, expectedEnd: typed.expectedEnd || null },
        { type: 'body', metatype: ReportProgress },
      )) as ReportProgress;
      const by = measure.person ?? measure.lead ?? 'Link aus der Mail';
      await this.progress.reportByLink(linkViewer(viewer.requestId, link.personId, by), measure.id, report);
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      const errors = error.errors.length
        ? error.errors.map(({ path, detail }) => ({ name: path, text: detail ?? error.says }))
        : [{ text: error.says }];
      return this.send(request, response, pageOf(measure, token, false, typed, errors), titleOf(measure), {
        status: error.status,
        wrong: true,
      });
    }
    response.redirect(303, savedAt(`/sachstand/${token}`));
  }

  private async measureOf(link: MailLink | undefined): Promise<LinkedMeasure | undefined> {
    if (link?.state !== 'VALID' || link.objectKind !== 'measure') return undefined;
    return this.database.one<LinkedMeasure>(sql`
      select it.id, it.number, it.title, it.target, it.due_on::text as "dueOn", it.state, lead.name as lead, ${personNameOf('person')} as person,
             case when person.id is not null then json_build_object('salutation', person.salutation, 'title', person.title,
               'givenName', person.given_name, 'familyName', person.family_name) end as addressed,
             (select request.due_on::text from measure_progress_request request where request.measure_id = it.id) as "wantedUntil",
             (select json_build_object('standing', report.standing, 'words', report.words, 'reportedOn', report.reported_on, 'by', report.reported_by)
              from measure_progress report where report.measure_id = it.id order by report.reported_at desc limit 1) as last
      from measure it left join organisation lead on lead.id = it.lead_organisation_id left join person on person.id = ${link.personId}::uuid
      where it.id = ${link.objectId}`);
  }

  private async send(
    request: Request,
    response: Response,
    main: Html,
    title: string,
    { status = 200, saved = false, wrong = false } = {},
  ): Promise<void> {
    const identity = await this.identities.pageIdentity();
    sendPage(request, response, renderPage({ title, main, identity, saved, wrong }), {
      status,
      keep: 'nothing',
    });
  }

  private sendUnknown(request: Request, response: Response): Promise<void> {
    const main = html`<h1>Dieser Link gilt nicht mehr</h1>
      <p>
        Vielleicht ist er abgelaufen oder unvollständig kopiert, oder jemand anderes ist jetzt zuständig.
        Antworten Sie einfach auf die Mail, in der er stand.
      </p>`;
    return this.send(request, response, main, 'Dieser Link gilt nicht mehr', { status: 404 });
  }
}

const titleOf = ({ title }: LinkedMeasure): string => `Sachstand: ${title}`;

function pageOf(
  measure: LinkedMeasure,
  token: string,
  saved: boolean,
  typed: Typed = { standing: '', words: '', expectedEnd: '' },
  errors: readonly FormError[] = [],
): Html {
  const going = ['APPROVED', 'IN_PROGRESS', 'ON_HOLD'].includes(measure.state);
  return html`${errorSummary(errors)}
    ${saved && justSaid(banner('positive', 'Vielen Dank, Ihr Sachstand ist angekommen.', 'Sie können ihn hier jederzeit erneuern, solange der Link gilt.'))}
    ${measure.addressed && html`<p>${greeting(measure.addressed)}</p>`}
    <h1>Wie steht es? ${measure.title}</h1>
    <dl class="facts">
      ${fact('Nummer', measure.number)} ${fact('Federführung', measure.lead)} ${fact('Ziel', measure.target)}
      ${fact('Umgesetzt sein soll sie bis', measure.dueOn && formatDate(measure.dueOn))}
      ${fact('Antwort gewünscht bis', measure.wantedUntil && formatDate(measure.wantedUntil))}
    </dl>
    ${
      measure.last &&
      html`<h2>Letzter Sachstand</h2>
        <p>
          ${formatDate(measure.last.reportedOn)}, ${measure.last.by}:
          ${reportedStatusLabels[measure.last.standing]}
        </p>
        ${measure.last.words && html`<p>${withLineBreaks(measure.last.words)}</p>`}`
    }
    ${
      going
        ? html`<h2>Neuer Sachstand</h2>
            ${form(
              { action: `/sachstand/${token}` },
              html`${choices({
                name: 'standing',
                legend: 'Wie geht es voran?',
                error: errorAt(errors, 'standing'),
                choices: reportedStatuses.map((value) => ({
                  value,
                  label: reportedStatusLabels[value],
                  chosen: typed.standing === value,
                })),
              })}
              ${field({
                name: 'words',
                label: 'Was ist seit dem letzten Mal geschehen, was fehlt?',
                hint: 'Ein, zwei Sätze genügen. Bitte keine Namen von Betroffenen.',
                rows: 4,
                optional: true,
                maxLength: measureLimits.words,
                value: typed.words,
                error: errorAt(errors, 'words'),
              })}
              ${field({
                name: 'expectedEnd',
                label: 'Wann wird sie voraussichtlich umgesetzt sein?',
                hint: 'Nur wenn es ein anderer Tag ist als oben.',
                type: 'date',
                optional: true,
                short: true,
                value: typed.expectedEnd,
                error: errorAt(errors, 'expectedEnd'),
              })}
              ${buttons(button({ label: 'Sachstand senden' }))}`,
            )}`
        : banner('neutral', 'Zu dieser Maßnahme wird kein Sachstand mehr gebraucht.', 'Vielen Dank!')
    }`;
}

function fact(label: string, value: string | null): Html | null {
  if (!value) return null;
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
