import Glibc

/// Where the lines of an axis stand: steps of 1, 2 or 5 times a power of ten.
struct AxisTicks {
  let values: [Double]
  /// How many decimals tell two of them apart.
  let decimals: Int

  /// At most about `count` values within a range.
  init(_ range: ClosedRange<Double>, count: Int) {
    let width = range.upperBound - range.lowerBound
    guard width > 0, width.isFinite else {
      (values, decimals) = ([range.lowerBound], 2)
      return
    }
    let raw = width / Double(count)
    let exponent = log10(raw).rounded(.down)
    let unit = pow(10, exponent)
    let step = [1.0, 2, 5, 10].map { $0 * unit }.first { $0 >= raw * 0.999 } ?? 10 * unit
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    values = first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : []
    decimals = min(max(0, -Int(log10(step * 1.001).rounded(.down))), 12)
  }
}
