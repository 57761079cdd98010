import Findings
import Glibc

/// What the comparison of two annotators says, in sentences: what is lost where, and by whom.
struct ComparisonSentences {
  private let page: ReportPage
  private var index: ReportIndex { page.index }

  /// What the trade asks for before full-scale work.
  static let usualTarget = 0.7
  /// Categories and parts with fewer objects say little.
  private static let smallestPart = 20

  init(_ page: ReportPage) { self.page = page }

  /// None for a report that is no comparison of two.
  var all: [HTML] {
    guard index.isOfTwo else { return [] }
    return [loss, kind, target, worst, tightness, missing].compactMap { $0 }
  }

  private var outcomes: OutcomeBar { ObjectOutcomes(page.report.confusion).overall }

  private var names: HTML {
    let inputs = page.report.inputs
    if let a = page.report.parameters["annotator-a"]?.text,
      let b = page.report.parameters["annotator-b"]?.text
    {
      return "A is \(a), B is \(b). "
    }
    guard inputs.count == 2 else { return "" }
    return "A is \(inputs[0].name), B is \(inputs[1].name). "
  }

  private var loss: HTML? {
    let objects = outcomes
    guard objects.total > 0 else { return nil }
    func share(_ count: Int) -> String {
      NumberText.percent(Double(count) / Double(objects.total))
    }
    return """
      \(names)Of \(NumberText.grouped(objects.total)) objects of both, <b>\(share(objects.same))</b> have a \
      partner of the same category on the other side, \(share(objects.otherCategory)) one of another \
      category; \(NumberText.grouped(objects.onlyA)) (\(share(objects.onlyA))) only A has, \
      \(NumberText.grouped(objects.onlyB)) (\(share(objects.onlyB))) only B.
      """
  }

  /// Whether names or boxes are what they disagree about.
  private var kind: HTML? {
    let objects = outcomes
    let alone = objects.onlyA + objects.onlyB
    let lost = objects.otherCategory + alone
    guard lost > 0 else { return "They disagree about no object." }
    let names = Double(objects.otherCategory) / Double(lost)
    return """
      Of the \(NumberText.counted(lost, "object")) they disagree about, \
      <b>\(NumberText.percent(names)) is the <a href="#confusion">category</a></b>, \
      \(NumberText.percent(1 - names)) that the other drew nothing there\(near(alone)).\(pairs)
      """
  }

  /// How many of the objects without a partner would have one at a lower threshold.
  private func near(_ alone: Int) -> HTML {
    guard let iou = page.report.parameters["iou"]?.number, alone > 0, iou > 0.3 else { return "" }
    guard let strict = index.value("matched"), let loose = index.value("matched", [.iou: "0.3"]),
      loose >= strict
    else { return " (<code>--curve</code> tells how much of this is loose boxes)" }
    let found = min(alone, Int(2 * (loose - strict)))
    return """
      : \(NumberText.grouped(found)) of these \(NumberText.grouped(alone)) have a partner from \
      <a href="#curve">IoU 0.3</a> on (loose boxes), \(NumberText.grouped(alone - found)) have none (missing \
      objects)
      """
  }

  /// How well the boxes of a pair lie on each other.
  private var pairs: HTML {
    guard let share = index("iou-share", [.iou: "0.75"]), let value = share.value, let n = share.n
    else { return "" }
    return """
       Of \(NumberText.counted(n, "matched pair")) of one category \
      <b>\(NumberText.percent(value)) reach IoU 0.75</b> (tight).
      """
  }

  /// Which agreement numbers reach what the trade asks for, each by its name.
  private var target: HTML? {
    let named = [("dice", "dice"), ("alpha", "α"), ("cohen-kappa", "κ")].compactMap { id, name in
      index(id).flatMap { record in record.value.map { (name: name, value: $0, record: record) } }
    }
    guard !named.isEmpty else { return nil }
    let parts = named.map { name, value, record -> HTML in
      let limit = Self.usualTarget
      let surely = record.interval.map { value >= limit ? $0.low >= limit : $0.high < limit }
      let doubt: HTML = surely == false ? ", though its interval leaves it open" : ""
      return """
        \(name) \(NumberText.fixed(value)) \(value >= limit ? "does" : "<b>does not</b>" as HTML)\(doubt)
        """
    }
    return """
      Does it reach 0.70, which the trade asks for before full-scale work? \
      \(HTML.joined(parts, separator: "; ")) (<a href="#agreement">all named numbers</a>).
      """
  }

