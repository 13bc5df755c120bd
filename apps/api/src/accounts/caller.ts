import { deviceOf } from '../access/device';
import type { ViewedRequest } from '../access/access';
import type { Caller } from './sign-in/sign-in';

export function callerOf(request: ViewedRequest): Caller {
  return {
    requestId: request.requestId,
    address: request.ip ?? '',
    device: deviceOf(request.headers['user-agent']),
  };
}
