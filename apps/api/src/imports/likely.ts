import { normaliseMail } from '@runder-tisch/domain/addresses';
import { NearNames, siteOf } from '@runder-tisch/domain/imports';

const BY_NAME = 5;
const BY_ADDRESS = 3;

/** By what something is found. */
export interface Findable {
  name: string;
  mail?: string | undefined;
  website?: string | undefined;
}

/** Finds what may be the same: a name that is nearly the same, the same mail address or website. */
export class Likely<It> {
  private readonly names = new NearNames();
  private readonly items: It[] = [];
  private readonly byMail = new Map<string, It[]>();
  private readonly bySite = new Map<string, It[]>();

  add(item: It, { name, mail, website }: Findable): void {
    this.names.add(name);
    this.items.push(item);
    keep(this.byMail, normaliseMail(mail ?? ''), item);
    keep(this.bySite, siteOf(website ?? ''), item);
  }

  find({ name, mail, website }: Findable): It[] {
    const found = new Set<It>();
    for (const at of this.names.near(name, BY_NAME)) found.add(this.items[at] as It);
    for (const item of this.byMail.get(normaliseMail(mail ?? '')) ?? []) found.add(item);
    for (const item of this.bySite.get(siteOf(website ?? '')) ?? []) found.add(item);
    return [...found];
  }
}

function keep<It>(lists: Map<string, It[]>, key: string, item: It): void {
  if (key === '') return;
  const list = lists.get(key);
  if (!list) lists.set(key, [item]);
  else if (list.length < BY_ADDRESS) list.push(item);
}
