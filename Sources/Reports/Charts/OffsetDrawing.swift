/// The mean edges of one annotator's boxes around the box that they are measured by.
struct OffsetDrawing {
  let name: String
  /// Outward offsets as shares of the side: left, top, right, bottom.
  let offsets: [Double]

  private static let (side, margin) = (92.0, 74.0)

  /// How many times larger than they are the offsets are drawn, so that they can be seen.
  let exaggeration: Double

  /// What shows the largest of some offsets well; the same for drawings that are compared.
  static func exaggeration(of offsets: [Double]) -> Double {
    let largest = offsets.map(abs).max() ?? 0
    return [50, 20, 10, 5, 2].first { largest * $0 <= 0.3 } ?? 1
  }

  /// Empty where the box would have no extent.
  var svg: HTML {
    guard offsets.count == 4, offsets.allSatisfy(\.isFinite) else { return "" }
    let shift = offsets.map { max(-0.45, min(0.45, $0 * exaggeration)) * Self.side }
    let origin = Self.margin
    let size = Self.side + 2 * Self.margin
    let (x, y) = (origin - shift[0], origin - shift[1])
    let (width, height) = (Self.side + shift[0] + shift[2], Self.side + shift[1] + shift[3])
    let middle = size / 2
    let labels: [(x: Double, y: Double, anchor: HTML)] = [
      (min(x, origin) - 4, middle + 4, "end"), (middle, min(y, origin) - 5, "middle"),
      (max(x + width, origin + Self.side) + 4, middle + 4, "start"),
      (middle, max(y + height, origin + Self.side) + 13, "middle"),
    ]
    let texts = zip(labels, offsets).map { label, offset -> HTML in
      #"<text x="\#(label.x)" y="\#(label.y)" text-anchor="\#(label.anchor)">\#(signed(offset))</text>"#
    }
    return Drawing.svg(
      width: size,
      height: size,
      text: text,
      """
      <rect class="other" x="\(origin)" y="\(origin)" width="\(Self.side)" height="\(Self.side)"/>\
      <rect class="first" x="\(x)" y="\(y)" width="\(width)" height="\(height)"/>\(HTML.joined(texts))
      """
    )
  }

  private var text: String {
    let edges = zip(["left", "top", "right", "bottom"], offsets).map { "\($0) \(signed($1))" }
    return "\(caption): " + edges.joined(separator: ", ")
  }

  /// What is drawn, and how much larger than it is.
  var caption: String {
    let scale = exaggeration == 1 ? "" : ", offsets \(Int(exaggeration)) times as large"
    return "Mean edges of \(name) (solid) against the reference box (dashed)\(scale)"
  }

  private func signed(_ share: Double) -> String {
    (share > 0 ? "+" : "") + NumberText.percent(share)
  }
}
