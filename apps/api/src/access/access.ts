import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Permission } from '@runder-tisch/domain/accounts';
import { problem } from '../problem/problem';
import type { Viewer } from './viewer';

export const ACCESS = 'rt:access';
export const PUBLIC = 'rt:public';

export type ViewedRequest = Request & { viewer: Viewer; requestId: string };

/** The permission a route asks for. A route with neither @Access nor @Public is closed. */
export const Access = (permission: Permission): MethodDecorator => SetMetadata(ACCESS, permission);

/** A route for everybody; what it may touch is decided by its token or its predicate. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  return context.switchToHttp().getRequest<ViewedRequest>().viewer;
});

/** The version of `If-Match: "v7"`; without it nothing that is edited alone may be saved. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  const version = /^"v(\d{1,9})"$/.exec(header ?? '')?.[1];
  if (version === undefined) throw problem(generalProblems, 'version-missing');
  return Number(version);
});
