import { hinweisLines } from './feedback/session-line/hinweis-lines';
import { runningMeetingRoutes } from './meetings/running-meeting/session.routes';

/** The running meeting; an area that brings a kind of line into the minutes names it here. */
export const sessionRoutes = runningMeetingRoutes([hinweisLines]);
