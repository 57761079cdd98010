import Annotations

extension [RecordID] {
  /// The ids that stand more than once; records without one are left out.
  ///
  /// O(n) where ids count up, as they mostly do, else O(n log n); both faster than a dictionary of all.
  var repeatedIDs: Set<RecordID> {
    var numbers: [Int64] = []
    var texts: [Int64] = []
    numbers.reserveCapacity(count)
    for id in self {
      switch id {
      case .number(let number): numbers.append(number)
      case .text(let code): texts.append(Int64(code.rawValue))
      case .absent: break
      }
    }
    return Set(numbers.repeated.map { RecordID.number($0) })
      .union(texts.repeated.map { RecordID.text(StringCode(rawValue: Int32($0))) })
  }
}

extension [Int64] {
  /// The numbers that stand more than once, perhaps several times each.
  fileprivate var repeated: [Int64] {
    guard let least = self.min(), let largest = self.max() else { return [] }
    let (span, overflows) = largest.subtractingReportingOverflow(least)
    guard !overflows, span <= 8 * count else {
      let sorted = sorted()
      return zip(sorted, sorted.dropFirst()).filter { $0 == $1 }.map(\.0)
    }
    var isSeen = [Bool](repeating: false, count: Int(span) + 1)
    var repeated: [Int64] = []
    for number in self {
      let position = Int(number - least)
      if isSeen[position] { repeated.append(number) }
      isSeen[position] = true
    }
    return repeated
  }
}
