/** Gives the visitor of the page a table to keep. */
export function handOver(table: string, name: string): void {
  const address = URL.createObjectURL(new Blob([table], { type: 'text/csv' }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
