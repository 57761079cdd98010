/// The look of the page: light and dark, narrow and wide, on screen and on paper.
enum PageStyle {
  static let css: HTML = """
    :root { color-scheme: light dark;
      --ink: #1b2430; --quiet: #566273; --line: #d7dde5; --paper: #ffffff; --wash: #f4f6f9;
      --accent: #1f5fbf; --accent-soft: #b9d0ef; --good: #17693a; --bad: #ad2020; --warn: #8a5a00; }
    @media (prefers-color-scheme: dark) { :root {
      --ink: #e4e9f0; --quiet: #a3afbf; --line: #36404d; --paper: #12171e; --wash: #1b222c;
      --accent: #7fb0f5; --accent-soft: #2c4a73; --good: #68c98f; --bad: #f08a8a; --warn: #e5b45a; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
    header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1rem; }
    header { padding-top: 1.5rem; } footer { padding-bottom: 3rem; }
    nav ol { padding-left: 1.4rem; columns: 2 15rem; font-size: .92rem; } nav li { margin-right: 1rem; }
    @media (min-width: 100rem) { body { padding-left: 15rem; }
      nav { position: fixed; top: 0; left: 0; bottom: 0; width: 16rem; margin: 0; overflow-y: auto;
        padding: 1.2rem 1rem; background: var(--wash); } nav ol { columns: 1; } }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; margin: 2.6rem 0 .5rem; padding-top: .6rem;
      border-top: 1px solid var(--line); }
    #short h2 { border: 0; margin-top: .8rem; padding: 0; }
    h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
    p, .short { margin: .4rem 0 .8rem; max-width: 56rem; overflow-wrap: anywhere; }
    .short { padding-left: 1.2rem; } .short li { margin: .3rem 0; }
    li { overflow-wrap: anywhere; }
    a { color: var(--accent); } a code { color: inherit; }
    .quiet { color: var(--quiet); }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
    .scroll { overflow-x: auto; margin: .6rem 0 1rem; }
    table { border-collapse: collapse; font-size: .92rem; min-width: 20rem; }
    caption { text-align: left; color: var(--quiet); }
    caption span { display: block; padding-bottom: .4rem; }
    th, td { text-align: left; padding: .32rem .9rem .32rem 0; border-bottom: 1px solid var(--line);
      vertical-align: top; }
    th { font-weight: 600; } tbody th { min-width: 8.5rem; max-width: 28rem; overflow-wrap: anywhere; }
    .matrix tbody th { min-width: 0; }
    td { max-width: 34rem; overflow-wrap: anywhere; } tbody td:not(.n, .chart, .cell) { min-width: 6rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    thead th { color: var(--quiet); font-weight: 500; vertical-align: bottom; }
    thead button { all: unset; cursor: pointer; } thead button:hover { color: var(--accent); }
    thead button:focus-visible { outline: 2px solid var(--accent); }
    [aria-sort=ascending] button::after { content: " ↑"; }
    [aria-sort=descending] button::after { content: " ↓"; }
    .filter { display: block; color: var(--quiet); font-size: .92rem; margin: .4rem 0; }
    .filter input { font: inherit; color: var(--ink); background: var(--paper);
      border: 1px solid var(--quiet); padding: .15rem .4rem; max-width: 14rem; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .chart { padding-top: .4rem; padding-bottom: .15rem; white-space: nowrap; }
    tbody td.reason:not(.n) { min-width: 17rem; } .clauses td:first-child { white-space: nowrap; }
    .clauses tbody th { min-width: 10.5rem; }
    code { font: .88em ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
    th code { font-weight: 400; }
    .verdict { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline;
      margin: 1.2rem 0; padding: .9rem 1.1rem; background: var(--wash);
      border-left: .35rem solid var(--quiet); }
    .verdict strong { font-size: 1.3rem; }
    .pass { color: var(--good); } .fail { color: var(--bad); }
    .warn, .inconclusive { color: var(--warn); } .not-applicable { color: var(--quiet); }
    .verdict.is-pass { border-color: var(--good); } .verdict.is-fail { border-color: var(--bad); }
    .verdict.is-warn, .verdict.is-inconclusive { border-color: var(--warn); }
    .error { color: var(--bad); } .warning { color: var(--warn); } .info { color: var(--quiet); }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .8rem;
      margin: 1rem 0; }
    .figure { background: var(--wash); padding: .7rem .9rem; }
    .figure b { display: block; font-size: 1.45rem; font-variant-numeric: tabular-nums;
      line-height: 1.3; }
    .figure span { display: block; color: var(--quiet); font-size: .86rem; line-height: 1.35; }
    .figure .range-text { color: var(--ink); margin-top: .3rem; font-variant-numeric: tabular-nums; }
    details { border-bottom: 1px solid var(--line); padding: .45rem 0; }
    summary { cursor: pointer; overflow-wrap: anywhere; }
    .note { color: var(--quiet); }
    .finding { display: grid; grid-template: auto 1fr / minmax(9rem, auto) 1fr; gap: .2rem 1rem;
      padding: .7rem 0; border-top: 1px dashed var(--line); }
    .finding > svg, .pictures { grid-row: span 2; }
    .pictures { display: flex; flex-wrap: wrap; gap: .4rem; align-items: start; }
    .pictures figure { margin: 0; width: 9.4rem; overflow-wrap: anywhere; }
    .finding:has(.pictures figure + figure) { grid-template-columns: 1fr; }
    .halo { fill: none; stroke: #fff; stroke-width: 3.5; stroke-opacity: .75; }
    .pictures .first, .pictures .other { stroke-width: 1.6; }
    .pictures .first { stroke: #0b57d0; } .pictures .other { stroke: #9a5b00; }
    .finding[hidden] { display: none; }
    .boxes { display: flex; flex-wrap: wrap; gap: .4rem; grid-row: span 2; }
    .finding p { margin: 0; overflow-wrap: anywhere; max-width: none; }
    .finding:not(:has(svg)) { grid-template-columns: 1fr; }
    svg { display: block; max-width: 100%; height: auto; }
    svg.bar { display: inline-block; vertical-align: middle; }
    .chart svg { max-width: none; }
    .charts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: flex-end; }
    .charts figcaption { max-width: 16rem; } .charts figure:first-child figcaption { max-width: 29rem; }
    .frame { fill: var(--wash); stroke: var(--quiet); stroke-width: .75; }
    .first { fill: none; stroke: var(--accent); stroke-width: 1.5; }
    .ring { fill: none; stroke: var(--accent); stroke-width: .75; }
    .other { fill: none; stroke: var(--warn); stroke-width: 1.5; stroke-dasharray: 4 3; }
    .line { fill: none; stroke-width: 2; } .band { stroke: none; opacity: .18; }
    .line.series-a { stroke: var(--accent); } .band.series-a { fill: var(--accent); }
    .line.series-b { stroke: var(--warn); stroke-dasharray: 7 3; } .band.series-b { fill: var(--warn); }
    .mark { stroke: var(--bad); stroke-width: 1.25; stroke-dasharray: 4 3; }
    figure { margin: .8rem 0; } figcaption { font-size: .86rem; margin-top: .3rem; }
    .axis, .tier { stroke: var(--line); } .zero { stroke: var(--quiet); }
    .whisker { stroke: var(--quiet); stroke-width: 1.5; }
    .mid { fill: var(--accent-soft); stroke: var(--accent); stroke-width: .75; }
    .median { stroke: var(--accent); stroke-width: 2.5; }
    .dot { fill: var(--accent); } .full { fill: var(--accent); } .rest { fill: var(--line); }
    .same { fill: var(--accent); } .renamed { fill: var(--bad); } .only-a { fill: var(--warn); }
    .only-b { fill: var(--quiet); } .key { white-space: nowrap; margin-right: .6rem; }
    .key svg { display: inline-block; }
    .step { fill: var(--warn); } .source { overflow-wrap: anywhere; } .words { min-width: 14rem; }
    .range { stroke: var(--ink); stroke-width: 1.5; }
    text { fill: var(--quiet); font-size: 11px; font-family: inherit; }
    text.name { fill: var(--ink); font-size: 12px; } text.marked { fill: var(--bad); }
    .cell { text-align: right; font-variant-numeric: tabular-nums; padding: .2rem .5rem;
      min-width: 2.2rem; }
    .matrix th { padding: .2rem .5rem; font-weight: 500; }
    @media (max-width: 40rem) { header, main, footer { padding-left: .8rem; padding-right: .8rem; }
      .finding { grid-template-columns: 1fr; } .figures { grid-template-columns: 1fr 1fr; }
      .scroll { border-right: 1px dashed var(--quiet); }
      caption span { position: sticky; left: 0; max-width: calc(100vw - 2.5rem); }
      tbody th { max-width: 9.5rem; position: sticky; left: 0;
        background: var(--paper); } }
    @media print { header, main, footer { max-width: none; padding: 0; } nav, .filter { display: none; }
      body { padding: 0; font-size: 10pt; } h2, h3, summary { break-after: avoid; }
      tr, .finding, figure, .figure { break-inside: avoid; } .scroll { overflow: visible; }
      table { min-width: 0; font-size: 7.5pt; } th, td { padding-right: .5rem; }
      tbody td.reason:not(.n), tbody th, tbody td:not(.n, .chart, .cell) { min-width: 0; } .chart svg { max-width: 6.5rem; }
      .figures { grid-template-columns: repeat(4, 1fr); } a { color: inherit; text-decoration: none; } }
    """
}
