/** The style of the page: in the dark where the reader's system is, on a phone without anything that is wider than the screen. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fff; --ink: #1f2328; --soft: #59636e; --line: #d1d9e0; --head: #f6f8fa;
  --ready: #1a7f37; --coming: #bf8700; --leaving: #8c959f; --floor: #cf222e; --old: #6e7781; --new: #0969da; --alarm: #a40e26; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --head: #151b23;
    --ready: #3fb950; --coming: #d29922; --leaving: #8b949e; --floor: #ff7b72; --old: #9198a1; --new: #58a6ff; --alarm: #ff9492; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1rem; }
p.soft, figcaption, footer { color: var(--soft); }
figure { margin: 1rem 0; } figure > h3 { margin: 0; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
.wide:focus-visible { outline: 2px solid var(--new); }
.wide svg { display: block; width: 100%; min-width: 40rem; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; overflow-wrap: normal; }
th, td { padding: .375rem .625rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
td { min-width: 10rem; max-width: 28rem; overflow-wrap: anywhere; } td.short { min-width: 3rem; white-space: nowrap; }
th { background: var(--head); white-space: nowrap; } tr:last-child td { border-bottom: 0; }
tr.warning td, tr.end td { font-weight: 600; } tr.warning td { color: var(--coming); }
summary { cursor: pointer; font-weight: 600; margin: 1rem 0 .5rem; }
ul { padding-left: 1.25rem; } a { color: var(--new); }
`
