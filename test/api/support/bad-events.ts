// Events that cannot be so, with the place and the reason that the API must name.
export const aHearing = (child: string, over: object = {}): object => ({
  type: 'HearingHeld',
  on: '2026-03-01',
  kind: 'review',
  children: [child],
  ...over,
});

export interface BadEvent {
  readonly what: string;
  readonly event: (child: string) => object;
  readonly status: number;
  readonly pointer: string;
  readonly says: RegExp;
}

export const badEvents: readonly BadEvent[] = [
  {
    what: 'an unknown field',
    event: (child) => aHearing(child, { judge: 'x' }),
    status: 422,
    pointer: '/events/0/judge',
    says: /no such field/,
  },
  {
    what: 'a field of the prototype',
    event: () => JSON.parse('{"type":"CaseReopened","reason":"x","__proto__":{"a":1}}') as object,
    status: 422,
    pointer: '/events/0/__proto__',
    says: /no such field/,
  },
  {
    what: 'an unknown type of event',
    event: (child) => ({ type: 'HearingMoved', children: [child] }),
    status: 422,
    pointer: '/events/0/type',
    says: /no such type of event/,
  },
  {
    what: 'an event of the system',
    event: () => ({ type: 'EffectFailed', key: 'x', reason: 'y' }),
    status: 422,
    pointer: '/events/0/type',
    says: /by the system alone/,
  },
  {
    what: 'a wrong type of value',
    event: (child) => aHearing(child, { children: child }),
    status: 422,
    pointer: '/events/0/children',
    says: /expected array/,
  },
  {
    what: 'a missing field',
    event: (child) => ({ type: 'HearingHeld', children: [child] }),
    status: 422,
    pointer: '/events/0/kind',
    says: /missing/,
  },
  {
    what: 'a date that does not exist',
    event: (child) => aHearing(child, { on: '2026-02-30' }),
    status: 422,
    pointer: '/events/0/on',
    says: /date that exists/,
  },
  {
    what: 'the year 0000',
    event: (child) => aHearing(child, { on: '0000-01-01' }),
    status: 422,
    pointer: '/events/0/on',
    says: /date that exists/,
  },
  {
    what: 'a time without a zone where one is needed',
    event: (child) => aHearing(child, { at: '2026-03-01T09:30:00' }),
    status: 422,
    pointer: '/events/0/at',
    says: /offset/,
  },
  {
    what: 'an event for an unknown child',
    event: (child) => aHearing(child, { children: ['p-nobody'] }),
    status: 422,
    pointer: '/events/0/children',
    says: /No child p-nobody/,
  },
  {
    what: 'an event before the birth of the child',
    event: (child) => aHearing(child, { on: '2017-06-01' }),
    status: 422,
    pointer: '/events/0/on',
    says: /before the birth/,
  },
  {
    what: 'an event in the future',
    event: (child) => aHearing(child, { on: '2026-03-09' }),
    status: 422,
    pointer: '/events/0/on',
    says: /lies ahead/,
  },
  {
    what: 'a plan far in the future',
    event: () => ({ type: 'ClosurePlanned', plannedFor: '2096-03-09' }),
    status: 422,
    pointer: '/events/0/plannedFor',
    says: /thirty years/,
  },
  {
    what: 'a second opening of the same case',
    event: () => ({ type: 'CaseOpened', unit: 'north' }),
    status: 409,
    pointer: '/events/0/type',
    says: /open already/,
  },
  {
    what: 'a child that is there already',
    event: (child) => ({ type: 'ChildAdded', child, bornOn: '2018-01-15' }),
    status: 409,
    pointer: '/events/0/child',
    says: /already/,
  },
  {
    what: 'a kind that no program knows',
    event: () => ({ type: 'ActionTaken', kind: 'hotline-raport' }),
    status: 422,
    pointer: '/events/0/kind',
    says: /No program knows/,
  },
  {
    what: 'a NUL character in a text',
    event: (child) => aHearing(child, { note: 'a\u0000b' }),
    status: 422,
    pointer: '/events/0/note',
    says: /NUL/,
  },
  {
    what: 'a control character in an id',
    event: (child) => aHearing(child, { children: ['p\u0007'] }),
    status: 422,
    pointer: '/events/0/children/0',
    says: /control character/,
  },
  {
    what: 'a C1 control character',
    event: (child) => aHearing(child, { note: 'a\u0085b' }),
    status: 422,
    pointer: '/events/0/note',
    says: /control character/,
  },
  {
    what: 'half of a character',
    event: (child) => aHearing(child, { note: 'a\ud800b' }),
    status: 422,
    pointer: '/events/0/note',
    says: /surrogate/,
  },
  {
    what: 'a text that turns around',
    event: (child) => aHearing(child, { note: 'a\u202eb' }),
    status: 422,
    pointer: '/events/0/note',
    says: /direction/,
  },
  {
    what: 'a correction of an event that is not there',
    event: () => ({ type: 'EventRetracted', event: 'e-none', reason: 'x' }),
    status: 422,
    pointer: '/events/0/event',
    says: /No event/,
  },
  {
    what: 'a waiver by nobody',
    event: () => ({
      type: 'ObligationWaived',
      obligation: 'a/b/c',
      waivedBy: 'nobody',
      authority: 'x',
      reason: 'y',
    }),
    status: 422,
    pointer: '/events/0/waivedBy',
    says: /nobody with the id/,
  },
];
