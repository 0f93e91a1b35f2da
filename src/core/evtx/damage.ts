/**
 * Thrown inside the decoder when a record's bytes make no sense, and caught where the record was asked for: it
 * never leaves this folder. The message completes the sentence "The record cannot be read: …".
 */
export class Damage extends Error {}
