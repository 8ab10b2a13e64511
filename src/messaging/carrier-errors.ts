// What is thrown where a carrier gave no answer about the message.

/** The carrier was not there, or answered that it serves nobody: nothing is known about the recipient. */
export class CarrierUnreachable extends Error {
  override readonly name = 'CarrierUnreachable';
}

/**
 * The carrier had the whole message, and then nothing more was heard. Perhaps it arrived. It may be sent again: under the same
 * Message-ID or reference, by which it is known.
 */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}
