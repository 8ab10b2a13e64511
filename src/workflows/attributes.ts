// The search attributes of a case as the workflow sets them: codes and weeks only, because they are never encrypted.
// The platform registers them before a worker starts; to set one that the server does not know fails the task for ever.
import type { SearchAttributePair, SearchAttributeUpdatePair, TypedSearchAttributes } from '@temporalio/common';
import type { CaseAttributes } from './messages';

export const STAGE = { name: 'Stage', type: 'KEYWORD' } as const;
export const UNIT = { name: 'Unit', type: 'KEYWORD' } as const;
export const PROGRAM = { name: 'Program', type: 'KEYWORD_LIST' } as const;
export const DUE_WEEK = { name: 'DueWeek', type: 'KEYWORD' } as const;
export const OVERDUE = { name: 'Overdue', type: 'BOOL' } as const;
export const STUCK = { name: 'Stuck', type: 'BOOL' } as const;
export const WAITING_ON = { name: 'WaitingOn', type: 'KEYWORD' } as const;

function pairs(wanted: CaseAttributes): SearchAttributePair[] {
  return [
    { key: STAGE, value: wanted.Stage },
    { key: UNIT, value: wanted.Unit },
    { key: PROGRAM, value: [...wanted.Program] },
    { key: DUE_WEEK, value: wanted.DueWeek },
    { key: OVERDUE, value: wanted.Overdue },
    { key: STUCK, value: wanted.Stuck },
    { key: WAITING_ON, value: wanted.WaitingOn },
  ];
}

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

/** Attributes to start a case with; an empty one is left out. */
export function initialAttributes(wanted: CaseAttributes): SearchAttributePair[] {
  return pairs(wanted).filter((pair) => !isEmpty(pair.value));
}

/** Only what differs from what the server already shows: each upsert is an event in the history. */
export function changedAttributes(shown: TypedSearchAttributes, wanted: CaseAttributes): SearchAttributeUpdatePair[] {
  return pairs(wanted).flatMap((pair): SearchAttributeUpdatePair[] => {
    const before = shown.get<typeof pair.key.type>(pair.key);
    if (isEmpty(pair.value)) return before === undefined ? [] : [{ ...pair, value: null }];
    return JSON.stringify(before) === JSON.stringify(pair.value) ? [] : [pair];
  });
}
