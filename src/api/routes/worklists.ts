// Worklists: what is owed over all cases, as JSON or as a page for the printer.
import type { z } from 'zod';
import { alike } from '../../domain/alike';
import { dayOf, iso } from '../../domain/calendar';
import type { Duty, Program } from '../../domain/rule';
import type { ObligationRow, Store } from '../../store/types';
import { mayRead } from '../access';
import { worklist } from '../answers-worklists';
import { worklistQuery } from '../contracts';
import type { Actor, Deps } from '../deps';
import { rights } from '../permissions';
import { operation, type Answer, type Call } from '../operation';
import { notFound } from '../problems';
import { worklistPage } from '../worklist-page';

type Query = z.output<typeof worklistQuery>;
type Where = Parameters<Store['obligations']>[0];
export type Worklist = z.output<typeof worklist>;

const OPEN = ['due', 'window', 'overdue'];

export const myWorklist = operation({
  id: 'myWorklist',
  needs: 'own-worklist',
  summary: 'What I owe, the earliest first',
  query: worklistQuery,
  page: true,
  answers: { 200: worklist },
  handle: (call) => listed(call, 'My worklist', { owner: call.actor.staffId, ...dueBy(call.query) }),
});

export const unitWorklist = operation({
  id: 'unitWorklist',
  needs: 'unit-worklist',
  summary: 'What my unit owes, the earliest first',
  query: worklistQuery,
  page: true,
  answers: { 200: worklist },
  handle: (call) => listed(call, 'Worklist of the unit', { ...unitOf(call.actor, call.query), ...dueBy(call.query) }),
});

export const overdueWorklist = operation({
  id: 'overdueWorklist',
  needs: 'unit-worklist',
  summary: 'What is overdue in my unit',
  query: worklistQuery,
  page: true,
  answers: { 200: worklist },
  async handle(call) {
    const yesterday = iso((await todayOf(call.deps)) - 1);
    const limit = call.query.dueBy !== undefined && call.query.dueBy < yesterday ? call.query.dueBy : yesterday;
    return listed(call, 'Overdue', { ...unitOf(call.actor, call.query), dueBy: limit });
  },
});

function dueBy({ dueBy: day }: Query): Where {
  return day === undefined ? {} : { dueBy: day };
}

/** A program manager sees all units, or the one that he or she asks for. */
function unitOf(actor: Actor, { unit }: Query): Where {
  const everywhere = rights[actor.role]['read-case'] === 'all';
  if (everywhere) return unit === undefined ? {} : { unit };
  if (unit !== undefined && unit !== actor.unit) throw notFound();
  return { unit: actor.unit };
}

async function todayOf({ store, now }: Deps): Promise<number> {
  return dayOf(now(), (await store.agency())?.zone ?? 'UTC');
}

async function listed(call: Call<unknown, Query>, title: string, where: Where): Promise<Answer> {
  const { deps, actor } = call;
  const asOf = iso(await todayOf(deps));
  const found = await deps.store.obligations({ ...where, statuses: OPEN });
  // Targets are reported, never owed, but for each decision somebody waits; of cases that the caller may not see nothing is shown.
  const readable = mayRead(deps, actor);
  const shown = await Promise.all(found.map(readable));
  const rows = found.filter(
    (row, i) => (row.signOff || (row.strength !== 'aim' && row.strength !== 'track')) && shown[i],
  );
  const names = await namesIn(deps, rows);
  const body: Worklist = {
    title,
    asOf,
    items: together(rows, deps.programs).map(({ row, also }) => ({
      case: row.caseId,
      key: row.key,
      says: row.says,
      about: names.get(`${row.caseId} ${personIn(row.subject)}`) ?? 'the family',
      program: row.program,
      cites: [...new Set([row, ...also].flatMap((one) => one.cites))],
      also: also.map(({ key, program, says }) => ({ key, program, says })),
      // The case writes `overdue` when it wakes, a moment after midnight.
      status: row.due !== null && row.due < asOf ? 'overdue' : row.status,
      due: row.due,
      owner: {
        role: row.ownerRole,
        staff: row.owner,
        name: row.owner === null ? null : (names.get(row.owner) ?? null),
      },
      unit: row.unit,
    })),
  };
  return call.html ? { status: 200, body: worklistPage(body) } : { status: 200, body };
}

interface Item {
  readonly row: ObligationRow;
  readonly also: ObligationRow[];
}

/** What one record would meet is one item: the same case, person, day and owner, and duties that are alike. */
function together(rows: readonly ObligationRow[], programs: readonly Program[]): Item[] {
  const dutyOf = (row: ObligationRow): Duty | undefined =>
    // In whichever edition has it: the row does not say which one the case follows.
    programs.flatMap(({ id, duties }) => (id === row.program ? duties : [])).find(({ id }) => id === row.duty);
  const items: Item[] = [];
  const sameDay = new Map<string, Item[]>();
  for (const row of rows) {
    const where = [row.caseId, personIn(row.subject), row.due, row.ownerRole, row.owner].join(' ');
    const duty = dutyOf(row);
    const beside = sameDay.get(where) ?? [];
    const item = beside.find((one) => {
      const other = dutyOf(one.row);
      return duty !== undefined && other !== undefined && alike(duty, other);
    });
    if (item) item.also.push(row);
    else {
      const made: Item = { row, also: [] };
      items.push(made);
      sameDay.set(where, [...beside, made]);
    }
  }
  return items;
}

async function namesIn({ store }: Deps, rows: readonly ObligationRow[]): Promise<Map<string, string>> {
  const subjects = [...new Set(rows.map((row) => personIn(row.subject)))];
  const cases = new Set(rows.map((row) => row.caseId));
  const [staff, people] = await Promise.all([
    store.people({ caseId: null }),
    subjects.length === 0 ? [] : store.people({ ids: subjects }),
  ]);
  return new Map([
    ...staff.map((person) => [person.id, person.name] as const),
    // An id says who somebody is only together with the case.
    ...people
      .filter((person) => person.caseId !== null && cases.has(person.caseId))
      .map((person) => [`${person.caseId} ${person.id}`, person.name] as const),
  ]);
}

/** `child:p-1` and `event:e-7/p-1` concern a person; the others the family. */
const personIn = (subject: string): string => subject.replace(/^.*[:/]/, '');
