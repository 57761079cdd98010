/// A line of numbers as eight heights of blocks.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The last `width` values, the lowest as the lowest block; `·` stands for none.
  static func text(_ values: [Double?], width: Int = 32) -> String {
    let shown = values.suffix(width)
    let known = shown.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else {
      return String(repeating: "·", count: shown.count)
    }
    return String(
      shown.map { value in
        guard let value else { return "·" }
        guard low < high else { return "▄" }
        let share = (value - low) / (high - low)
        return blocks[min(7, Int((share * 8).rounded(.down)))]
      }
    )
  }
}
