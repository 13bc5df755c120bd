import type { PageIdentity } from './page';

/** How the county shows itself on server-written pages. The pages stand left of the settings, so the settings area provides this. */
export abstract class PageIdentitySource {
  abstract pageIdentity(): Promise<PageIdentity>;
}
