/** The mark of Alleya: two lindens that meet over an alley. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M9 27V15M23 27V15" stroke="var(--timber)" strokeWidth="1.8" strokeLinecap="round" />
      <path
        d="M16 7.2C13.6 5 9 5 6.6 7.4 4.2 9.8 4.4 14 7 16c2.7 2 7 1.3 9-1.7 2 3 6.3 3.7 9 1.700 2.600-2 2.800-6.200.4-8.600C23 5 18.400 5 16 7.200Z"
        fill="var(--linden)"
      />
      <path d="M13.300 27 15.300 18.500h1.400l2 8.500Z" fill="var(--blossom)" />
    </svg>
  )
}
