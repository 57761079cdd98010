import Findings

/// Numbers in table cells, and tables around them.
enum Cells {
  /// Value, interval and n in three cells; the reason where there is no value.
  static func number(_ record: MetricRecord?, asPercent: Bool = false) -> HTML {
    guard let record else { return #"<td class="n quiet" colspan="3">–</td>"# }
    guard let text = CoefficientText(record, asPercent: asPercent) else {
      return #"<td class="quiet" colspan="3">\#(record.undefinedReason ?? "")</td>"#
    }
    return """
      <td class="n"><b>\(text.value)</b></td><td class="n quiet">\(text.range)</td>\
      <td class="n">\(text.n)</td>
      """
  }

  /// A rank with its interval and n: whole numbers.
  static func rank(_ record: MetricRecord?) -> HTML {
    guard case .number(let value, let n, let interval) = record?.outcome else {
      return number(record)
    }
    let range = interval.map { "\(NumberText.rounded($0.low)) … \(NumberText.rounded($0.high))" }
    return """
      <td class="n"><b>\(NumberText.rounded(value, decimals: 1))</b></td>\
      <td class="n quiet">\(range ?? "")</td><td class="n">\(NumberText.grouped(n))</td>
      """
  }

  /// A number alone.
  static func plain(_ record: MetricRecord?, decimals: Int = 3, asPercent: Bool = false) -> HTML {
    let text = record?.value.map {
      asPercent ? NumberText.percent($0) : NumberText.fixed($0, decimals: decimals)
    }
    return #"<td class="n">\#(text ?? "–")</td>"#
  }

  static func count(_ number: Int) -> HTML { #"<td class="n">\#(NumberText.grouped(number))</td>"# }

  static func header(_ names: [(text: String, isNumber: Bool)]) -> HTML {
    header(names.map { ("\($0.text)" as HTML, $0.isNumber) })
  }

  static func header(_ names: [(text: HTML, isNumber: Bool)]) -> HTML {
    let cells = names.map { name -> HTML in
      name.isNumber
        ? #"<th scope="col" class="n">\#(name.text)</th>"# : #"<th scope="col">\#(name.text)</th>"#
    }
    return "<thead><tr>\(HTML.joined(cells))</tr></thead>"
  }

  /// More rows of one table help nobody and make a page that no browser opens; the CSV has them.
  private static let mostRows = 300

  /// A table that scrolls by itself where the page is narrow.
  ///
  /// `name` says what it holds; it is not seen where a heading says the same. `whole` is the file that has
  /// every row.
  static func table(
    _ name: String,
    isNamed: Bool = false,
    style: HTML = "",
    whole: String = "metrics.csv",
    _ head: HTML,
    _ rows: [HTML]
  ) -> HTML {
    let seen: HTML = isNamed ? " class=\"unseen\"" : ""
    let rest: HTML =
      rows.count > mostRows
      ? """
      <p class="note">The first \(mostRows) of \(NumberText.grouped(rows.count)) rows stand here; \
      <code>\(whole)</code> has all.</p>
      """ : ""
    return """
      <div class="scroll" role="region" aria-label="\(name)" tabindex="0">\
      <table\(style.isEmpty ? "" : " class=\"\(style)\"" as HTML)>\
      <caption><span\(seen)>\(name)</span></caption>\(head)<tbody>
      \(HTML.joined(Array(rows.prefix(mostRows)), separator: "\n"))
      </tbody></table></div>\(rest)

      """
  }
}
