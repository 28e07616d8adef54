import type { Material } from '../../shared/booth/content.ts'
import { fileIdOf, inRendition } from '../../shared/files/address.ts'

/** The address, when it is one that a link may lead to. */
export function safeAddress(address: string | null): URL | null {
  const url = address === null ? null : URL.parse(address)
  return url && /^https?:$/.test(url.protocol) ? url : null
}

export const MATERIAL_KINDS = ['pdf', 'presentation', 'image', 'film', 'file', 'link'] as const
export type MaterialKind = (typeof MATERIAL_KINDS)[number]

const BY_ENDING: Readonly<Record<string, MaterialKind>> = {
  ...{ pdf: 'pdf', pptx: 'presentation', mp4: 'film' },
  ...{ webp: 'image', png: 'image', jpg: 'image', jpeg: 'image', avif: 'image' },
}

/** What a material is, by the rendition its address ends with. */
export function kindOf(material: Material): MaterialKind {
  if (material.kind === 'link') return 'link'
  return BY_ENDING[material.file.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'file'
}

/** A small picture of a material: the first page of a document, the picture itself, a film's cover; null: there is none. */
export function previewOf(material: Material): string | null {
  if (material.kind === 'link') return null
  const ours = fileIdOf(material.file) !== null
  const kind = kindOf(material)
  if (kind === 'image') return inRendition(material.file, 'small.webp')
  if (kind === 'pdf') return ours ? inRendition(material.file, 'page.webp') : null
  return kind === 'film' && ours ? inRendition(material.file, 'poster.webp') : null
}
