import Findings

/// A history as one page: no network, every word of a user escaped, and all there without its script.
package struct HistoryPage: Sendable {
  package init() {}

  /// Runs in the table and in a chart; older ones are counted.
  private static let listedRuns = 200

  package func text(of history: History) -> String {
    let title: HTML = "History of \(history.name)"
    let groups = history.groups.map(Self.section)
    let page = HTML.page(
      title: title,
      style: Self.style,
      body: """
        <header><h1>\(title)</h1>
        <p class="quiet">\(history.counts)</p></header>
        <main>
        \(Self.drops(history))
        \(HTML.joined(groups))
        \(Self.runs(history.runs))
        \(Self.rule)
        </main>

        """
    )
    return page.markup
  }

  private static let style: HTML = """
    .dot { stroke: var(--accent); stroke-width: 1.5; } .dot.full { fill: var(--accent); }
    .dot.hollow { fill: var(--paper); } .drop { stroke: var(--bad); stroke-width: 2.5; fill: none; }
    .trends { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr));
      gap: 0 2rem; } .trends figure { min-width: 0; } .trends h3 { margin-bottom: 0; }
    """

  /// What the last run of each group has that is worse than usual: the first thing to know.
  private static func drops(_ history: History) -> HTML {
    let lines = history.groups.flatMap { group in
      group.trends.compactMap { trend -> HTML? in
        guard let last = trend.points.last, last.judgement.isDrop, let value = last.value else {
          return nil
        }
        return """
          <p><strong class="fail">\(trend.metric) \(NumberText.rounded(value))</strong> in run \
          \(last.run) of \(group.title): \(last.judgement.text)</p>
          """
      }
    }
    guard !lines.isEmpty else {
      let judged = history.groups.flatMap(\.trends).contains { trend in
        if case .usual = trend.points.last?.judgement { true } else { false }
      }
      return judged
        ? "<p class=\"pass\">No number of the last runs is a drop.</p>"
        : "<p class=\"quiet\">No number can be judged yet: too few runs were accepted.</p>"
    }
    return "<h2>Drops in the last runs</h2>\(HTML.joined(lines))"
  }

  private static func section(_ group: History.Group) -> HTML {
    let known = group.trendsMainFirst.filter { $0.points.contains { $0.value != nil } }
    let charts = known.map { trend -> HTML in
      let chart = TrendChart(trend: last(of: trend)).svg
      let name = trend.slice == .overall ? trend.metric : "\(trend.metric), \(trend.slice)"
      return """
        <figure><h3>\(name)</h3>\(chart)<figcaption class="quiet">\
        \(trend.verdict)</figcaption></figure>
        """
    }
    let names = group.trends.filter { $0.points.allSatisfy { $0.value == nil } }.map(\.metric)
    let undefined: HTML =
      names.isEmpty
      ? "" : "<p class=\"quiet\">Without a value in any run: \(names.joined(separator: ", ")).</p>"
    let left: HTML =
      group.runs > listedRuns ? " The last \(listedRuns) runs are drawn." : ""
    return """
      <h2>\(group.name)</h2>
      <p class="quiet">\(group.group.parameters)</p>
      <p class="quiet">\(NumberText.counted(group.runs, "complete run")). Full dots are accepted \
      runs, a cross is a drop, lines through dots are intervals, dashed lines the policy's \
      targets.\(left)</p>
      <div class="trends">\(HTML.joined(charts))</div>\(undefined)
      """
  }

  private static func last(of trend: Trend) -> Trend {
    var trend = trend
    trend.points = trend.points.suffix(listedRuns)
    return trend
  }

  private static func runs(_ runs: [RunSummary]) -> HTML {
    let shown = runs.suffix(listedRuns).reversed()
    let rows = shown.map { run -> HTML in
      let verdict: HTML =
        run.verdict.map { "<td class=\"\($0.rawValue)\">\($0.inWords)</td>" } ?? "<td>–</td>"
      return """
        <tr><th scope="row" class="n">\(run.run)</th><td>\(run.recorded)</td>\
        <td>\(run.command)</td><td>\(run.series)</td><td>\(run.state.rawValue)</td>\(verdict)\
        <td class="n">\(run.findings.map(NumberText.grouped) ?? "–")</td>\
        <td>\(run.inputs.joined(separator: ", "))</td>\
        <td>\(run.note.isEmpty ? run.decisionText : run.note)</td></tr>
        """
    }
    let left = runs.count - shown.count
    let more: HTML = left > 0 ? "<p class=\"quiet\">\(left) earlier runs are not listed.</p>" : ""
    let head = Cells.header([
      ("run", true), ("recorded", false), ("command", false), ("series", false), ("state", false),
      ("gate", false), ("findings", true), ("inputs", false), ("decision or note", false),
    ])
    return "<h2>Runs</h2>\(Cells.table("The last run first", head, rows))\(more)"
  }

  private static let rule: HTML = """
    <h2>How a drop is told</h2>
    <p>A number is a drop where z = (x − m) / s, signed so that worse is negative, is −3.5 or less. \
    m is the median of the last 20 accepted runs before it (at least 5) of the same command, series \
    and parameters; s is the larger of 1.4826 times their median absolute deviation and the standard \
    error that the interval of x implies. Partial and failed runs take no part. Numbers of which \
    neither more nor less is better are not judged.</p>
    """
}
