import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import sql from 'sql-template-tag';
import { taskLimits, type TaskState } from '@runder-tisch/domain/tasks';
import { greeting, type NameParts } from '@runder-tisch/domain/text';
import { berlinDay, formatDate, relativeDay } from '@runder-tisch/domain/time';
import { CurrentViewer, Public } from '../access/access';
import { type MailLink, MailLinks } from '../access/mail-links';
import { type Limit, RateLimit } from '../access/rate-limit';
import { linkViewer, type Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { banner, button, buttons, field, form, justSaid, savedAt, wasSaved } from '../pages/forms';
import { html, type Html, withLineBreaks } from '../pages/html';
import { renderPage } from '../pages/page';
import { PageIdentitySource } from '../pages/page-identity-source';
import { sendPage } from '../pages/send-page';
import { inSimpleWords } from '../pages/simple-language';
import { TASK_LINK, Tasks } from './tasks';
import { personNameOf } from '../database/person-name';

const PRESSES_PER_LINK: Limit = { name: 'task-link', hits: 30, minutes: 60 };

interface LinkedTask {
  id: string;
  title: string;
  detail: string;
  dueOn: string | null;
  state: TaskState;
  doneAt: Date | null;
  doneBy: string;
  doneNote: string;
  network: string | null;
  person: string | null;
  addressed: NameParts | null;
}

/** Ticking a task off without an account: mail gateways open the link, so only the button acts. */
@Controller('aufgabe')
@Public()
export class TaskPageController {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly tasks: Tasks,
    private readonly identities: PageIdentitySource,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  async show(
    @Param('token') token: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const task = await this.taskOf(await this.links.find(token, TASK_LINK));
    if (!task) return this.sendUnknown(request, response);
    await this.send(
      request,
      response,
      taskPage(task, token, berlinDay(this.clock.now()), wasSaved(request.query)),
      `Aufgabe: ${task.title}`,
      { saved: wasSaved(request.query) },
    );
  }

  @Post(':token')
  async act(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.links.find(token, TASK_LINK);
    const task = await this.taskOf(link);
    if (!link || !task) return this.sendUnknown(request, response);
    await this.limits.demand(PRESSES_PER_LINK, token);
    const move = body?.['schritt'] === 'offen' ? 'reopen' : 'done';
    await this.tasks.moveByLink(
      linkViewer(viewer.requestId, link.personId, task.person ?? 'Link aus der Mail'),
      task.id,
      move,
      sentence(body?.['was']),
    );
    response.redirect(303, savedAt(`/aufgabe/${token}`));
  }

  private async taskOf(link: MailLink | undefined): Promise<LinkedTask | undefined> {
    if (link?.state !== 'VALID' || link.objectKind !== 'task') return undefined;
    return this.database.one<LinkedTask>(sql`
      select it.id, it.title, it.detail, it.due_on::text as "dueOn", it.state, it.done_at as "doneAt", it.done_by as "doneBy", it.done_note as "doneNote",
             network.name as network,
             ${personNameOf('person')} as person,
             case when person.id is not null then json_build_object('salutation', person.salutation, 'title', person.title,
               'givenName', person.given_name, 'familyName', person.family_name) end as addressed
      from task it left join network on network.id = it.network_id left join person on person.id = ${link.personId}::uuid
      where it.id = ${link.objectId}`);
  }

  private async send(
    request: Request,
    response: Response,
    main: Html,
    title: string,
    { status = 200, saved = false } = {},
  ): Promise<void> {
    const identity = await this.identities.pageIdentity();
    const alternates = [inSimpleWords('aufgabe', request.path)];
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
    return this.send(request, response, main, 'Dieser Link gilt nicht mehr', { status: 404 });
  }
}

/** One sentence, as long as the column takes it: a page without a script refuses nobody for a word too much. */
function sentence(said: unknown): string {
  return typeof said === 'string' ? [...said.trim()].slice(0, taskLimits.note).join('') : '';
}

function taskPage(task: LinkedTask, token: string, today: string, saved: boolean): Html {
  const action = `/aufgabe/${token}`;
  const said = stateBanner(task, saved);
  return html`${saved && said ? justSaid(said) : said}
    ${task.addressed && html`<p>${greeting(task.addressed)}</p>`}
    <h1>${task.title}</h1>
    ${task.detail ? html`<p>${withLineBreaks(task.detail)}</p>` : null}
    <dl class="facts">
      ${
        task.dueOn
          ? html`<div>
              <dt>Erledigen bis</dt>
              <dd>${formatDate(task.dueOn)} (${relativeDay(task.dueOn, today)})</dd>
            </div>`
          : null
      }
      ${
        task.network
          ? html`<div>
              <dt>Netzwerk</dt>
              <dd>${task.network}</dd>
            </div>`
          : null
      }
    </dl>
    ${
      task.state === 'OPEN'
        ? form(
            { action },
            html`${field({
              name: 'was',
              label: 'Was ist daraus geworden?',
              optional: true,
              rows: 2,
              maxLength: taskLimits.note,
            })}
            ${buttons(button({ label: 'Ist erledigt', name: 'schritt', value: 'erledigt' }))}`,
          )
        : task.state === 'DONE'
          ? form(
              { action },
              buttons(button({ label: 'Doch noch offen', name: 'schritt', value: 'offen', tone: 'quiet' })),
            )
          : null
    }`;
}

function stateBanner(task: LinkedTask, saved: boolean): Html | null {
  if (task.state === 'DONE') {
    return banner(
      'positive',
      'Vielen Dank, die Aufgabe ist erledigt.',
      [
        task.doneAt ? `Abgehakt am ${formatDate(task.doneAt)} von ${task.doneBy}.` : '',
        task.doneNote ? `„${task.doneNote}“` : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
  }
  if (task.state === 'DROPPED')
    return banner('neutral', 'Diese Aufgabe ist entfallen.', 'Sie müssen nichts mehr tun.');
  if (saved) return banner('neutral', 'Die Aufgabe ist wieder offen.');
  return null;
}
