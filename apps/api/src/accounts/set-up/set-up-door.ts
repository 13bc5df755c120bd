import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, of } from 'rxjs';
import type { ViewedRequest } from '../../access/access';
import { renderPage } from '../../pages/page';
import { sendPage } from '../../pages/send-page';
import { Settings } from '../../settings/settings';
import { setUpClosed, setUpDone } from './set-up-page';
import { SetUpService } from './set-up.service';

/** Before a single byte of the form is read: whoever has no valid key, or comes after the set-up, goes no further. */
@Injectable()
export class SetUpDoor implements NestInterceptor {
  constructor(
    private readonly setUp: SetUpService,
    private readonly settings: Settings,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const key = request.query['schluessel'];
    if (typeof key === 'string' && (await this.setUp.mayBegin(key))) return next.handle();
    const { setUp } = await this.settings.current();
    const page = renderPage({ title: 'Einrichten', main: setUp ? setUpDone() : setUpClosed() });
    sendPage(request, context.switchToHttp().getResponse<Response>(), page, { status: setUp ? 404 : 403 });
    return of(undefined);
  }
}
