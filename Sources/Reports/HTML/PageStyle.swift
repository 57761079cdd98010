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
    main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .3rem; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; margin: 2.6rem 0 .5rem; padding-top: .6rem;
      border-top: 1px solid var(--line); }
    h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
    p { margin: .4rem 0 .8rem; max-width: 48rem; }
    a { color: var(--accent); } li { overflow-wrap: anywhere; }
    .quiet { color: var(--quiet); }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .92rem; min-width: 20rem; }
    caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; }
    th, td { text-align: left; padding: .32rem .9rem .32rem 0; border-bottom: 1px solid var(--line);
      vertical-align: top; overflow-wrap: anywhere; }
    th { font-weight: 600; } tbody th { min-width: 7rem; } .matrix tbody th { min-width: 0; }
    thead th { color: var(--quiet); font-weight: 500; overflow-wrap: normal; }
    .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .chart { padding-top: .15rem; padding-bottom: .15rem; white-space: nowrap; }
    code { font: .88em ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
    .verdict { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline;
      margin: 1.2rem 0; padding: .9rem 1.1rem; background: var(--wash);
      border-left: .35rem solid var(--quiet); }
    .verdict strong { font-size: 1.3rem; }
    .pass { color: var(--good); } .fail { color: var(--bad); }
    .warn, .inconclusive { color: var(--warn); } .not-applicable { color: var(--quiet); }
    .verdict.is-pass { border-color: var(--good); } .verdict.is-fail { border-color: var(--bad); }
    .verdict.is-warn, .verdict.is-inconclusive { border-color: var(--warn); }
    .error { color: var(--bad); } .warning { color: var(--warn); } .info { color: var(--quiet); }
    .figures:empty { display: none; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .8rem;
      margin: 1rem 0; }
    .figure { background: var(--wash); padding: .7rem .9rem; }
    .figure b { display: block; font-size: 1.45rem; font-variant-numeric: tabular-nums;
      line-height: 1.3; }
    .figure span { color: var(--quiet); font-size: .86rem; }
    details { border-bottom: 1px solid var(--line); padding: .45rem 0; }
    summary { cursor: pointer; } summary:focus-visible { outline: 2px solid var(--accent); }
    .finding { display: grid; grid-template: auto 1fr / 9.5rem 1fr; gap: .2rem 1rem; padding: .7rem 0;
      border-top: 1px dashed var(--line); }
    .finding > svg, .pictures { grid-row: span 2; }
    .pictures { display: flex; flex-wrap: wrap; gap: .4rem; align-items: start; }
    .pictures figure { margin: 0; width: 9.4rem; overflow-wrap: anywhere; }
    .finding:has(.pictures figure + figure) { grid-template-columns: 1fr; }
    .halo { fill: none; stroke: #fff; stroke-width: 3.5; stroke-opacity: .75; }
    .pictures .first, .pictures .other { stroke-width: 1.6; }
    .pictures .first { stroke: #0b57d0; } .pictures .other { stroke: #9a5b00; }
    .finding p { margin: 0; overflow-wrap: anywhere; max-width: none; }
    .finding:not(:has(svg)) { grid-template-columns: 1fr; }
    svg { display: block; max-width: 100%; height: auto; }
    svg.bar { display: inline-block; vertical-align: middle; }
    .frame { fill: var(--wash); stroke: var(--line); } .first { fill: none; stroke: var(--accent); }
    .other { fill: none; stroke: var(--warn); stroke-dasharray: 4 3; }
    .line { fill: none; stroke-width: 2; } .band { stroke: none; opacity: .18; }
    .line.series-a { stroke: var(--accent); } .band.series-a { fill: var(--accent); }
    .line.series-b { stroke: var(--warn); } .band.series-b { fill: var(--warn); }
    text.name { fill: var(--ink); font-size: 12px; }
    .mark { stroke: var(--bad); stroke-dasharray: 4 3; }
    figure { margin: .8rem 0; } figcaption { font-size: .86rem; }
    .axis, .tier { stroke: var(--line); } .whisker { stroke: var(--quiet); stroke-width: 1.5; }
    .mid { fill: var(--accent-soft); } .median { stroke: var(--accent); stroke-width: 2.5; }
    .step { fill: var(--warn); } .source { overflow-wrap: anywhere; } .words { min-width: 14rem; }
    .full { fill: var(--accent); } .rest { fill: var(--line); }
    .range { stroke: var(--ink); stroke-width: 1.5; }
    text { fill: var(--quiet); font-size: 10px; font-family: inherit; }
    .cell { text-align: right; font-variant-numeric: tabular-nums; padding: .2rem .5rem;
      min-width: 2.2rem; }
    .matrix th { padding: .2rem .5rem; font-weight: 500; }
    @media (max-width: 34rem) { main { padding: 1rem .8rem 3rem; }
      .finding { grid-template-columns: 1fr; } }
    @media print { main { max-width: none; padding: 0; } h2 { break-after: avoid; }
      tr, .finding { break-inside: avoid; } details:not([open]) > * { display: none; }
      details:not([open]) > summary { display: block; } }
    """
}
