import ArgumentParser
import Findings

extension SliceLabel {
  /// The part of the data that options like `category=cat` name.
  ///
  /// - Throws: `ValidationError` that names the option where one is not like that.
  init(_ parts: [String], option: String) throws {
    self = .overall
    for part in parts {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let key = SliceKey(rawValue: sides[0]) else {
        let known = SliceKey.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\(option) must be like 'category=cat'; the keys are \(known)")
      }
      self = with(key, sides[1])
    }
  }
}
