import Findings

/// What labels cost: numbers side by side, a waterfall and a tornado of each scenario, and what they rest on.
struct CostSection: PageSection {
  func part(of page: ReportPage) -> PagePart? {
    guard let cost = page.report.cost else { return nil }
    let drawings = WaterfallChart.all(cost, page.index)
    let parts = zip(cost.scenarios, drawings).map { scenario, drawing in
      part(scenario, drawing, cost)
    }
    return PagePart(
      id: "cost",
      title: "The whole cost",
      body: "\(numbers(cost, page.index))\(HTML.joined(parts))"
    )
  }

  private func numbers(_ cost: CostSummary, _ index: ReportIndex) -> HTML {
    func record(_ row: CostRow, _ scenario: CostSummary.Scenario) -> MetricRecord? {
      index(row.id, cost.slice(of: scenario).values)
    }
    let rows = CostRow.all
      .filter { row in cost.scenarios.contains { record(row, $0) != nil } }
      .map { row -> HTML in
        let cells = cost.scenarios.map { cell(row, record(row, $0)) }
        return """
          <tr><th scope="row">\(row.text)<br><code class="quiet">\(row.id)</code></th>\
          \(HTML.joined(cells))</tr>
          """
      }
    let labels = cost.scenarios.first.flatMap { record(CostRow.all[0], $0)?.n } ?? 0
    let money = cost.currency.isEmpty ? "" : " Amounts are in \(cost.currency)."
    return """
      <p>Of \(NumberText.counted(labels, "label")).\(money) Ranges are those that the measured defect rate \
      leaves; a number without one rests on assumptions only.</p>
      \(Cells.table(
        "What the labels cost",
        Cells.header([("Number", false)] + cost.scenarios.map { ($0.name, true) }),
        rows
      ))
      """
  }

  private func cell(_ row: CostRow, _ record: MetricRecord?) -> HTML {
    guard let record else { return #"<td class="n quiet">–</td>"# }
    guard let value = record.value else {
      return #"<td class="quiet">\#(record.undefinedReason ?? "")</td>"#
    }
    let range = row.range(record)
    let beside: HTML = range.isEmpty ? "" : #"<br><span class="quiet">\#(range)</span>"#
    return #"<td class="n"><b>\#(row.show(value))</b>\#(beside)</td>"#
  }

  private func part(
    _ scenario: CostSummary.Scenario,
    _ drawing: HTML,
    _ cost: CostSummary
  ) -> HTML {
    let title = cost.scenarios.count == 1 ? "From the price to the total" : scenario.name
    let notes = scenario.notes.map { note -> HTML in "<li>\(note.capitalisedFirst).</li>" }
    return """
      <h3>\(title)</h3>
      <figure>\(drawing)</figure>
      \(notes.isEmpty ? "" as HTML : "<ul>\(HTML.joined(notes))</ul>")\
      \(rounds(scenario))\(frames(scenario))\(tornado(scenario))\(assumptions(scenario))
      """
  }

  private func rounds(_ scenario: CostSummary.Scenario) -> HTML {
    guard !scenario.rounds.isEmpty else { return "" }
    let shown = scenario.rounds.prefix(12)
      .map { CostRow.count($0) }.joined(separator: ", ")
    let more = scenario.rounds.count > 12 ? ", …" : ""
    return """
      <p>Corrections in \(NumberText.counted(scenario.rounds.count, "round")): \(shown)\(more).</p>
      """
  }

  private func frames(_ scenario: CostSummary.Scenario) -> HTML {
    guard !scenario.frames.isEmpty else { return "" }
    let rows = scenario.frames.map { frame -> HTML in
      """
      <tr><td class="n">\(NumberText.rounded(frame.objectsPerFrame, decimals: 1))</td>\
      <td class="n">\(CostRow.amount(frame.objectPrice))</td></tr>
      """
    }
    return """
      \(Cells.table(
        "What an object costs where a frame has a price",
        Cells.header([("Objects in a frame", true), ("Price of an object", true)]),
        rows
      ))
      """
  }

  private func tornado(_ scenario: CostSummary.Scenario) -> HTML {
    let drawing = TornadoChart(scenario.sensitivities).svg
    guard !scenario.sensitivities.isEmpty else { return "" }
    return """
      <h4>What moves the total most</h4>
      <figure>\(drawing)<figcaption class="quiet">Each number alone goes from one end of its range to the \
      other; assumptions without a range go 25 % down and up.</figcaption></figure>
      """
  }

  private func assumptions(_ scenario: CostSummary.Scenario) -> HTML {
    let rows = scenario.assumptions.map { assumption -> HTML in
      let range =
        assumption.low.flatMap { low in
          assumption.high.map { "\(NumberText.short(low)) … \(NumberText.short($0))" }
        } ?? ""
      return """
        <tr><th scope="row"><code>\(assumption.id)</code></th>\
        <td class="n"><b>\(NumberText.short(assumption.value))</b></td>\
        <td class="n quiet">\(range)</td><td class="words">\(assumption.summary)</td>\
        <td>\(assumption.measured.map { "measured: \($0)" } ?? "assumed")</td></tr>
        """
    }
    let source: HTML =
      scenario.source.isEmpty ? "" : #"<p class="quiet source">Source: \#(scenario.source)</p>"#
    return """
      <details><summary>What the estimate rests on</summary>\(source)\
      \(Cells.table(
        "Assumptions",
        isNamed: true,
        Cells.header([
          ("Number", false), ("Value", true), ("Range", true), ("What it is", false),
          ("Where from", false),
        ]),
        rows
      ))</details>
      """
  }
}
