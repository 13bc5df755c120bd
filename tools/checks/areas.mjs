// Which rooms the house has and who may call whom; the lint rule and the drawing of all imports read it.
import { posix } from 'node:path';

/** Areas from left to right: each calls only what stands left of it. */
export const areas = [
  'settings',
  'territory',
  'fields-of-action',
  'actors',
  'accounts',
  'committees',
  'networks',
  'social-services',
  'indicators',
  'data-requests',
  'formats',
  'meetings',
  'feedback',
  'findings',
  'measures',
  'papers',
  'decisions',
  'cycles',
  'structure',
  'inbox',
];

/** Start pages and the state of a Handlungsfeld are made of all areas, so they stand right of the last one and nobody calls them. */
export const madeOfAll = ['overview', 'provider', 'reading', 'public-start', 'briefing'];

const ROOM = /^(?<house>apps\/api\/src|apps\/web\/src\/app|libs\/domain\/src)\/(?<room>[^/]+)\//;
const DOMAIN = '@runder-tisch/domain/';

/** The room a file stands in: null outside of the three houses and for the files that compose them. */
export function roomOf(file) {
  return ROOM.exec(file)?.groups ?? null;
}

/**
 * Why `file` may not import `specifier` (both with forward slashes, the file from the workspace on), as a
 * sentence; null where it may.
 */
export function wrongDirection(file, specifier) {
  const own = roomOf(file);
  const target = specifier.startsWith(DOMAIN)
    ? roomOf(`libs/domain/src/${specifier.slice(DOMAIN.length)}/`)
    : specifier.startsWith('.')
      ? roomOf(`${posix.join(posix.dirname(file), specifier)}/`)
      : null;
  if (!own || !target || own.room === target.room) return null;
  // Whom a door lets in is said in the words of accounts: permissions, roles, the view of a session.
  const isWordOfAccess = target.house === 'libs/domain/src' && target.room === 'accounts';
  const from = place(own.room);
  if (place(target.room) <= (from < 0 && isWordOfAccess ? areas.indexOf('accounts') : from)) return null;
  if (from < 0) return `${own.room} is a technical room and imports no area: let ${target.room} contribute.`;
  return `${target.room} stands right of ${own.room}: areas call only to the left, and contribute to what stands there.`;
}

/** Technical rooms stand left of all areas. */
function place(room) {
  return madeOfAll.includes(room) ? areas.length : areas.indexOf(room);
}
