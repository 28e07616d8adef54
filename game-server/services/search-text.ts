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
