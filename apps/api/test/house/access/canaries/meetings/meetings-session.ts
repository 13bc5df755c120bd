import { randomUUID } from 'node:crypto';
import {
  SaveCommitteeSession,
  SaveExclusions,
} from '@runder-tisch/domain/meetings/committee-session/committee-session-requests';
import {
  EndSession,
  PutAttendance,
  PutMinutesEntry,
  PutOpenItem,
} from '@runder-tisch/domain/meetings/session/session-requests';
import { task } from '@runder-tisch/scenario/networks';
import { sendProtocol } from '@runder-tisch/scenario/session';
import { type Declaration, reads, readsFile, type Write, type ForeignWorld } from '../../canary';
import {
  approved,
  committeeSession,
  held,
  invited,
  type MeetingCanary,
  named,
  running,
} from './meetings-objects';

const planners = { may: ['planner'], owner: 'coordinator', of: 'meeting' } as const;

function inSession(made: (world: ForeignWorld) => Promise<MeetingCanary>, body?: object): Write {
  return {
    ...planners,
    given: async (world) => ({ path: named(await made(world)), ...(body ? { body } : {}) }),
  };
}

export const sessionOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/meetings/{meetingId}/session': reads('meeting'),
  'GET /api/meetings/{id}/committee-session': reads('committee-session'),
  'PUT /api/meetings/{id}/committee-session': {
    ...planners,
    given: async (world) => {
      const it = await committeeSession(world);
      const body = Object.assign(new SaveCommitteeSession(), { noticeWhere: 'Eingeschlichen' });
      return { path: named(it), version: it.version, body };
    },
  },
  'PUT /api/meetings/{id}/agenda/{itemId}/exclusions': {
    ...planners,
    given: async (world) => ({
      path: named(await committeeSession(world)),
      version: 2,
      body: new SaveExclusions(),
    }),
  },
  'GET /api/meetings/{meetingId}/pack': reads('meeting'),
  'GET /api/meetings/{meetingId}/pack.pdf': readsFile('meeting', ['admin', 'planner']),
  'GET /api/meetings/{meetingId}/protocol': reads('meeting'),
  'GET /api/meetings/{meetingId}/protocol.pdf': readsFile('meeting', ['admin', 'planner']),
  'GET /api/meetings/{meetingId}/protocol.docx': readsFile('meeting', ['admin', 'planner']),
  'GET /api/meetings/{meetingId}/protocol/recipients': reads('meeting'),
  'GET /api/meetings/{meetingId}/protocol/mail': reads('meeting'),
  'GET /api/meetings/{meetingId}/sign-in-list.pdf': readsFile('meeting', ['planner']),
  'POST /api/meetings/{meetingId}/session/start': inSession(invited),
  'POST /api/meetings/{meetingId}/session/end': inSession(running, new EndSession()),
  'PUT /api/meetings/{meetingId}/minutes/{entryId}': {
    ...planners,
    given: async (world) => {
      const { itemId, entryVersion, ...it } = await running(world);
      return {
        path: named({ ...it, itemId }),
        version: entryVersion,
        body: Object.assign(new PutMinutesEntry(), { text: 'Eingeschlichen', agendaItemId: itemId }),
      };
    },
  },
  'DELETE /api/meetings/{meetingId}/minutes/{entryId}': {
    ...planners,
    given: async (world) => {
      const { entryVersion, ...it } = await running(world);
      return { path: named(it), version: entryVersion };
    },
  },
  'PUT /api/meetings/{meetingId}/attendance/{attendanceId}': {
    ...planners,
    given: async (world) => ({
      path: { ...named(await running(world)), attendanceId: randomUUID() },
      version: 0,
      body: Object.assign(new PutAttendance(), { guestName: 'Eingeschlichen' }),
    }),
  },
  'PUT /api/meetings/{meetingId}/open-items/{itemId}': {
    ...planners,
    given: async (world) => {
      const { meetingId } = await running(world);
      const { networkId } = world;
      const itemId = await task(world.coordinator, { title: world.fresh('Offen von früher'), networkId });
      return {
        path: { meetingId, itemId },
        version: 0,
        body: Object.assign(new PutOpenItem(), { mark: 'DONE' }),
      };
    },
  },
  'POST /api/meetings/{meetingId}/minutes/approve': inSession(held),
  'POST /api/meetings/{meetingId}/protocol/send': {
    ...planners,
    given: async (world) => {
      const it = await approved(world);
      const { version } = await world.coordinator.get<{ version: number }>(`/api/meetings/${it.id}`);
      const further = [{ name: 'Kanarienvogel', mail: 'kanarie@fremd.test' }];
      return { path: named(it), version, body: { to: [], further } };
    },
  },
  'POST /api/meetings/{meetingId}/protocol/recall': inSession(async (world) => {
    const it = await approved(world);
    await sendProtocol(world.coordinator, it.id);
    return it;
  }),
  'GET /protokoll/{token}': { link: 'protocol' },
  'GET /protokoll/{token}/protokoll.pdf': { link: 'protocol' },
};
