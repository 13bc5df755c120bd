/** What is compared of the meetings of a network. */
export interface PastMeeting {
  title: string;
  agenda: readonly { title: string }[];
}

/** How a network meets when nothing special is on. */
export interface UsualMeeting<Past extends PastMeeting> {
  /** Null where no two meetings agree on one. */
  title: string | null;
  /** The newest that had nothing special: its text and agenda fit again. */
  like: Past | null;
}

/** "Netzwerktreffen: Jahresrückblick" is a Netzwerktreffen with a theme of its own. */
const THEME = /(?::\s|\s[–—-]\s).*$/;

/**
 * What of the last meetings of a network fits the next one as well: the title most of them share, without the theme
 * of a single one. Of one meeting alone the title counts; two that share nothing tell nothing.
 *
 * @param past the newest first
 */
export function usualMeeting<Past extends PastMeeting>(past: readonly Past[]): UsualMeeting<Past> {
  const byTitle = Map.groupBy(past, (it) => plain(it.title).toLocaleLowerCase('de'));
  const [most] = [...byTitle.values()].sort((one, other) => other.length - one.length);
  if (!most || (most.length === 1 && past.length > 1)) return { title: null, like: null };
  // A theme that comes again and again is none.
  const recurring = most.find(({ title }) => most.filter((it) => it.title === title).length > 1);
  const title = recurring?.title ?? plain(most[0]?.title ?? '');
  return { title, like: most.find((it) => it.title === title) ?? null };
}

/** The points that came up in more than one meeting, as the newest has them. */
export function recurringPoints<Point extends { title: string }>(
  past: readonly { agenda: readonly Point[] }[],
): Point[] {
  const [newest, ...others] = past;
  return (newest?.agenda ?? []).filter(({ title }) =>
    others.some(({ agenda }) => agenda.some((it) => it.title === title)),
  );
}

function plain(title: string): string {
  return title.replace(THEME, '').trim();
}
