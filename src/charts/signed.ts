/** A number with so many decimal places, and a minus as typography has it: as wide as a plus. Never −0. */
export function signed(value: number, places: number): string {
  const fixed = Math.abs(value).toFixed(places);
  return value < 0 && Number(fixed) !== 0 ? `−${fixed}` : fixed;
}
