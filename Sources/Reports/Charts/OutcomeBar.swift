/// What became of the objects of two annotators, as shares of one bar.
struct OutcomeBar {
  /// Objects of both sides that lie on one of the same category of the other.
  var same: Int
  /// That lie on one of another category.
  var otherCategory: Int
  var onlyA: Int
  var onlyB: Int

  private static let (width, height) = (150.0, 16.0)

  var total: Int { same + otherCategory + onlyA + onlyB }

  private var parts: [(count: Int, name: String, style: HTML)] {
    [
      (same, "the same on both sides", "same"), (otherCategory, "another category", "renamed"),
      (onlyA, "only A", "only-a"), (onlyB, "only B", "only-b"),
    ]
  }

  /// Empty without an object.
  var svg: HTML {
    guard total > 0 else { return "" }
    let x = LinearScale(0, Double(total), from: 0, to: Self.width)
    var start = 0
    let bars = parts.filter { $0.count > 0 }.map { part -> HTML in
      let left = x(Double(start))
      start += part.count
      // A gap between two parts, so that they are told apart without colours.
      let width = max(1, x(Double(start)) - left - 1)
      return #"<rect class="\#(part.style)" x="\#(left)" y="2" width="\#(width)" height="12"/>"#
    }
    return Drawing.svg(width: Self.width, height: Self.height, text: text, HTML.joined(bars))
  }

  var text: String {
    let shares = parts.filter { $0.count > 0 }.map { part in
      "\(part.name) \(NumberText.grouped(part.count))"
    }
    return "of \(NumberText.grouped(total)) objects: \(shares.joined(separator: ", "))"
  }

  /// What each colour stands for.
  static var legend: HTML {
    let names = OutcomeBar(same: 1, otherCategory: 1, onlyA: 1, onlyB: 1).parts
    return HTML.joined(
      names.map {
        """
        <span class="key"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">\
        <rect class="\($0.style)" width="12" height="12"/></svg> \($0.name)</span>
        """
      },
      separator: " "
    )
  }
}
