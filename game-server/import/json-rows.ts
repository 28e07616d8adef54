import { Unusable } from './unusable.ts'

/** An element of a JSON array and the line it begins in. */
export interface JsonRow {
  readonly line: number
  readonly value: unknown
}

const SPACE = /\s/
const SEPARATOR = /[\s,]/

// Characters; an organisation takes a thousand.
const LONGEST_ROW = 1024 * 1024

/**
 * The elements of a file that is one JSON array of objects, one after another, so that a long file is never in memory
 * as a whole.
 *
 * @throws Unusable when the text is not such an array, with the line
 */
export async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<JsonRow> {
  let line = 1
  let begun = false
  let ended = false
  let depth = 0
  let inString = false
  let escaped = false
  let row = ''
  let rowLine = 1
  for await (const chunk of text) {
    let kept = 0
    for (let at = 0; at < chunk.length; at++) {
      const letter = chunk[at] as string
      if (letter === '\n') line++
      if (inString) {
        if (escaped) escaped = false
        else if (letter === '\\') escaped = true
        else if (letter === '"') inString = false
        continue
      }
      if (depth === 0) {
        if (letter === '{' && begun && !ended) {
          depth = 1
          kept = at
          rowLine = line
        } else if (letter === '[' && !begun) begun = true
        else if (letter === ']' && begun && !ended) ended = true
        else if (!(begun && !ended ? SEPARATOR : SPACE).test(letter)) {
          throw new Unusable(`Line ${line}: a JSON array of objects is expected, not «${letter}».`)
        }
        continue
      }
      if (letter === '"') inString = true
      else if (letter === '{' || letter === '[') depth++
      else if (letter === '}' || letter === ']') {
        depth--
        if (depth > 0) continue
        yield { line: rowLine, value: parsed(row + chunk.slice(kept, at + 1), rowLine) }
        row = ''
      }
    }
    if (depth > 0) row += chunk.slice(kept)
    if (row.length > LONGEST_ROW) throw new Unusable(`Line ${rowLine}: the object that begins here is too long.`)
  }
  if (!begun) throw new Unusable('This is not a JSON array.')
  if (!ended) throw new Unusable(`Line ${line}: the file ends within its JSON array.`)
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unusable(`Line ${line}: not valid JSON (${(error as Error).message}).`)
  }
}
