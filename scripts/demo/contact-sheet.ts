/**
 * Puts the drawn pictures side by side, to be looked at:
 *
 *   node scripts/demo/contact-sheet.ts logos|posters <folder for the sheets>
 */
import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const SHEETS = {
  logos: { width: 96, height: 96, columns: 14, rows: 10 },
  posters: { width: 384, height: 216, columns: 5, rows: 6 },
}

const [what, folder] = process.argv.slice(2)
if ((what !== 'logos' && what !== 'posters') || !folder) {
  console.error('Say which sheet, logos or posters, and where to put it')
  process.exit(1)
}
const { width, height, columns, rows } = SHEETS[what]
const media = fileURLToPath(new URL(`../../assets/demo/media/${what}`, import.meta.url))
const files = (await readdir(media)).sort()
const each = columns * rows
for (let sheet = 0; sheet * each < files.length; sheet++) {
  const pictures = await Promise.all(
    files.slice(sheet * each, (sheet + 1) * each).map(async (file, i) => ({
      input: await sharp(`${media}/${file}`).resize(width, height).toBuffer(),
      left: 10 + (i % columns) * (width + 10),
      top: 10 + Math.floor(i / columns) * (height + 10),
    })),
  )
  const size = { width: 10 + columns * (width + 10), height: 10 + rows * (height + 10) }
  await sharp({ create: { ...size, channels: 3, background: '#fbf7ee' } })
    .composite(pictures)
    .png()
    .toFile(`${folder}/${what}-${sheet + 1}.png`)
}
