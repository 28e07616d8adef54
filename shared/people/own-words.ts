import { z } from 'zod'

/** Marks that turn the direction of writing, also of what others write after them on the line. */
const TURNS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** A line that people say about themselves, shown beside the words of others: nothing in it moves those. */
export const ownWords = (most: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed().replace(TURNS, ''))
    .trim()
    .max(most)
