import Geometry

extension Box {
  /// From `[x, y, width, height]`; `nil` where these are not four finite numbers.
  init?(numbers: [Double]) {
    guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
    self.init(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// `[x, y, width, height]`.
  var numbers: [Double] { [x, y, width, height] }
}
