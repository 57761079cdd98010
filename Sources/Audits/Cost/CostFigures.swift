/// The numbers of one estimate, with the defaults and derivations that several parts need.
package struct CostFigures: Hashable, Sendable {
  private var values: [CostParameter: Double]

  package init(_ values: [CostParameter: Double]) { self.values = values }

  package subscript(parameter: CostParameter) -> Double? {
    get { values[parameter] }
    set { values[parameter] = newValue }
  }

  /// The same numbers but one.
  package func with(_ parameter: CostParameter, _ value: Double) -> CostFigures {
    var copy = self
    copy[parameter] = value
    return copy
  }

  /// N: the labels, or frames × objects of a frame.
  package func labels() throws(CostProblem) -> Double {
    if let labels = self[.labels] { return labels }
    guard let frames = self[.frames] else {
      throw CostProblem("the number of labels is missing: 'labels', or 'frames'")
    }
    return frames * (try objectsPerFrame(for: .frames))
  }

  /// Price of one label with all that makes it dearer (c).
  package func unitPrice() throws(CostProblem) -> Double {
    var price = self[.price]
    if let frame = self[.pricePerFrame] {
      price = frame / (try objectsPerFrame(for: .pricePerFrame))
    }
    guard let price else {
      throw CostProblem("the price is missing: 'price', or 'price-per-frame'")
    }
    return price * (self[.priceMultiple] ?? 1) * (try CostDrivers(self).factor)
  }

  /// A number that another one is of no use without.
  func required(
    _ parameter: CostParameter,
    for other: CostParameter
  ) throws(CostProblem) -> Double {
    guard let value = self[parameter] else {
      throw CostProblem("'\(other.rawValue)' needs '\(parameter.rawValue)' beside it")
    }
    return value
  }

  private func objectsPerFrame(for other: CostParameter) throws(CostProblem) -> Double {
    try required(.objectsPerFrame, for: other)
  }
}
