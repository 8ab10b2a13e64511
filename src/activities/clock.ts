// The clock of a case against that of the server. They are the same, except where old dates are played through.

export interface Clock {
  toDomain(ms: number): number;
  fromDomain(ms: number): number;
}

export const sameClock: Clock = { toDomain: (ms) => ms, fromDomain: (ms) => ms };
