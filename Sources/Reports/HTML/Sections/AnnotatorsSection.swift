import Findings

/// How each annotator draws and errs against the reference, or against the other.
struct AnnotatorsSection: PageSection {
  private static let edges = ["left", "top", "right", "bottom"]
  /// Above this, chance explains the drift in fewer than 5 of 100 cases.
  private static let drifts = 1.358
  private static let drawnAnnotators = 12

  func part(of page: ReportPage) -> PagePart? {
    let annotators = page.annotators
    guard !annotators.isEmpty else { return nil }
    let sentences = page.report.findings.items.filter { $0.rule == "systematic-tightness" }
      .map { "<p><b>\($0.message).</b></p>" as HTML }
    return PagePart(
      id: "annotators",
      title: "Annotators",
      body: """
        \(HTML.joined(sentences))<p>\(reference(page)) Area above 0 % is drawn larger. The spread is how \
        much the area varies from pair to pair (1.4826 · MAD). Edges are signed outwards, as a share of the \
        reference box's side.</p>
        \(drawing(annotators, page))<div class="charts">\(tightness(annotators, page))\
        \(HTML.joined(offsets(annotators.prefix(Self.drawnAnnotators), page)))\
        \(DriftFigure().html(annotators, page))</div>
        \(errors(annotators, page))
        """
    )
  }

  private func reference(_ page: ReportPage) -> HTML {
    page.index.isOfTwo
      ? """
      Each against the other, on matched pairs of the same category; there is no reference, so only the \
      difference is known.
      """
      : "Each on matched pairs of the same category against the reference, else what most of the others drew."
  }

  /// Columns that no annotator has a number for are left out.
  private func drawing(_ annotators: [String], _ page: ReportPage) -> HTML {
    let columns = Self.columns.filter { column in
      annotators.contains { page.index.value(column.id, [.annotator: $0]) != nil }
    }
    let rows = annotators.map { annotator -> HTML in
      let slice: [SliceKey: String] = [.annotator: annotator]
      let cells = columns.map { column in column.cell(page.index(column.id, slice)) }
      return """
        <tr><th scope="row">\(page.name(annotator))</th>\
        \(area(page.index("tightness-bias", slice)))\(HTML.joined(cells))</tr>
        """
    }
    let head = Cells.header(
      [("Annotator", false), ("Area", true), ("Interval", true), ("Pairs", true)]
        + columns.map { ($0.name, true) }
    )
    return Cells.table("How each annotator draws", head, rows)
  }

  private struct Column {
    var id: String
    var name: String
    var cell: @Sendable (MetricRecord?) -> HTML
  }

  private static let columns = [
    Column(id: "tightness-spread", name: "Spread", cell: spread),
    Column(id: "centre-shift", name: "Centre shift", cell: share),
    Column(id: "edge-offset-left", name: "Left edge", cell: share),
    Column(id: "edge-offset-top", name: "Top", cell: share),
    Column(id: "edge-offset-right", name: "Right", cell: share),
    Column(id: "edge-offset-bottom", name: "Bottom", cell: share),
    Column(id: "iou-mean", name: "Mean IoU") { Cells.plain($0) },
    Column(id: "tightness-drift", name: "Drift", cell: drift),
    Column(id: "seconds-per-object", name: "Seconds") { Cells.plain($0, decimals: 1) },
  ]

  @Sendable private static func share(_ record: MetricRecord?) -> HTML {
    Cells.plain(record, asPercent: true)
  }

  @Sendable private static func spread(_ record: MetricRecord?) -> HTML {
    let text = record?.value.map { "± \(NumberText.percent(Tightness.area($0)))" }
    return #"<td class="n">\#(text ?? "–")</td>"#
  }

