/** The largest prime of seven digits; 17 has no part in common with it less one, so that no two numbers meet. */
const PRIME = 9_999_991n;

/** Seven digits for each number below that, another for each and in no order: phones that do not count up. */
export function scattered(n: number): string {
  let value = 1n;
  for (let times = 0; times < 17; times++) value = (value * BigInt(n + 1234)) % PRIME;
  return String(value).padStart(7, '0');
}
