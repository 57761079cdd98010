/// COCO's compressed run lengths: groups of five bits as printable characters.
///
/// From the third run on each is written as its difference to the one before the last.
///
/// Source: `rleToString` of cocoapi's maskApi.c.
package enum CompressedRuns {
  /// The run lengths, or `nil` where the text is no such code.
  package static func decode(_ text: some Sequence<UInt8>) -> [UInt32]? {
    var runs: [UInt32] = []
    var value: Int64 = 0
    var shift: Int64 = 0
    var isOpen = false
    for character in text {
      guard (48..<48 + 64).contains(character), shift < 50 else { return nil }
      let group = Int64(character - 48)
      value |= (group & 0x1f) << shift
      shift += 5
      isOpen = group & 0x20 != 0
      guard !isOpen else { continue }
      if group & 0x10 != 0 { value |= -1 << shift }
      if runs.count > 2 { value += Int64(runs[runs.count - 2]) }
      guard let run = UInt32(exactly: value) else { return nil }
      runs.append(run)
      (value, shift) = (0, 0)
    }
    return isOpen ? nil : runs
  }

  /// The text of run lengths.
  package static func encode(_ runs: [UInt32]) -> String {
    var text = ""
    for (index, run) in runs.enumerated() {
      var value = Int64(run) - (index > 2 ? Int64(runs[index - 2]) : 0)
      var isOpen = true
      while isOpen {
        var group = value & 0x1f
        value >>= 5
        isOpen = group & 0x10 != 0 ? value != -1 : value != 0
        if isOpen { group |= 0x20 }
        text.unicodeScalars.append(Unicode.Scalar(UInt8(group + 48)))
      }
    }
    return text
  }
}
