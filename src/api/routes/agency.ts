// What the agency itself decides: who works for it, its settings and holidays. Each change says who made it, and what was there
// before; the cases that it concerns think again.
import type { z } from 'zod';
import { agencySchema, commonSettings, type AgencyData } from '../../domain/agency';
import { dayOf, iso } from '../../domain/calendar';
import { kindOfSetting, withSetting } from '../../domain/setting-versions';
import type { AgencyChanging, Person } from '../../store/types';
import * as answers from '../answers-agency';
import * as contracts from '../contracts-agency';
import { requireDeputies } from '../deputies';
import { operation, type Answer, type Call } from '../operation';
import { notFound, Problem, type FieldError, type ProblemCode } from '../problems';
import { param } from './about-case';

export const readStaff = operation({
  id: 'readStaff',
  needs: 'read-staff',
  summary: 'Who works for the agency, in which role and unit',
  answers: { 200: answers.staffList },
  async handle({ deps }) {
    const [agency, people] = await Promise.all([deps.store.agency(), deps.store.people({ caseId: null })]);
    const known = new Map(people.map((person) => [person.id, person]));
    return {
      status: 200,
      body: { staff: (agency?.staff ?? []).map((one) => memberOf(one, known.get(one.id) ?? null)) },
    };
  },
});

export const readStaffMember = operation({
  id: 'readStaffMember',
  needs: 'read-staff',
  summary: 'One member of staff',
  answers: { 200: answers.staffMember },
  async handle(call) {
    const id = param(call, 'staff');
    const [agency, [person]] = await Promise.all([
      call.deps.store.agency(),
      call.deps.store.people({ caseId: null, ids: [id] }),
    ]);
    const found = agency?.staff.find((one) => one.id === id);
    if (!found) throw notFound();
    return { status: 200, body: memberOf(found, person ?? null) };
  },
});

export const putStaffMember = operation({
  id: 'putStaffMember',
  needs: 'manage-staff',
  summary: 'Enter a member of staff, or change one: the whole of it',
  about:
    'Who is no longer active signs in no more, and what he or she owed falls to whoever is assigned next, until then to the supervisor of the unit.',
  body: contracts.staffMember,
  answers: { 200: answers.staffChanged },
  handle(call) {
    const id = param(call, 'staff');
    if (!/^[a-z][a-z0-9-]{0,58}[a-z0-9]$/.test(id) || id.startsWith('p-') || TAKEN.has(id))
      throw refused('refused', {
        code: 'id-unusable',
        says: 'An id of staff has lower-case letters, digits and hyphens; it does not begin with p-, and is no word of the system.',
      });
    const { name, email, phone, language, reason, ...work } = call.body;
    const given = agencySchema.shape.staff.element.parse({ id, ...work });
    const person: Person = { id, caseId: null, name, email, phone, language, doNotContact: false };
    return changed(
      call,
      { what: `staff:${id}`, person: id },
      (agency, was) => {
        const old = agency.staff.find((one) => one.id === id);
        requireOwnSubject(agency, given);
        requireDeputies(agency, given);
        const staff = old ? agency.staff.map((one) => (one.id === id ? given : one)) : [...agency.staff, given];
        requireAdministrator(staff);
        const plans = ({ subject: _subject, ...rest }: typeof given): string => JSON.stringify(rest);
        return {
          agency: { ...agency, staff },
          person: { ...person, doNotContact: was?.doNotContact ?? false },
          reason: reason ?? null,
          before: old ? { ...old, ...contactOf(was) } : null,
          after: { ...given, ...contactOf(person) },
          // A name or an address is looked up when something is sent.
          concerned:
            old && plans(old) === plans(given)
              ? 'none'
              : { units: [...new Set([given.unit, old?.unit ?? given.unit])], staff: id },
        };
      },
      (change) => ({ staff: memberOf(given, person), ...change }),
    );
  },
});

export const putSetting = operation({
  id: 'putSetting',
  needs: 'manage-settings',
  summary: 'Set a number or a list that no policy gives, from a day on',
  about: 'What began before that day keeps the value that held then.',
  body: contracts.setting,
  answers: { 200: answers.settingChanged },
  async handle(call) {
    const { deps, body } = call;
    const name = param(call, 'setting');
    const programs = deps.programs.filter((one) => Object.hasOwn(one.settings, name));
    const common = Object.hasOwn(commonSettings, name);
    const suggestion = common
      ? commonSettings[name as keyof typeof commonSettings].value
      : programs.at(-1)?.settings[name]?.value;
    if (suggestion === undefined) throw notFound();
    const wanted = kindOfSetting(suggestion);
    if (wanted !== kindOfSetting(body.value) && !(suggestion === 'not-set' && kindOfSetting(body.value) === 'period'))
      throw refused('refused', {
        pointer: '/value',
        code: 'other-kind',
        says: `This setting is a ${wanted}.`,
        mend: `Give it as the suggestion is given: ${JSON.stringify(suggestion)}.`,
      });
    const zone = (await deps.store.agency())?.zone ?? 'UTC';
    const from = body.from ?? iso(dayOf(deps.now(), zone));
    return changed(
      call,
      { what: `setting:${name}` },
      (agency) => ({
        agency: { ...agency, settings: withSetting(agency.settings, name, body.value, from) },
        reason: body.reason ?? null,
        before: agency.settings[name] ?? null,
        after: withSetting(agency.settings, name, body.value, from)[name],
        concerned:
          common || programs[0] === undefined || programs[0].id === 'every-case' ? 'all' : { program: programs[0].id },
      }),
      (change) => ({ name, from, value: body.value, ...change }),
    );
  },
});

