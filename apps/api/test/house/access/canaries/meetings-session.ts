import { randomUUID } from 'node:crypto';
import {
  EndSession,
  PutAttendance,
  PutMinutesEntry,
} from '@runder-tisch/domain/meetings/session/session-requests';
import { type Declaration, reads, readsFile, type Write, type ForeignWorld } from '../canary';
import { approved, held, invited, type MeetingCanary, named, running } from './meetings-objects';

const planners = { may: ['planner'], owner: 'coordinator', of: 'meeting' } as const;

function inSession(made: (world: ForeignWorld) => Promise<MeetingCanary>, body?: object): Write {
  return {
    ...planners,
    given: async (world) => ({ path: named(await made(world)), ...(body ? { body } : {}) }),
  };
}

export const sessionOperations: Readonly<Record<string, Declaration>> = {
  'GET /api/meetings/{meetingId}/session': reads('meeting'),
  'GET /api/meetings/{meetingId}/protocol': reads('meeting'),
  'GET /api/meetings/{meetingId}/protocol.pdf': readsFile('meeting', ['admin', 'planner']),
  'GET /api/meetings/{meetingId}/protocol/recipients': reads('meeting'),
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
  'POST /api/meetings/{meetingId}/minutes/approve': inSession(held),
  'POST /api/meetings/{meetingId}/protocol/send': inSession(approved),
  'GET /protokoll/{token}': { link: 'protocol' },
  'GET /protokoll/{token}/protokoll.pdf': { link: 'protocol' },
};
