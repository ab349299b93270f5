/** The mark: two facing brackets that meet at a point, demand and supply. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="var(--lb-act)"
      strokeWidth="3.2"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M4 5v22l11-11z" />
      <path d="M28 5v22L17 16z" opacity="0.55" />
    </svg>
  );
}
