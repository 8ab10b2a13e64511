// The policies as staff and auditors ask for them: which numbers are the agency's own, and what carries each requirement.
import { commonSettings, settingValueOf, agencyOf, type Agency } from '../../domain/agency';
import { dayOf } from '../../domain/calendar';
import type { Program, SettingOf } from '../../domain/rule';
import { register } from '../../programs/register';
import { registerOfProgram, settingsList } from '../answers';
import type { Call } from '../operation';
import { operation } from '../operation';
import { notFound, Problem } from '../problems';
import { param } from './about-case';

export const readSettings = operation({
  id: 'readSettings',
  needs: 'read-policy',
  summary:
    'The numbers that no policy gives: each with the value in force today, the suggestion, and which requirement it serves',
  answers: { 200: settingsList },
  async handle(call) {
    const agency = await agencyNow(call);
    const { programs, now } = call.deps;
    const today = dayOf(now(), agency.zone);
    const rows = [
      ...programs.flatMap((program) => listed(program.settings, program.id)),
      ...listed(commonSettings, null),
    ].map(({ name, setting, program }) => ({
      name,
      program,
      says: setting.says,
      cites: setting.cites ?? [],
      value: settingValueOf(agency, programs, name, today),
      suggestion: setting.value,
      own: name in agency.settings,
    }));
    return { status: 200, body: { says: 'Agency settings: no policy gives these numbers.', settings: rows } };
  },
});

export const readRegister = operation({
  id: 'readRegister',
  needs: 'read-policy',
  summary:
    'Every requirement of a program, and what carries it: rule, guard, field, message, guidance, or why it is absent',
  answers: { 200: registerOfProgram },
  async handle(call) {
    const id = param(call, 'program');
    const rows = register(call.deps.programs).filter((row) => row.program === id);
    if (rows.length === 0) throw notFound();
    const document = call.deps.sources.documents.get(id) ?? id;
    return { status: 200, body: { program: id, document, requirements: rows } };
  },
});

function listed(
  settings: Readonly<Record<string, SettingOf<unknown>>>,
  program: Program['id'] | null,
): { name: string; setting: SettingOf<unknown>; program: string | null }[] {
  return Object.entries(settings).map(([name, setting]) => ({ name, setting, program }));
}

async function agencyNow({ deps }: Call<unknown, unknown>): Promise<Agency> {
  const agency = await deps.store.agency();
  if (!agency) throw new Problem('unavailable', 'There is no agency yet.', [], { 'Retry-After': '10' });
  return agencyOf(agency);
}
