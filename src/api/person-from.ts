// Somebody new in the directory, from what a request says.
import type { z } from 'zod';
import type { Person } from '../store/types';
import type { addPerson } from './contracts';

type Facts = Pick<
  z.output<typeof addPerson>,
  | 'name'
  | 'email'
  | 'phone'
  | 'language'
  | 'doNotContact'
  | 'highRisk'
  | 'channels'
  | 'safeHours'
  | 'noVoicemail'
  | 'optOut'
>;

export function personFrom(id: string, caseId: string, facts: Facts): Person {
  return {
    id,
    caseId,
    name: facts.name,
    email: facts.email ?? null,
    phone: facts.phone ?? null,
    language: facts.language ?? 'en',
    doNotContact: facts.doNotContact ?? false,
    ...(facts.highRisk ? { highRisk: true } : {}),
    ...(facts.channels === undefined ? {} : { channels: facts.channels }),
    ...(facts.safeHours === undefined ? {} : { safeHours: facts.safeHours }),
    ...(facts.noVoicemail ? { noVoicemail: true } : {}),
    ...(facts.optOut === undefined || facts.optOut.length === 0 ? {} : { optOut: facts.optOut }),
  };
}
