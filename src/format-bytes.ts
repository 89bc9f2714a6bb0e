const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people count them, in steps of a thousand and to at most one decimal, e.g. `608 MB` or `1.4 GB`. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  const rounded = amount < 10 && step > 0 ? amount.toFixed(1) : String(Math.round(amount));
  return `${rounded} ${UNITS[step]}`;
}
