/// One result of an estimate, and how far a measured defect rate moves it.
package struct CostFigure: Hashable, Sendable {
  package var value: Double
  /// `nil` where the defect rate has no measured interval.
  package var low: Double?
  package var high: Double?

  package init(_ value: Double, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
  }
}
