/** A share of 0 to 1 as a bar of block characters, e.g. `███████░░░` for 0.7. */
export function bar(share: number, width = 10): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** A share of 0 to 1 as whole percent, e.g. `94 %`. Never claims 100 % for less than 1, nor 0 % for more than 0. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99 %';
  if (rounded === 0 && share > 0) return '<1 %';
  return `${rounded} %`;
}
