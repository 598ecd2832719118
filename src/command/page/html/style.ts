/** The style of the page: dark or light as the reader's system says, tables as cards below 760 pixels. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0550ae;
  --good: #0f5323; --good-back: #dafbe1; --bad: #86061d; --bad-back: #ffebe9; --warn: #633c01; --warn-back: #fff8c5;
  --s0: #a40e26; --s1: #0550ae;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --panel: #151b23; --line: #3d444d; --text: #f0f6fc; --quiet: #9198a1; --link: #79c0ff;
    --good: #7ee787; --good-back: #0f2d19; --bad: #ffa198; --bad-back: #3c1618; --warn: #f2cc60; --warn-back: #341a00;
    --s0: #ff7b72; --s1: #79c0ff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 90rem; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
a { color: var(--link); }
small, .quiet { color: var(--quiet); }
small { display: block; font-size: .85rem; font-weight: normal; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.facts li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; background: var(--panel); }
.facts b { display: block; font-size: 1.5rem; line-height: 1.3; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; min-width: 0; }
figcaption { font-weight: 600; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 0 .5rem; padding: 0; list-style: none; }
.key { display: inline-block; width: 1rem; height: .25rem; margin-right: .4rem; vertical-align: middle; background: var(--s0); }
.key.s1 { background: var(--s1); }
.plot { position: relative; }
.plot svg { display: block; width: 100%; height: 9rem; border-bottom: 1px solid var(--line); border-top: 1px dashed var(--line); }
.plot span { position: absolute; left: 0; font-size: .8rem; color: var(--quiet); background: var(--page); padding: 0 .25rem; }
.plot .most { top: -.6rem; } .plot .least { bottom: -.6rem; }
.axis { display: flex; justify-content: space-between; margin: .5rem 0; font-size: .85rem; color: var(--quiet); }
path { fill: none; stroke: var(--s0); stroke-width: 2.5px; stroke-linejoin: round; stroke-linecap: round; vector-effect: non-scaling-stroke; }
path.s1 { stroke: var(--s1); }
td svg { display: block; width: 6rem; height: 1.75rem; }
table { border-collapse: collapse; width: 100%; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid var(--line); font-weight: normal; }
thead th { background: var(--panel); font-weight: 600; }
table[data-most], table[data-most] :is(thead, tbody) { display: block; }
table[data-most] tr { display: grid; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 5rem; }
table[data-most] tr :is(th, td) { border: 0; min-width: 0; }
table[data-most] thead tr { background: var(--panel); content-visibility: visible; }
#groups tr { grid-template-columns: 2.6fr 1.2fr 1.2fr 1.2fr .8fr .8fr 1.7fr 1.1fr 1.9fr; }
#services tr { grid-template-columns: 1.5fr 1.2fr .8fr .8fr .8fr 1fr 2fr 1.2fr; }
#runs tr { grid-template-columns: 1fr 1.2fr 1.1fr 1.3fr 1.2fr 2fr .9fr 1.4fr; }
#open tr { grid-template-columns: 2.4fr 1.2fr 2fr 1.4fr 1fr 1fr; }
#holds tr { grid-template-columns: 1fr 1.1fr 1.2fr 3fr .9fr 1.1fr 1.1fr; }
td.number, .numbers td { font-variant-numeric: tabular-nums; }
thead button { all: unset; cursor: pointer; font-weight: 600; overflow-wrap: normal; }
thead button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
th[aria-sort="ascending"] button::after { content: " \\25B2"; }
th[aria-sort="descending"] button::after { content: " \\25BC"; }
tbody th[scope="row"] { font-weight: 600; }
.chip { display: inline-block; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; font-size: .85rem; white-space: nowrap; color: var(--text); background: var(--panel); }
.chip.good { color: var(--good); background: var(--good-back); }
.chip.bad { color: var(--bad); background: var(--bad-back); }
.chip.warn { color: var(--warn); background: var(--warn-back); }
.tools { margin: .5rem 0; display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; }
input, .tools button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: .4rem; padding: .35rem .6rem; max-width: 100%; min-height: 2.5rem; }
.tools button { cursor: pointer; background: var(--panel); }
summary { cursor: pointer; color: var(--link); }
.numbers { width: auto; }
footer { margin-top: 2rem; color: var(--quiet); font-size: .9rem; }
@media (max-width: 760px) {
  table[data-most] tr { display: block; }
  table[data-most] thead tr { background: none; border: 0; display: flex; flex-wrap: wrap; gap: .4rem; padding: .4rem 0; }
  table[data-most] thead th { display: block; padding: 0; border: 0; background: none; }
  table[data-most] thead button { border: 1px solid var(--line); border-radius: .4rem; padding: .3rem .6rem; min-height: 2rem; background: var(--panel); }
  table[data-most] tbody tr { contain-intrinsic-size: auto 20rem; border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 .75rem; padding: .25rem .5rem; }
  table[data-most] tbody :is(th, td) { display: grid; min-width: 0; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .5rem; border: 0; padding: .15rem 0; }
  table[data-most] tbody :is(th, td)::before { content: attr(data-label); color: var(--quiet); font-weight: normal; }
}
@media print { .tools, details { display: none; } }
`
