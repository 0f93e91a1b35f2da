/** Something the person can mend: a wrong argument, an unreadable file. Printed as one line, without a stack. */
export class UserError extends Error {}
