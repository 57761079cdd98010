/// The text form of COCO's run lengths.
///
/// A number is written in groups of five bits, the lowest first, each as the character 48 + group; bit
/// 0x20 says that another group follows, and bit 0x10 of the last one is the sign. From the fourth
/// number on, what is written is the difference to the number two before.
///
/// Source: pycocotools, `rleToString` and `rleFrString`.
package enum RunLengthString {
  /// The longest number, enough for the difference of any two 32-bit ones.
  private static let longestNumber = 7

  /// Appends the runs that `letters` write to `runs`.
  ///
  /// - Returns: What is wrong with the text, or `nil`.
  package static func decode(_ letters: [UInt8], into runs: inout [UInt32]) -> String? {
    let first = runs.count
    var index = 0
    while index < letters.count {
      let start = index
      var value: Int64 = 0
      var group: Int64
      repeat {
        guard index < letters.count else { return "it ends within a number" }
        group = Int64(letters[index]) - 48
        guard 0..<64 ~= group else { return "found byte \(letters[index]) in it" }
        guard index - start < longestNumber else { return "a number in it is too long" }
        value |= (group & 0x1F) << Int64(5 * (index - start))
        index += 1
      } while group & 0x20 != 0
      if group & 0x10 != 0 { value -= 1 << Int64(5 * (index - start)) }
      if runs.count - first > 2 { value += Int64(runs[runs.count - 2]) }
      guard let run = UInt32(exactly: value) else { return "a run in it is \(value) pixels long" }
      runs.append(run)
    }
    return nil
  }

  /// The text of canonical runs.
  package static func encode(_ runs: [UInt32]) -> String {
    var letters: [UInt8] = []
    for (index, run) in runs.enumerated() {
      var value = Int64(run)
      if index > 2 { value -= Int64(runs[index - 2]) }
      var hasMore = true
      while hasMore {
        let group = value & 0x1F
        value >>= 5
        hasMore = group & 0x10 != 0 ? value != -1 : value != 0
        letters.append(UInt8(48 + (hasMore ? group | 0x20 : group)))
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
