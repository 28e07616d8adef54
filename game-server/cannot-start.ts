/** Why the program gives up, in one sentence for the person who started it. No stack is printed for it. */
export class CannotStart extends Error {}
