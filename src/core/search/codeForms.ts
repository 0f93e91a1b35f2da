/** Logs write 32-bit result codes in three ways. Smaller numbers are counts and event ids more often than codes. */
const hexadecimal = /^0x[0-9a-f]{8}$/i;
const decimal = /^-?\d{9,10}$/;

/**
 * A 32-bit result code in all forms that logs write it in: `0xcaa20003`, `0xCAA20003`, `3399614467`,
 * `-895352829`; `null` for any other text.
 */
export function codeForms(text: string): readonly string[] | null {
  const number = hexadecimal.test(text) || decimal.test(text) ? Number(text) : NaN;
  const isCode = number >= -0x8000_0000 && number <= 0xffff_ffff;
  // What is positive also as a signed number is no failure, and decimal it is any number.
  if (!isCode || (number >= 0 && number < 0x8000_0000)) {
    return null;
  }
  const unsigned = number >>> 0;
  const digits = unsigned.toString(16);
  return [`0x${digits}`, `0x${digits.toUpperCase()}`, String(unsigned), String(unsigned | 0)];
}
