import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/** A view that carries a version answers with it as ETag, ready for the next If-Match. */
@Injectable()
export class VersionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((view: unknown) => {
        const version = (view as { version?: unknown } | null | undefined)?.version;
        const response = context.switchToHttp().getResponse<Response>();
        if (typeof version === 'number' && !response.headersSent) response.setHeader('ETag', `"v${version}"`);
        return view;
      }),
    );
  }
}
