// The search attributes of a case: codes and weeks only, because Temporal never encrypts them. They are registered before
// a worker starts: a case that sets one that the server does not know fails its workflow task for ever.
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { CaseAttributes } from '../workflows/messages';

const { IndexedValueType } = temporal.api.enums.v1;

/** Name -> type, as the server and the command line of the engine spell it. */
export const SEARCH_ATTRIBUTES = {
  Stage: 'Keyword',
  Unit: 'Keyword',
  Program: 'KeywordList',
  DueWeek: 'Keyword',
  Overdue: 'Bool',
  Stuck: 'Bool',
  WaitingOn: 'Keyword',
} as const satisfies Record<keyof CaseAttributes, SearchAttributeKind>;

type SearchAttributeKind = 'Keyword' | 'KeywordList' | 'Bool';

const PROTO_TYPES = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
} as const;

/** The answers of gRPC that are no failure here, by their numbers in its specification. */
const status = { INVALID_ARGUMENT: 3, ALREADY_EXISTS: 6, UNIMPLEMENTED: 12 } as const;

const WANTED = Object.entries(SEARCH_ATTRIBUTES);

const KEY_TYPES = { Keyword: 'KEYWORD', KeywordList: 'KEYWORD_LIST', Bool: 'BOOL' } as const;

/** The same list as typed keys, for `TestWorkflowEnvironment` and for queries. */
export const searchAttributeKeys = Object.entries(SEARCH_ATTRIBUTES).map(([name, kind]) =>
  defineSearchAttributeKey(name, KEY_TYPES[kind]),
);

/** Registers what is missing and resolves when the server takes all of them; harmless when repeated. */
export async function registerSearchAttributes(
  connection: Connection,
  namespace: string,
  withinMs = 60_000,
): Promise<void> {
  const before = await listed(connection, namespace);
  // The time-skipping test server takes them, and cannot list them.
  if (before === undefined) return add(connection, namespace, WANTED);

  const conflict = WANTED.find(([name, kind]) => name in before && before[name] !== PROTO_TYPES[kind]);
  if (conflict !== undefined) {
    const [name, kind] = conflict;
    throw new Error(`search attribute ${name} exists in namespace ${namespace} with another type; it must be ${kind}`);
  }
  const missing = WANTED.filter(([name]) => !(name in before));
  if (missing.length > 0) await add(connection, namespace, missing);
  // Listed is not yet usable: the server's other parts learn of them some seconds later, and refuse a case until then.
  const deadline = Date.now() + withinMs;
  for (;;) {
    const reason = await whyUnusable(connection, namespace);
    if (reason === undefined) return;
    if (Date.now() > deadline) throw new Error(`the server does not take the search attributes: ${reason}`);
    await pause(250);
  }
}

/** Asks in the way that a case is found by: a query that names all of them is refused until all are known. */
async function whyUnusable(connection: Connection, namespace: string): Promise<string | undefined> {
  const query = WANTED.map(([name, kind]) => `${name} = ${kind === 'Bool' ? 'true' : "'x'"}`).join(' AND ');
  try {
    await connection.workflowService.countWorkflowExecutions({ namespace, query });
    return undefined;
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === status.INVALID_ARGUMENT) return error.details;
    throw error;
  }
}

async function add(connection: Connection, namespace: string, wanted: typeof WANTED): Promise<void> {
  const searchAttributes = Object.fromEntries(wanted.map(([name, kind]) => [name, PROTO_TYPES[kind]]));
  try {
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    // Another process was quicker; whether it added all of them shows in the list.
    if (!isGrpcServiceError(error) || error.code !== status.ALREADY_EXISTS) throw error;
  }
}

/** Name -> type number; undefined when the server has no such list. */
async function listed(connection: Connection, namespace: string): Promise<Record<string, unknown> | undefined> {
  try {
    return (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes;
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === status.UNIMPLEMENTED) return undefined;
    throw error;
  }
}