  @Sendable private static func drift(_ record: MetricRecord?) -> HTML {
    guard let value = record?.value else { return #"<td class="n">–</td>"# }
    let text = NumberText.fixed(value, decimals: 2)
    return value > drifts
      ? #"<td class="n warn">\#(text), drifts</td>"# : #"<td class="n">\#(text)</td>"#
  }

  /// Tightness as area, which needs no logarithm to be read.
  private func area(_ record: MetricRecord?) -> HTML {
    guard case .number(let bias, let n, let interval) = record?.outcome else {
      return Cells.number(record)
    }
    let areas = MetricRecord(
      id: "tightness-bias",
      slice: .overall,
      outcome: .number(
        Tightness.area(bias),
        n: n,
        interval: interval.map {
          .init(low: Tightness.area($0.low), high: Tightness.area($0.high), method: $0.method)
        }
      )
    )
    return Cells.number(areas, asPercent: true)
  }

  private func tightness(_ annotators: [String], _ page: ReportPage) -> HTML {
    let points = annotators.compactMap { name -> TightnessChart.Annotator? in
      let slice: [SliceKey: String] = [.annotator: name]
      guard let bias = page.index("tightness-bias", slice), let value = bias.value,
        let spread = page.index.value("tightness-spread", slice)
      else { return nil }
      return TightnessChart.Annotator(
        name: page.name(name),
        bias: Tightness.area(value),
        low: bias.interval.map { Tightness.area($0.low) },
        high: bias.interval.map { Tightness.area($0.high) },
        spread: Tightness.area(spread)
      )
    }
    let chart = TightnessChart(annotators: points).svg
    guard !chart.isEmpty else { return "" }
    return """
      <figure>\(chart)<figcaption class="quiet">Size drawn against how evenly: left is tighter, low is \
      steadier. Lines are 95 % intervals.</figcaption></figure>
      """
  }

  private func offsets(_ annotators: some Sequence<String>, _ page: ReportPage) -> [HTML] {
    let offsets = annotators.map { annotator in
      Self.edges.compactMap { page.index.value("edge-offset-\($0)", [.annotator: annotator]) }
    }
    let exaggeration = OffsetDrawing.exaggeration(of: offsets.flatMap { $0 })
    return zip(annotators, offsets).compactMap { annotator, offsets in
      let drawing = OffsetDrawing(
        name: page.name(annotator),
        offsets: offsets,
        exaggeration: exaggeration
      )
      let svg = drawing.svg
      guard !svg.isEmpty else { return nil }
      return "<figure>\(svg)<figcaption class=\"quiet\">\(drawing.caption)</figcaption></figure>"
    }
  }

  /// Rates of each kind of error; only of a panel.
  private func errors(_ annotators: [String], _ page: ReportPage) -> HTML {
    let columns: [(id: String, name: String, isShare: Bool)] = [
      ("annotator-rank", "Rank", false), ("annotator-error-rate", "Errors of all", true),
      ("annotator-error-rate-shrunken", "drawn to the cohort", true),
      ("missing-rate", "Missing", true), ("extra-rate", "Extra", true),
      ("category-error-rate", "Other category", true),
    ].filter { page.index($0.id, [.annotator: annotators[0]]) != nil }
    guard !page.index.isOfTwo, !columns.isEmpty else { return "" }
    func row(_ name: String, _ slice: [SliceKey: String]) -> HTML {
      let cells = columns.map { column -> HTML in
        let record = page.index(column.id, slice)
        return column.isShare
          ? Cells.number(record, asPercent: true) : Cells.rank(record)
      }
      return #"<tr><th scope="row">\#(name)</th>\#(HTML.joined(cells))</tr>"#
    }
    let rows =
      annotators.map { row(page.name($0), [.annotator: $0]) }
      + page.cohorts.map { row("cohort \($0)", [.cohort: $0]) }
    let head = Cells.header(
      [("Annotator", false)]
        + columns.flatMap { [($0.name, true), ("Interval", true), ("n", true)] }
    )
    return "<h3>Errors</h3>\(Cells.table("Errors of each annotator", head, rows))"
  }
}
