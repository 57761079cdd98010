import Findings

/// Numbers in table cells.
enum Cells {
  /// Value, interval and n in three cells; the reason where there is no value.
  static func number(_ record: MetricRecord?, asPercent: Bool = false) -> HTML {
    guard let record else { return #"<td class="n quiet" colspan="3">–</td>"# }
    guard case .number(let value, let n, let interval) = record.outcome else {
      return #"<td class="quiet" colspan="3">\#(record.undefinedReason ?? "")</td>"#
    }
    func show(_ number: Double) -> String {
      asPercent ? NumberText.percent(number) : NumberText.rounded(number)
    }
    let range = interval.map { "\(show($0.low)) … \(show($0.high))" } ?? ""
    return """
      <td class="n"><b>\(show(value))</b></td><td class="n quiet">\(range)</td>\
      <td class="n">\(NumberText.grouped(n))</td>
      """
  }

  static func count(_ number: Int) -> HTML { #"<td class="n">\#(NumberText.grouped(number))</td>"# }

  static func header(_ names: [(text: String, isNumber: Bool)]) -> HTML {
    let cells = names.map { name -> HTML in
      name.isNumber
        ? #"<th scope="col" class="n">\#(name.text)</th>"# : #"<th scope="col">\#(name.text)</th>"#
    }
    return "<thead><tr>\(HTML.joined(cells))</tr></thead>"
  }
}
