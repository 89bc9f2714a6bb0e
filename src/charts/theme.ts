/** What ground a chart has: its own, so that it can be read on any page. */
export const THEMES = ['light', 'dark'] as const;
/** One of `THEMES`. */
export type Theme = (typeof THEMES)[number];

/** The colours of a chart. Every text has a contrast of 4.5 or more on all that it stands on (WCAG 2.2, 1.4.3). */
export interface Palette {
  readonly ground: string;
  /** Around the ground, where the page has the same colour. */
  readonly edge: string;
  readonly ink: string;
  /** Text that comes second. */
  readonly soft: string;
  /** What bars run on. */
  readonly track: string;
  /** The bar of the best, and those of the others. */
  readonly best: string;
  readonly other: string;
  /** Text that warns. */
  readonly warning: string;
}

export const PALETTES: Readonly<Record<Theme, Palette>> = {
  light: {
    ground: '#ffffff',
    edge: '#d3d9e0',
    ink: '#16191d',
    soft: '#4a525b',
    track: '#f1f4f7',
    best: '#b5d0fa',
    other: '#d7dde4',
    warning: '#8f3317',
  },
  dark: {
    ground: '#1c2024',
    edge: '#3a424b',
    ink: '#f2f4f6',
    soft: '#c9d1d9',
    track: '#272d33',
    best: '#2a569b',
    other: '#454f5a',
    warning: '#ffb59f',
  },
};
