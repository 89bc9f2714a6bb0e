/** The style sheet of a report. Light or dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #5c646d; --ground: #f7f8f9; --card: #fff; --line: #dde1e6; --blue: #2563c9; --pale: #cfe0fb; --right: #1f8a55; --wrong: #c8452f; --unsure: #a9b1ba; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa3ad; --ground: #15181b; --card: #1e2226; --line: #333a41; --blue: #6ea3f5; --pale: #274268; --right: #43b57d; --wrong: #e8735d; --unsure: #69727c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 1100px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { margin: 0 0 4px; font-size: 28px; line-height: 1.2; }
h2 { margin: 40px 0 12px; font-size: 20px; }
h3 { margin: 0 0 6px; font-size: 16px; line-height: 1.3; overflow-wrap: anywhere; }
p { margin: 0 0 12px; max-width: 75ch; }
.small, figcaption, .tile span { max-width: none; color: var(--soft); font-size: 13px; }
table + .small { margin-top: 8px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); gap: 12px; margin: 20px 0 0; padding: 0; list-style: none; }
.tile { padding: 12px 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.tile b { display: block; font-size: 26px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile.first { border-color: var(--blue); }
.tile span { display: block; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; background: var(--card); font-variant-numeric: tabular-nums; }
th, td { padding: 6px 12px; border: 1px solid var(--line); text-align: right; font-weight: 400; white-space: nowrap; }
thead th { color: var(--soft); font-size: 13px; vertical-align: bottom; }
thead th:first-child, tbody th { text-align: left; }
tfoot th, tfoot td { border-top-width: 2px; font-weight: 600; }
tfoot th { text-align: left; }
.shares { display: flex; width: 150px; height: 12px; border-radius: 3px; overflow: hidden; background: var(--line); }
.shares i { display: block; height: 100%; }
.key { display: inline-block; width: 10px; height: 10px; margin: 0 4px 0 8px; border-radius: 2px; }
.right { background: var(--right); } .wrong { background: var(--wrong); } .unsure { background: var(--unsure); }
.reliability { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
figure { flex: 1 1 320px; max-width: 420px; margin: 0; }
.diagram { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.diagram text { fill: var(--soft); font-size: 11px; }
.diagram .grid { stroke: var(--line); }
.diagram .bin { fill: var(--blue); }
.diagram .diagonal { stroke: var(--soft); stroke-dasharray: 4 4; }
.diagram .mean { fill: var(--card); stroke: var(--ink); stroke-width: 1.5; }
figcaption { margin-top: 6px; }
select { padding: 4px 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; font: inherit; }
.misses { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 500px), 1fr)); gap: 14px; }
.miss { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 14px; padding: 14px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
.miss[hidden] { display: none; }
.miss img { width: 168px; max-height: 220px; object-fit: contain; border-radius: 6px; background: #fff; }
.no-picture { display: grid; place-items: center; min-height: 120px; margin: 0; border: 1px dashed var(--line); border-radius: 6px; color: var(--soft); font-size: 13px; text-align: center; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 10px; margin: 0 0 8px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.ranked { margin: 0 0 8px; padding: 0; list-style: none; font-size: 14px; }
.ranked li { position: relative; display: flex; justify-content: space-between; gap: 8px; margin-bottom: 2px; padding: 1px 6px; border-radius: 3px; overflow: hidden; }
.ranked .bar { position: absolute; inset: 0 auto 0 0; background: var(--pale); }
.ranked span:not(.bar) { position: relative; overflow-wrap: anywhere; }
.miss .small { margin: 0; overflow-wrap: anywhere; }
.tag { padding: 1px 6px; border: 1px solid var(--line); border-radius: 9px; }
@media (max-width: 480px) { .miss { grid-template-columns: 1fr; } }
@media print { .miss { break-inside: avoid; } }
`;
