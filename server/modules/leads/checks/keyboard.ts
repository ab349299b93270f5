const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Place of a key, each row shifted by half a key as on a keyboard. */
const placeOf = new Map(
  ROWS.flatMap((row, line) => [...row].map((key, column) => [key, [line, column + line / 2] as const] as const)),
);

/** True for keys that lie side by side or one above the other. */
export function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [placeOf.get(one), placeOf.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1;
}
