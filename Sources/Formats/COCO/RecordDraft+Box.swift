import Geometry

extension RecordDraft {
  /// Reads the value of `bbox`; `null` is none, and so is `[]` where it may be empty.
  mutating func readBox(
    from scanner: inout JSONScanner,
    mayBeEmpty: Bool = false
  ) throws(JSONError) -> Box? {
    let expected = "[x, y, width, height]"
    if try scanner.kind() == .null {
      try scanner.readNull()
      return nil
    }
    guard try scanner.kind() == .list else {
      try skip("bbox", mustBe: expected, from: &scanner)
      return nil
    }
    let start = scanner.position
    if scanner.readDecimals(into: &decimals), decimals.numerators.count == 4 {
      return Box(x: decimals[0], y: decimals[1], width: decimals[2], height: decimals[3])
    }
    scanner.position = start
    numbers.removeAll(keepingCapacity: true)
    let other = try scanner.readNumbers(appendingTo: &numbers)
    if other == .nonFinite { return nil }
    // Results of keypoints carry an empty list.
    if mayBeEmpty, other == nil, numbers.isEmpty { return nil }
    if let other {
      refuse("'bbox' must be \(expected), found \(other.noun) in it")
    } else if numbers.count != 4 {
      let count = numbers.count
      refuse("'bbox' must be \(expected), found \(count) number\(count == 1 ? "" : "s")")
    } else {
      return Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }
    return nil
  }
}
