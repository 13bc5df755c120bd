import type { OrganisationType } from '@runder-tisch/domain/actors';
import type { SaveNetwork } from '@runder-tisch/domain/networks/networks-requests';
import { committee } from '@runder-tisch/scenario/lists';
import { members, membership, network, networkMove } from '@runder-tisch/scenario/networks';
import { checkMigration } from './consolidation';
import type { DemoStory } from '../story/demo-story';

interface DemoSeat {
  organisation: string;
  /** Nobody: the seat is vacant. */
  person?: string;
  deputy?: string;
  speaker?: boolean;
}

interface DemoNetwork {
  key: string;
  facts: Pick<
    SaveNetwork,
    'name' | 'shortName' | 'purpose' | 'legalBasis' | 'meetingHabit' | 'targetSize' | 'kind'
  >;
  moves: ('activate' | 'consolidate')[];
  fields: string[];
  targets: [type: OrganisationType, size: number][];
  seats: DemoSeat[];
}

const networks: readonly DemoNetwork[] = [
  {
    key: 'N2',
    facts: {
      name: 'Netzwerk Beratungslandschaft (Demo)',
      shortName: 'Beratungslandschaft',
      kind: 'NETWORK',
      purpose:
        'Die Beratungsstellen im Landkreis stimmen ihre Angebote ab, melden Wartezeiten und Lücken und entwickeln gemeinsam Empfehlungen für die Sozialplanung.',
      legalBasis: 'FamBeFöG LSA §§ 19, 20',
      meetingHabit: 'einmal im Quartal, 14 bis 16 Uhr',
      targetSize: 9,
    },
    moves: ['activate'],
    fields: ['Soziale Lage', 'Öffentliche Sozialleistungen', 'Gesundheit und medizinische Versorgung'],
    targets: [
      ['FREE_PROVIDER', 5],
      ['PUBLIC_AUTHORITY', 3],
      ['INITIATIVE', 1],
    ],
    seats: [
      { organisation: 'O02', person: 'jobcenter' },
      { organisation: 'O03', person: 'health' },
      { organisation: 'O04', person: 'provider', deputy: 'ahornhaus2' },
      { organisation: 'O05', person: 'addiction', speaker: true },
      { organisation: 'O06', person: 'family' },
      { organisation: 'O08', person: 'shelter' },
      { organisation: 'O09', person: 'migration' },
      { organisation: 'O11' },
    ],
  },
  {
    key: 'N1',
    facts: {
      name: 'Netzwerk Frühe Hilfen und Kinderschutz (Demo)',
      shortName: 'Frühe Hilfen',
      kind: 'NETWORK',
      purpose:
        'Wer Familien von der Schwangerschaft bis zum Schulanfang begleitet, kennt sich, klärt Übergänge und handelt im Kinderschutz nach gemeinsamen Absprachen.',
      legalBasis: 'KKG § 3; SGB VIII',
      meetingHabit: 'vormittags, im Wechsel der Häuser',
      targetSize: 6,
    },
    moves: ['activate'],
    fields: ['Kinder- und Jugendhilfe', 'Gesundheit und medizinische Versorgung', 'Bildung'],
    targets: [
      ['FREE_PROVIDER', 2],
      ['SCHOOL_KITA', 1],
    ],
    seats: [
      { organisation: 'O03', person: 'health' },
      { organisation: 'O06', person: 'family', speaker: true },
      { organisation: 'O08', person: 'shelter' },
      { organisation: 'O12', person: 'parents' },
    ],
  },
  {
    key: 'N3',
    facts: {
      name: 'Netzwerk Pflege, Alter und Teilhabe (Demo)',
      shortName: 'Pflege und Teilhabe',
      kind: 'NETWORK',
      purpose:
        'Pflege, Eingliederungshilfe und Nachbarschaft planen zusammen, wie Menschen im Alter und mit Behinderung zu Hause leben können, auch in den Ortsteilen.',
      legalBasis: 'SGB XII § 71; SGB IX',
      meetingHabit: '',
      targetSize: 8,
    },
    moves: [],
    fields: ['Pflege und Teilhabe', 'Demografie und Sozialstruktur'],
    targets: [
      ['FREE_PROVIDER', 2],
      ['PRIVATE_PROVIDER', 2],
      ['SELF_HELP', 1],
    ],
    seats: [
      { organisation: 'O03', person: 'health' },
      { organisation: 'O07', person: 'care' },
      { organisation: 'O10', person: 'inclusion' },
      { organisation: 'O11', person: 'village' },
    ],
  },
  {
    key: 'N4',
    facts: {
      name: 'Netzwerk Migration und Integration (Demo)',
      shortName: 'Migration',
      kind: 'NETWORK',
      purpose:
        'Beratung, Jobcenter, Schulen und Initiativen sorgen dafür, dass Menschen, die neu im Landkreis sind, Sprache, Arbeit und Nachbarschaft finden.',
      legalBasis: 'freiwillig',
      meetingHabit: 'donnerstags, 16 bis 18 Uhr',
      targetSize: 4,
    },
    moves: ['activate', 'consolidate'],
    fields: ['Migration und Integration', 'Bildung'],
    targets: [['FREE_PROVIDER', 2]],
    seats: [
      { organisation: 'O02', person: 'jobcenter' },
      { organisation: 'O06', person: 'family' },
      { organisation: 'O09', person: 'migration', speaker: true },
      { organisation: 'O12', person: 'parents' },
    ],
  },
];

/** The committee and the networks that report to it, with their seats and a deputy for the coordination. */
export async function addNetworks(story: DemoStory): Promise<void> {
  story.committeeId = await committee(await story.as('planner'), {
    name: 'Sozial- und Gesundheitsausschuss',
    kind: 'COMMITTEE',
    rhythm: 'alle zwei Monate',
  });
  for (const one of networks) await addNetwork(story, one);
}

async function addNetwork(story: DemoStory, { key, facts, ...more }: DemoNetwork): Promise<void> {
  const coordinator = await story.as('coordinator');
  const id = await network(coordinator, {
    ...facts,
    reportsToCommitteeId: story.committeeId,
    meetingIntervalMonths: 3,
    cooperationAgreementOn: more.moves.length > 0 ? story.begin : null,
    targetTypes: more.targets.map(([type, size]) => ({ type, size })),
    fieldIds: more.fields.map((name) => story.id('fieldIds', name)),
  });
  story.networkIds.set(key, id);
  for (const { organisation, person, deputy, speaker } of more.seats) {
    await membership(coordinator, id, {
      organisationId: story.id('organisationIds', organisation),
      personId: person ? story.id('personIds', person) : null,
      deputyPersonId: deputy ? story.id('personIds', deputy) : null,
      role: speaker ? 'SPEAKER' : 'MEMBER',
      fromDay: story.begin,
    });
  }
  const own = (await members(coordinator, id)).find((member) => member.role === 'COORDINATOR');
  if (own) {
    const seat = {
      organisationId: story.id('organisationIds', 'O01'),
      personId: story.id('personIds', 'coordinator'),
      deputyPersonId: story.id('personIds', 'planner'),
      role: 'COORDINATOR',
      fromDay: own.fromDay,
    };
    await coordinator.put(`/api/memberships/${own.id}`, seat, own.version);
  }
  for (const move of more.moves) {
    if (move === 'consolidate') await checkMigration(story, id, story.begin);
    await networkMove(coordinator, id, move);
  }
}
