import { Injectable } from '@nestjs/common';

/** The one place that reads the time; tests and the demo year hold or move it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
