import Findings
import Statistics

/// How many more images would decide a clause, where images like those at hand are added and the number
/// stays as it is.
struct SampleAdvice {
  /// Images that the report's numbers rest on.
  private let images: Int?

  /// More would be advice that nobody follows.
  private static let most = 1_000_000.0

  init(_ report: AuditReport) {
    images = report.excluded["images-compared"] ?? report.inputs.first?.images
  }

  /// The images after which n reaches a minimum: `; sample about 26 more images`.
  func toReach(_ minimum: Int, from n: Int) -> String {
    guard n > 0, let more = images(Double(minimum), from: n) else { return "" }
    return "; sample about \(more) to reach it"
  }

  /// The images after which the interval no longer straddles the target.
  ///
  /// Of a Wilson interval the n is exact: its end lies at t where |p − t| = z√(t(1 − t)/n). Of any other, its
  /// reach towards the target shrinks with √n.
  func toDecide(
    _ target: Target,
    value: Double,
    n: Int,
    interval: MetricRecord.Interval
  ) -> String {
    let distance = abs(value - target.number)
    guard distance > 0 else { return "; the number is the target: no sample decides" }
    let needed: Double
    let method: String
    if interval.method.hasPrefix("wilson"), 0...1 ~= target.number {
      needed = normal975 * normal975 * target.number * (1 - target.number) / (distance * distance)
      method = "Wilson's interval"
    } else {
      let reach = value > target.number ? value - interval.low : interval.high - value
      guard reach > distance else { return "" }
      needed = Double(n) * (reach / distance) * (reach / distance)
      method = "√n"
    }
    guard needed > Double(n) else { return "" }
    guard let more = images(needed, from: n) else {
      return "; so close to the target that no sample of a practical size decides"
    }
    let total = Int(exactly: needed.rounded(.up)) ?? n
    return "; sample about \(more) (n \(total), by \(method)) to decide it if it stays so"
  }

  /// `240 more images`.
  private func images(_ needed: Double, from n: Int) -> String? {
    guard let images, images > 0, n > 0 else { return nil }
    let more = ((needed - Double(n)) * Double(images) / Double(n)).rounded(.up)
    guard more >= 1, more < Self.most, let count = Int(exactly: more) else { return nil }
    return "\(count) more image\(count == 1 ? "" : "s")"
  }
}
