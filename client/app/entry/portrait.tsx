import type { Look } from '../../../shared/people/look.ts'
import { LOOK_COLOURS } from '../looks.ts'

/** Somebody head to waist, as their look says: the same traits that the 3D people have. */
export function Portrait({ look, size = 160 }: { look: Look; size?: number }) {
  const skin = LOOK_COLOURS.skin[look.skin]
  const hair = LOOK_COLOURS.hair[look.hair]
  const shirt = LOOK_COLOURS.shirt[look.shirt]
  const trousers = LOOK_COLOURS.trousers[look.trousers]
  const shoulders = [25, 28, 32][look.build] ?? 28
  const lift = 4 - look.height * 2
  return (
    <svg width={size} height={size} viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <g transform={`translate(0 ${lift + 2})`}>
        <Behind style={look.hairStyle} hair={hair} />
        <path
          d={`M60 66 C${60 - shoulders} 68 ${58 - shoulders} 84 ${56 - shoulders} 130 H${64 + shoulders} C${62 + shoulders} 84 ${60 + shoulders} 68 60 66Z`}
          fill={shirt}
        />
        <Outfit outfit={look.outfit} shoulders={shoulders} accent={trousers ?? ''} skin={skin ?? ''} />
        <rect x="53" y="52" width="14" height="18" rx="6" fill={skin} />
        <path d="M53 60q7 7 14 0v4q-7 6-14 0Z" fill="#00000018" />
        <ellipse cx="60" cy="41" rx="17" ry="20" fill={skin} />
        <ellipse cx="43.500" cy="43" rx="2.600" ry="4" fill={skin} />
        <ellipse cx="76.500" cy="43" rx="2.600" ry="4" fill={skin} />
        <g fill="#2b211d">
          <ellipse cx="53.500" cy="42" rx="1.700" ry="2.200" />
          <ellipse cx="66.500" cy="42" rx="1.700" ry="2.200" />
        </g>
        <g stroke={hair} strokeWidth="1.800" strokeLinecap="round" fill="none">
          <path d="M50 37.400q3.400-1.800 6.400-.4M63.600 37q3-1.400 6.400.4" />
        </g>
        <path
          d="M60 43.500q-1.800 4.400-.6 5.200"
          stroke="#00000030"
          strokeWidth="1.400"
          fill="none"
          strokeLinecap="round"
        />
        <path
          d="M54.500 52.500q5.500 4.400 11 0"
          stroke="#8d4a44"
          strokeWidth="1.800"
          fill="none"
          strokeLinecap="round"
        />
        <g fill="#d9776a2e">
          <circle cx="49.500" cy="48.500" r="3.400" />
          <circle cx="70.500" cy="48.500" r="3.400" />
        </g>
        <Before style={look.hairStyle} hair={hair} shirt={shirt} />
      </g>
    </svg>
  )
}

type Hair = { style: number; hair: string | undefined }

/** Hair behind the head: long, bun, ponytail. */
function Behind({ style, hair }: Hair) {
  if (style === 1) return <path d="M40 40c-4 22-3 30 2 36h36c5-6 6-14 2-36Z" fill={hair} />
  if (style === 2) return <path d="M41 36c-4 14-3 24 1 29h36c4-5 5-15 1-29Z" fill={hair} />
  if (style === 3) return <circle cx="60" cy="17" r="9" fill={hair} />
  if (style === 4) return <path d="M72 26c14 4 16 22 10 40-6-6-8-18-12-26Z" fill={hair} />
  return null
}

/** Hair before the head; 6 is a cap, 7 a scarf. */
function Before({ style, hair, shirt }: Hair & { shirt: string | undefined }) {
  if (style === 5)
    return (
      <path d="M43 38c-1-14 7-20 17-20s18 6 17 20c-2-6-4-8-6-9-7 1-16 1-22 0-2 1-4 3-6 9Z" fill={hair} opacity=".55" />
    )
  if (style === 6)
    return (
      <g>
        <path d="M42 35c0-13 8-19 18-19s18 6 18 19Z" fill={shirt} />
        <path d="M42 35h36c3 0 6 2 8 4-8-1-34-1-44-1Z" fill={shirt} />
        <path d="M42 35h36c3 0 6 2 8 4-8-1-34-1-44-1Z" fill="#0000002b" />
      </g>
    )
  if (style === 7)
    return (
      <path
        d="M60 14c-15 0-22 12-21 28 1 14 4 24 10 30h22c6-6 9-16 10-30 1-16-6-28-21-28Zm0 11c8 0 14 6 14 17s-6 19-14 19-14-8-14-19 6-17 14-17Z"
        fill={shirt}
        fillRule="evenodd"
        stroke="#00000022"
      />
    )
  if (style === 0)
    return <path d="M42 40c-2-16 7-23 18-23s20 7 18 23c-2-4-3-8-4-10-8-1-16-3-22-6-3 4-8 8-10 16Z" fill={hair} />
  return (
    <path d="M42 41c-3-17 6-25 18-25s21 8 18 25c-3-5-4-9-5-12-5-1-10-3-14-7-3 5-11 8-13 9-1 3-2 6-4 10Z" fill={hair} />
  )
}

/** What is worn over the shirt: nothing, a jacket, a dress collar, a coat with a scarf. */
function Outfit({
  outfit,
  shoulders,
  accent,
  skin,
}: {
  outfit: number
  shoulders: number
  accent: string
  skin: string
}) {
  if (outfit === 1)
    return (
      <path
        d={`M53 67 60 92 67 67 ${60 + shoulders} 74 ${66 + shoulders} 130H62V96L60 92l-2 4v34H${54 - shoulders}L${60 - shoulders} 74Z`}
        fill={accent}
      />
    )
  if (outfit === 2) return <path d="M49 66q11 20 22 0l-4-2H53Z" fill={skin} />
  if (outfit === 3)
    return (
      <g>
        <path
          d={`M52 68 46 130H${54 - shoulders}L${60 - shoulders} 74ZM68 68l6 62h${shoulders - 8}L${60 + shoulders} 74Z`}
          fill={accent}
        />
        <path d="M49 66q11 9 22 0l1 7q-12 8-24 0Z" fill="#e9a9b5" />
        <path d="m64 74 5 22-8-1-2-20Z" fill="#e9a9b5" />
      </g>
    )
  return <path d="M52 66.500 60 76l8-9.500" stroke="#00000024" strokeWidth="2.400" fill="none" />
}
