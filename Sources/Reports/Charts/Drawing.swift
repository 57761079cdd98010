/// The frame of a drawing.
enum Drawing {
  /// A drawing of `width` × `height` px, with a text that says what it shows.
  ///
  /// It grows no wider than that, and shrinks with the page.
  static func svg(
    width: Double,
    height: Double,
    text: String,
    style: HTML = "",
    _ content: HTML
  ) -> HTML {
    let kind: HTML = style.isEmpty ? "" : " class=\"\(style)\""
    return """
      <svg\(kind) width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" aria-label="\(text)"><title>\(text)</title>\(content)</svg>
      """
  }

  /// The `points` of a line or an area: pairs of positions with at most two decimals.
  static func points(_ positions: [(x: Double, y: Double)]) -> HTML {
    HTML.joined(positions.map { "\($0.x),\($0.y)" }, separator: " ")
  }

  static func horizontal(_ style: HTML, y: Double, from x1: Double, to x2: Double) -> HTML {
    #"<line class="\#(style)" x1="\#(x1)" x2="\#(x2)" y1="\#(y)" y2="\#(y)"/>"#
  }

  static func vertical(_ style: HTML, x: Double, from y1: Double, to y2: Double) -> HTML {
    #"<line class="\#(style)" x1="\#(x)" x2="\#(x)" y1="\#(y1)" y2="\#(y2)"/>"#
  }
}
