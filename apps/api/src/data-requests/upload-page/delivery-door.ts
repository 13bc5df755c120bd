import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { dataRequestLimits, dataRequestProblems } from '@runder-tisch/domain/data-requests';
import type { ViewedRequest } from '../../access/access';
import { MailLinks } from '../../access/mail-links';
import { type Limit, RateLimit } from '../../access/rate-limit';
import { problem } from '../../problem/problem';
import { DELIVERY_LINK } from '../data-request-mails';

const PRESSES_PER_LINK: Limit = { name: 'data-delivery-link', hits: 30, minutes: 60 };
/** What the form carries beside its file. */
export const BESIDE = 64 * 1024;

/** Before a single byte of a file is read: whoever has no valid link, or comes too often, goes no further. */
@Injectable()
export class DeliveryDoor implements NestInterceptor {
  constructor(
    private readonly links: MailLinks,
    private readonly limits: RateLimit,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ViewedRequest>();
    const token = String(request.params['token']);
    const link = await this.links.find(token, DELIVERY_LINK);
    // The page of such a link says so, and reads no form for it.
    if (link?.state === 'VALID') {
      await this.limits.demand(PRESSES_PER_LINK, token);
      if (Number(request.headers['content-length'] ?? 0) > dataRequestLimits.fileBytes + BESIDE)
        throw problem(dataRequestProblems, 'delivery-too-large');
    } else request.headers['content-type'] = '';
    return next.handle();
  }
}
