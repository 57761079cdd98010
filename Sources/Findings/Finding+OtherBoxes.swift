extension Finding {
  /// Other boxes that a finding holds at most; of more, those that tell most.
  package static let mostOtherBoxes = 8

  /// The other boxes that it is about, `[x, y, width, height]` of finite numbers each.
  package var otherBoxes: [[Double]] {
    guard evidence["other-x"] != nil else { return [] }
    return (0..<Self.mostOtherBoxes).compactMap { position in
      let numbers = Self.keys(ofOtherBox: position).compactMap { evidence[$0] }
      return numbers.count == 4 && numbers.allSatisfy(\.isFinite) ? numbers : nil
    }
  }

  /// Boxes as evidence: `other-x`, … of the first, `other-2-x`, … of the second.
  package static func evidence(otherBoxes: [[Double]]) -> [String: Double] {
    var evidence: [String: Double] = [:]
    for (position, box) in otherBoxes.prefix(mostOtherBoxes).enumerated() {
      for (key, number) in zip(keys(ofOtherBox: position), box) { evidence[key] = number }
    }
    return evidence
  }

  private static func keys(ofOtherBox position: Int) -> [String] {
    let name = position == 0 ? "other" : "other-\(position + 1)"
    return ["x", "y", "width", "height"].map { "\(name)-\($0)" }
  }
}
