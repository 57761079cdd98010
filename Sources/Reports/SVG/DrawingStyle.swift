/// The look of a drawing that stands on its own, light and dark.
enum DrawingStyle {
  /// Lines beyond the styles start over.
  static func line(_ index: Int) -> String { "line line-\(index % 6)" }

  static let element: HTML = """
    <style>
    :root { color-scheme: light dark; }
    svg { --ink: #1b2430; --quiet: #566273; --rule: #d7dde5; --paper: #ffffff; --cell: #b9d0ef; }
    .line-0 { stroke: #1f5fbf; } .line-1 { stroke: #b8560b; } .line-2 { stroke: #17693a; }
    .line-3 { stroke: #8a2fa0; } .line-4 { stroke: #ad2020; } .line-5 { stroke: #566273; }
    @media (prefers-color-scheme: dark) {
    svg { --ink: #e4e9f0; --quiet: #a3afbf; --rule: #36404d; --paper: #12171e; --cell: #2c4a73; }
    .line-0 { stroke: #7fb0f5; } .line-1 { stroke: #f0a35e; } .line-2 { stroke: #68c98f; }
    .line-3 { stroke: #d392e6; } .line-4 { stroke: #f08a8a; } .line-5 { stroke: #a3afbf; } }
    text { fill: var(--quiet); font: 12px system-ui, "Liberation Sans", sans-serif; }
    .title, .count { fill: var(--ink); font-weight: 600; font-size: 14px; }
    .paper { fill: var(--paper); } .axis { stroke: var(--rule); }
    .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
    .mark { stroke: var(--quiet); stroke-dasharray: 4 3; }
    .cell { fill: var(--cell); stroke: var(--rule); }
    </style>
    """
}