export const putHolidays = operation({
  id: 'putHolidays',
  needs: 'manage-settings',
  summary: 'The holidays of one year: days that are no business days of the agency',
  body: contracts.holidays,
  answers: { 200: answers.holidaysChanged },
  handle(call) {
    const year = param(call, 'year');
    if (!/^(19|20|21)\d\d$/.test(year)) throw notFound();
    const days = [...new Set(call.body.days)].toSorted();
    const other = days.findIndex((one) => !one.startsWith(year));
    if (other >= 0)
      throw refused('refused', { pointer: '/days', code: 'other-year', says: `Every day must lie in ${year}.` });
    return changed(
      call,
      { what: `holidays:${year}` },
      (agency) => ({
        agency: {
          ...agency,
          holidays: [...agency.holidays.filter((one) => !one.startsWith(year)), ...days].toSorted(),
        },
        reason: call.body.reason ?? null,
        before: agency.holidays.filter((one) => one.startsWith(year)),
        after: days,
        concerned: 'all',
      }),
      (change) => ({ year, days, ...change }),
    );
  },
});

export const readChanges = operation({
  id: 'readChanges',
  needs: 'read-changes',
  summary: 'Who changed staff, settings and holidays, when, from what to what; the latest first',
  query: contracts.changesQuery,
  answers: { 200: answers.agencyChanges },
  async handle({ deps, query }) {
    const rows = await deps.store.agencyChanges(query.what);
    const changes = rows.map(({ id, at, by, what, reason, before, after }) => ({
      id,
      at: new Date(at).toISOString(),
      by,
      what,
      reason,
      before,
      after,
    }));
    return { status: 200, body: { changes } };
  },
});

/** Stand in the record in place of a person. */
const TAKEN = new Set(['system', 'nobody', 'feed', 'relay']);

type Member = AgencyData['staff'][number];

function memberOf({ subject, ...one }: Member, person: Person | null): z.output<typeof answers.staffMember> {
  return { ...one, ...contactOf(person), signsIn: subject !== undefined };
}

const contactOf = (person: Person | null) => ({
  name: person?.name ?? null,
  email: person?.email ?? null,
  phone: person?.phone ?? null,
  language: person?.language ?? 'en',
});

function requireOwnSubject(agency: AgencyData, { id, subject }: Member): void {
  if (subject !== undefined && agency.staff.some((one) => one.id !== id && one.subject === subject))
    throw refused('conflict', {
      pointer: '/subject',
      code: 'subject-taken',
      says: 'Somebody else signs in as this subject.',
      mend: 'Take it from the other person first.',
    });
}

function requireAdministrator(staff: readonly Member[]): void {
  if (!staff.some((one) => one.role === 'administrator' && one.active))
    throw refused('conflict', {
      pointer: '/active',
      code: 'last-administrator',
      says: 'Nobody could change staff any more.',
      mend: 'Enter another administrator first.',
    });
}

function refused(code: ProblemCode, error: Partial<FieldError> & Pick<FieldError, 'code' | 'says'>): Problem {
  return new Problem(code, 'Nothing was changed.', [{ pointer: '', cites: [], ...error }]);
}

async function changed(
  call: Call<unknown, unknown>,
  of: Pick<AgencyChanging, 'what' | 'person'>,
  decide: AgencyChanging['decide'],
  body: (change: { change: number; concerned: number }) => object,
): Promise<Answer> {
  const { deps, entryId, fingerprint, actor } = call;
  const done = await deps.store.changeAgency({
    ...of,
    request: entryId,
    fingerprint,
    by: actor.staffId,
    at: deps.now(),
    decide(agency, person) {
      const decided = decide(agency, person);
      const read = agencySchema.safeParse(decided.agency);
      if (!read.success)
        throw refused('refused', {
          code: 'agency-invalid',
          says: read.error.issues[0]?.message ?? 'It cannot be kept.',
        });
      return decided;
    },
  });
  if (done.known && done.change.fingerprint !== fingerprint)
    throw new Problem('key-reused', 'Nothing was changed. Send a key of its own with each request.');
  return { status: 200, body: body({ change: done.change.id, concerned: done.change.concerned }) };
}
