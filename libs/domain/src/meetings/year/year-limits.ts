/** Days one look at the calendar spans at most, and how many addresses of calendars an account has. */
export const yearLimits = { days: 400, feeds: 30, feedEvents: 2000 } as const;
