import Annotations

extension ImageSize {
  /// Two positive whole numbers, however they are written; `Int32` keeps their product in range.
  init?(width: String, height: String) {
    guard let width = XMLText.number(width).flatMap(Int32.init(exactly:)), width > 0,
      let height = XMLText.number(height).flatMap(Int32.init(exactly:)), height > 0
    else { return nil }
    self.init(width: Int(width), height: Int(height))
  }
}

extension SourcePlace {
  init(_ place: XMLPlace, file: Int32, index: Int) {
    self.init(
      file: file,
      line: UInt32(clamping: place.line),
      column: place.column,
      index: Int32(clamping: index)
    )
  }
}