  private var worst: HTML? {
    let records = index.categories.compactMap { name in
      index("dice", [.category: name]).map { (name, $0) }
    }
    let judged = records.filter { ($0.1.n ?? 0) >= Self.smallestPart && $0.1.value != nil }
      .sorted { ($0.1.value ?? 2, $0.0) < ($1.1.value ?? 2, $1.0) }
    guard !judged.isEmpty else { return nil }
    let names = judged.prefix(5).map { name, record -> HTML in
      "\(name) \(NumberText.fixed(record.value ?? 0, decimals: 2)) (n \(record.n ?? 0))"
    }
    let below = judged.count { ($0.1.value ?? 1) < Self.usualTarget }
    return """
      <a href="#categories">Least agreement</a> (dice, categories with \(Self.smallestPart) objects or more): \
      \(HTML.joined(names, separator: ", ")); \(below) of \(judged.count) stay below 0.70.
      """
  }

  private var tightness: HTML? {
    guard let record = index("tightness-bias", [.annotator: "a"]), let bias = record.value,
      let interval = record.interval
    else { return nil }
    let range = [interval.low, interval.high].map { signed(Tightness.area($0)) }
    // Half of the pairs lie within the median absolute deviation.
    let spread = index.value("tightness-spread", [.annotator: "a"]).map {
      "; half of the pairs lie within \(NumberText.percent(Tightness.area($0 / 1.4826))) of that"
    }
    let lead: HTML =
      if interval.low > 0 || interval.high < 0 {
        "<a href=\"#annotators\">\(bias < 0 ? "A" : "B") draws tighter</a>"
      } else {
        "<a href=\"#annotators\">Neither draws clearly tighter</a>"
      }
    return """
      \(lead): A's boxes have \(signed(Tightness.area(bias))) area against B's \
      (95 % \(range.joined(separator: " … ")))\(spread ?? "").
      """
  }

  private func signed(_ share: Double) -> String {
    (share > 0 ? "+" : "") + NumberText.percent(share)
  }

  private var missing: HTML? {
    func rates(_ key: SliceKey, _ value: String) -> (a: MetricRecord, b: MetricRecord)? {
      guard let a = index("missing-rate", [key: value, .annotator: "a"]), a.value != nil,
        let b = index("missing-rate", [key: value, .annotator: "b"]), b.value != nil
      else { return nil }
      return (a, b)
    }
    let parts = [(SliceKey.complexity, "images with", "objects"), (.size, "", "objects")]
      .compactMap { key, before, after -> HTML? in
        let values = page.values(of: key).compactMap { value in
          rates(key, value).map { (value: value, rates: $0) }
        }.filter { ($0.rates.a.n ?? 0) >= Self.smallestPart }
        guard values.count > 1,
          let worst = values.max(by: {
            ($0.rates.a.value ?? 0) + ($0.rates.b.value ?? 0)
              < ($1.rates.a.value ?? 0) + ($1.rates.b.value ?? 0)
          })
        else { return nil }
        let rates = [worst.rates.a, worst.rates.b].map { NumberText.percent($0.value ?? 0) }
        return """
          \(before)\(before.isEmpty ? "" : " ")\(worst.value) \(after) (A \(rates[0]), B \(rates[1]))
          """
      }
    guard !parts.isEmpty else { return nil }
    return """
      <a href="#parts">Most is missing</a> of \(HTML.joined(parts, separator: " and of ")).
      """
  }
}

/// Tightness in words that need no logarithm.
enum Tightness {
  /// The share of area that t = ½·ln(area ÷ reference area) means: 0.05 is 0.105 more.
  static func area(_ tightness: Double) -> Double { exp(2 * tightness) - 1 }
}

extension AuditReport.ParameterValue {
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
}
