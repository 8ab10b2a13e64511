// Every route of the API, on one screen.
import type { Operation } from '../operation';
import { changeAddress } from './addresses';
import * as agency from './agency';
import { moveMeetings, previewMoves } from './bulk-moves';
import { closureChecklist } from './closure';
import * as caseloads from './caseloads';
import * as codes from './codes';
import * as decisions from './decisions';
import * as deliveries from './deliveries';
import { proposeTimes } from './find-time';
import { handOver } from './hand-over';
import * as health from './health';
import * as integrity from './integrity';
import * as meetings from './meetings';
import { openCase } from './open-case';
import * as people from './people';
import * as policy from './policy';
import * as read from './read-case';
import * as record from './record';
import { readRequest } from './requests';
import * as signatures from './signatures';
import * as signOffs from './sign-offs';
import { splitMeeting } from './split-meeting';
import * as worklists from './worklists';

export type Method = 'get' | 'post' | 'patch' | 'put';

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly operation: Operation;
}

const get = (path: string, operation: Operation): Route => ({ method: 'get', path, operation });
const post = (path: string, operation: Operation): Route => ({ method: 'post', path, operation });
const put = (path: string, operation: Operation): Route => ({ method: 'put', path, operation });
const patch = (path: string, operation: Operation): Route => ({ method: 'patch', path, operation });

// prettier-ignore
export const routes: readonly Route[] = [
  post('/v1/cases', openCase),
  get('/v1/cases/:case', read.readCase),
  get('/v1/cases/:case/history', read.readHistory),
  get('/v1/cases/:case/deliveries', deliveries.readDeliveries),
  get('/v1/cases/:case/people/:person/deliveries', deliveries.readPersonDeliveries),
  get('/v1/cases/:case/letters/:letter', deliveries.readLetter),
  post('/v1/cases/:case/letters/:letter/posted', deliveries.postLetter),
  get('/v1/cases/:case/obligations/explanation', read.explainObligation),
  post('/v1/cases/:case/what-if', read.askWhatIf),

  post('/v1/cases/:case/events', record.recordEvents),
  post('/v1/cases/:case/events/:event/correction', record.correctEvent),
  post('/v1/cases/:case/events/:event/retraction', record.retractEvent),
  post('/v1/cases/:case/allegations', record.reportAllegation),

  post('/v1/cases/:case/meetings', meetings.scheduleMeeting),
  post('/v1/cases/:case/meetings/times', proposeTimes),
  post('/v1/cases/:case/meetings/:meeting/times/:person/code', codes.tellTimesCode),
  post('/v1/cases/:case/meetings/:meeting/reschedule', meetings.rescheduleMeeting),
  post('/v1/cases/:case/meetings/:meeting/split', splitMeeting),
  post('/v1/cases/:case/meetings/:meeting/cancel', meetings.cancelMeeting),
  post('/v1/cases/:case/meetings/:meeting/held', meetings.recordMeetingHeld),
  post('/v1/cases/:case/meetings/:meeting/not-held', meetings.recordMeetingNotHeld),
  post('/v1/cases/:case/meetings/:meeting/invitations/:person/code', codes.tellCode),

  post('/v1/meetings/moves/preview', previewMoves),
  post('/v1/meetings/moves', moveMeetings),

  post('/v1/cases/:case/people', people.addPerson),
  patch('/v1/cases/:case/people/:person', people.changePerson),
  post('/v1/cases/:case/people/:person/address', changeAddress),

  get('/v1/cases/:case/documents/:document/signatures', signatures.readSignatures),
  post('/v1/cases/:case/documents/:document/signatures', signatures.signDocument),
  post('/v1/cases/:case/documents/:document/refusals', signatures.refuseSignature),

  get('/v1/sign-offs', signOffs.listSignOffs),
  post('/v1/cases/:case/sign-offs', signOffs.requestSignOff),
  post('/v1/cases/:case/sign-offs/:request', decisions.decideSignOff),
  post('/v1/cases/:case/obligations/waiver', decisions.waiveObligation),
  post('/v1/cases/:case/closure-checklist', closureChecklist),
  post('/v1/cases/:case/closure', decisions.closeCase),
  post('/v1/cases/:case/reopen', decisions.reopenCase),

  get('/v1/worklists/mine', worklists.myWorklist),
  get('/v1/worklists/unit', worklists.unitWorklist),
  get('/v1/worklists/overdue', worklists.overdueWorklist),
  get('/v1/worklists/letters', deliveries.lettersWorklist),

  get('/v1/staff', agency.readStaff),
  get('/v1/staff/:staff', agency.readStaffMember),
  put('/v1/staff/:staff', agency.putStaffMember),
  get('/v1/units/:unit/caseload', caseloads.readCaseload),
  post('/v1/units/:unit/assignments', caseloads.assignFamily),
  get('/v1/units/:unit/requests/:request', caseloads.readUnitRequest),
  post('/v1/staff/:staff/hand-over', handOver),

  get('/v1/settings', policy.readSettings),
  put('/v1/settings/:setting', agency.putSetting),
  put('/v1/holidays/:year', agency.putHolidays),
  get('/v1/agency/changes', agency.readChanges),
  get('/v1/programs/:program/requirements', policy.readRegister),

  get('/v1/requests/:request', readRequest),

  get('/v1/integrity', integrity.readIntegrity),
  post('/v1/integrity/checks', integrity.checkIntegrity),
  post('/v1/cases/:case/mend', integrity.mendCase),

  get('/health/live', health.live),
  get('/health/ready', health.ready),
];
