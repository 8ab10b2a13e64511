// What a worker of the cases runs.
export { permanencyCase } from './case';
export { unitCaseload } from './caseload';
export { integrityCheck } from './integrity';
