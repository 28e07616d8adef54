/** Why an import or another command of the CLI cannot be done, as a sentence for the person who typed it. */
export class Unusable extends Error {}
