import { Injectable } from '@nestjs/common';
import type { Role } from '@runder-tisch/domain/accounts';
import type { SetUp } from '@runder-tisch/domain/accounts/set-up-requests';
import { defaultFieldsOfAction } from '@runder-tisch/domain/fields-of-action';
import { generalProblems } from '@runder-tisch/domain/problem';
import { MailLinks } from '../../access/mail-links';
import { Sessions } from '../../access/session';
import type { OpenedSession } from '../../access/session-cookie';
import { systemViewer } from '../../access/viewer';
import { Person } from '../../actors/person.entity';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { FieldsOfActionService } from '../../fields-of-action/fields-of-action.service';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { Settings } from '../../settings/settings';
import { MunicipalitiesService } from '../../territory/municipalities.service';
import { Accounts } from '../accounts';
import { assertGoodPassword, hashPassword, storePassword } from '../passwords';
import { SET_UP } from './set-up-link';

/** The first run: everything or nothing, and only once. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly database: Database,
    private readonly links: MailLinks,
    private readonly settings: Settings,
    private readonly accounts: Accounts,
    private readonly fields: FieldsOfActionService,
    private readonly municipalities: MunicipalitiesService,
    private readonly sessions: Sessions,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  async mayBegin(token: string): Promise<boolean> {
    const [link, settings] = await Promise.all([this.links.find(token, SET_UP), this.settings.current()]);
    return link?.state === 'VALID' && !settings.setUp;
  }

  async complete(
    token: string,
    request: SetUp,
    logo: Buffer | null,
    from: { requestId: string; device: string },
  ): Promise<OpenedSession> {
    const {
      givenName,
      familyName,
      mail,
      password,
      withFields,
      withMunicipalities,
      withPlanner,
      withCoordinator,
      ...county
    } = request;
    assertGoodPassword(password, [givenName, familyName, mail, county.countyName]);
    const hashed = await hashPassword(password);
    const roles: Role[] = [
      'admin',
      ...(withPlanner ? (['planner'] as const) : []),
      ...(withCoordinator ? (['coordinator'] as const) : []),
    ];
    return this.database.write({ ...systemViewer, requestId: from.requestId }, 'set-up', async (tx) => {
      if (!(await this.links.use(tx, token, SET_UP))) throw problem(generalProblems, 'not-found');
      await this.settings.begin(tx, county);
      if (logo) await this.settings.storeLogo(tx, logo);
      if (withFields) await this.fields.insert(tx, defaultFieldsOfAction);
      if (withMunicipalities) await this.municipalities.insertDefaults(tx);
      const personId = newId();
      await tx.insert(Person, {
        id: personId,
        salutation: '',
        title: '',
        givenName,
        familyName,
        mail,
        phone: '',
        contactPublic: false,
        consentGivenOn: null,
        consentNote: '',
        validUntil: null,
        note: '',
        version: 1,
        createdAt: this.clock.now(),
      });
      await this.search.refresh(tx, 'person', [personId]);
      const accountId = await this.accounts.createFor(tx, personId, mail, roles);
      await storePassword(tx, accountId, hashed);
      return this.sessions.open(accountId, { tx, device: from.device });
    });
  }
}
