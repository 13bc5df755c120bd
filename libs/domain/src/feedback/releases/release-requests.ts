import { IsBoolean } from 'class-validator';

/** Lets an answer out; whoever wrote it has to say that nobody else has read it. */
export class ReleaseAnswer {
  @IsBoolean()
  alone = false;
}
