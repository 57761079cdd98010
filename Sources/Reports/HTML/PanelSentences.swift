import Findings

/// What the comparison of more than two annotators says, in sentences.
struct PanelSentences {
  private let page: ReportPage
  private var index: ReportIndex { page.index }

  init(_ page: ReportPage) { self.page = page }

  /// None for a report that is no panel.
  var all: [HTML] {
    guard !index.isOfTwo else { return [] }
    return [together, pairs, errors].compactMap { $0 }
  }

  private var together: HTML? {
    guard let clusters = index.value("clusters"), let complete = index.value("clusters-complete")
    else { return nil }
    return """
      \(NumberText.rounded(complete)) of \(NumberText.rounded(clusters)) objects were drawn by \
      <a href="#panel">all annotators</a>\(unseen ?? "").
      """
  }

  /// How many more objects there are at least.
  private var unseen: HTML? {
    guard let record = index("unseen-chao"), let value = record.value, let n = record.n,
      let interval = record.interval, value >= 0.5
    else { return nil }
    return """
      ; if those that one alone drew are real, at least \(NumberText.rounded(value)) more \
      (95 % \(NumberText.rounded(interval.low)) … \(NumberText.rounded(interval.high)), beside \
      \(NumberText.grouped(n))) were <a href="#def-unseen-chao">drawn by nobody</a>
      """
  }

  private var pairs: HTML? {
    let pairs = page.report.metrics.filter { $0.id == "dice" && $0.slice.values.count == 1 }
      .compactMap { record in
        record.slice[.pair].flatMap { name in record.value.map { (name: name, value: $0) } }
      }.sorted { ($0.value, $0.name) < ($1.value, $1.name) }
    guard pairs.count > 1, let least = pairs.first, let most = pairs.last else { return nil }
    return """
      \(page.name(pair: least.name)) agree least (dice \(NumberText.fixed(least.value))), \(page.name(pair: most.name)) most \
      (\(NumberText.fixed(most.value))).
      """
  }

  private var errors: HTML? {
    let rates = page.annotators.compactMap { name in
      index("annotator-error-rate", [.annotator: name]).flatMap { record in
        record.value.map { (name: name, value: $0, n: record.n ?? 0) }
      }
    }.sorted { ($1.value, $0.name) < ($0.value, $1.name) }
    guard rates.count > 1, let worst = rates.first, let best = rates.last else { return nil }
    return """
      <a href="#annotators">\(page.name(worst.name)) errs most</a> \
      (\(NumberText.percent(worst.value)) of \(NumberText.grouped(worst.n))), \
      \(page.name(best.name)) least (\(NumberText.percent(best.value))).
      """
  }
}
