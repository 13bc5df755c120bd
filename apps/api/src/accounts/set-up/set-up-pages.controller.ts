import { Body, Controller, Get, Post, Query, Req, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Response } from 'express';
import { SetUp } from '@runder-tisch/domain/accounts/set-up-requests';
import {
  defaultAccessibilityText,
  defaultImprint,
  defaultPrivacyText,
  settingsLimits,
} from '@runder-tisch/domain/settings';
import { Public, type ViewedRequest } from '../../access/access';
import { KnownDevices } from '../../access/known-devices';
import { SessionCookie } from '../../access/session-cookie';
import type { FormError } from '../../pages/forms';
import type { Html } from '../../pages/html';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { ProblemException } from '../../problem/problem';
import { RequestPipe } from '../../problem/request-pipe';
import { callerOf } from '../caller';
import { SetUpDoor } from './set-up-door';
import { setUpForm, type SetUpValues } from './set-up-page';
import { SetUpService } from './set-up.service';

const boxes = ['withPlanner', 'withCoordinator', 'withFields', 'withMunicipalities'] as const;
const BOX_NAMES: readonly string[] = boxes;

const proposals: SetUpValues = {
  imprint: defaultImprint,
  privacyText: defaultPrivacyText,
  accessibilityText: defaultAccessibilityText,
  ...Object.fromEntries(boxes.map((box) => [box, true])),
};

/** Larger than allowed, so that a picture that is too large comes back as an error at its field. */
const UPLOAD = {
  limits: {
    files: 1,
    fileSize: 8 * settingsLimits.logoBytes,
    fields: 40,
    fieldSize: 4 * settingsLimits.text,
    parts: 42,
  },
};

/** `npm start -- --empty`: one page behind the link in the terminal. */
@Controller('einrichten')
@Public()
export class SetUpPagesController {
  constructor(
    private readonly setUp: SetUpService,
    private readonly cookie: SessionCookie,
    private readonly devices: KnownDevices,
  ) {}

  @Get()
  @UseInterceptors(SetUpDoor)
  show(@Query('schluessel') token: string, @Req() request: ViewedRequest, @Res() response: Response): void {
    this.send(request, response, 200, setUpForm(token, proposals, []));
  }

  @Post()
  @UseInterceptors(SetUpDoor, FileInterceptor('logo', UPLOAD))
  async complete(
    @Query('schluessel') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @UploadedFile() logo: { buffer: Buffer } | undefined,
    @Req() request: ViewedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const values = valuesOf(body ?? {});
    try {
      const checked = (await new RequestPipe().transform(values, { type: 'body', metatype: SetUp })) as SetUp;
      const picture = logo && logo.buffer.length > 0 ? logo.buffer : null;
      const session = await this.setUp.complete(token, checked, picture, callerOf(request));
      this.cookie.set(response, session);
      await this.devices.remember(request, response, session.accountId);
      response.setHeader('Cache-Control', 'no-store').redirect(303, '/einstellungen');
    } catch (error) {
      if (!(error instanceof ProblemException) || error.status >= 500) throw error;
      this.send(
        request,
        response,
        error.status,
        setUpForm(token, { ...values, password: '' }, formErrors(error)),
        true,
      );
    }
  }

  private send(request: ViewedRequest, response: Response, status: number, main: Html, wrong = false): void {
    sendPage(request, response, renderPage({ title: 'Einrichten', main, wrong }), { status });
  }
}

/** Boxes that are not ticked are not sent at all; line breaks of forms are CRLF. */
function valuesOf(fields: Record<string, unknown>): SetUpValues {
  const texts = Object.entries(fields)
    .filter(([name, value]) => typeof value === 'string' && !BOX_NAMES.includes(name))
    .map(([name, value]) => [
      name,
      name === 'password' ? value : String(value).replaceAll('\r\n', '\n').trim(),
    ]);
  return Object.fromEntries([...texts, ...boxes.map((box) => [box, box in fields])]) as SetUpValues;
}

function formErrors(error: ProblemException): FormError[] {
  const logo = error.code === 'not-an-image' || error.code === 'image-too-large';
  if (logo) return [{ name: 'logo', text: error.says }];
  if (error.errors.length === 0) return [{ text: error.says }];
  return error.errors.map((entry) => ({ name: entry.path, text: entry.detail ?? error.says }));
}
