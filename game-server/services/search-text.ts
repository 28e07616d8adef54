import { numberKey } from '../../shared/floorplan/numbering.ts'

/** Text as search sees it: words of letters and digits in lower case, with ё as е, which people write for it. */
export function searchWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Whether somebody who types this means a booth: «Б-014», «a 7». */
export const isBoothNumber = (text: string): boolean => /^\s*\p{L}{1,3}[\s-]?\d{1,4}\s*$/u.test(text)

/** A booth's number as one word, the same in either script. */
export const boothWord = (number: string): string => numberKey(number).replace(/[\s-]/g, '').toLowerCase()
