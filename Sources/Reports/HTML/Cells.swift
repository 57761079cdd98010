import Findings

/// Numbers in table cells.
enum Cells {
  /// Value, interval and n in three cells; the reason where there is no value.
  static func number(_ record: MetricRecord?) -> HTML {
    guard let record else { return #"<td class="n quiet" colspan="3">–</td>"# }
    guard let text = CoefficientText(record) else {
      return #"<td class="quiet" colspan="3">\#(record.undefinedReason ?? "")</td>"#
    }
    return """
      <td class="n"><b>\(text.value)</b></td><td class="n quiet">\(text.range)</td>\
      <td class="n">\(text.n)</td>
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
