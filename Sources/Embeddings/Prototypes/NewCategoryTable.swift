package import Statistics

/// How often a new category was taken for one: C[nc][n̂c].
package struct NewCategoryTable: Hashable, Codable, Sendable {
  /// Known, taken for known.
  package private(set) var knownAsKnown = 0
  /// Known, taken for new.
  package private(set) var knownAsNew = 0
  /// New, taken for known.
  package private(set) var newAsKnown = 0
  /// New, taken for new.
  package private(set) var newAsNew = 0

  package init() {}

  mutating func count(isNew: Bool, estimatedNew: Bool) {
    switch (isNew, estimatedNew) {
    case (false, false): knownAsKnown += 1
    case (false, true): knownAsNew += 1
    case (true, false): newAsKnown += 1
    case (true, true): newAsNew += 1
    }
  }

  /// Rows: known, new; columns: taken for known, for new.
  package var rows: [[Int]] { [[knownAsKnown, knownAsNew], [newAsKnown, newAsNew]] }

  package var total: Int { knownAsKnown + knownAsNew + newAsKnown + newAsNew }

  /// Share of the detected new categories that were new.
  package var precision: Measured { share(newAsNew, of: newAsNew + knownAsNew, .nothingDetected) }

  /// Share of the new categories that were detected.
  package var recall: Measured { share(newAsNew, of: newAsNew + newAsKnown, .nothingNew) }

  /// Harmonic mean of precision and recall: 2·TP / (2·TP + FP + FN).
  package var f1: Measured {
    share(2 * newAsNew, of: 2 * newAsNew + knownAsNew + newAsKnown, .nothingNew)
  }

  private func share(_ part: Int, of whole: Int, _ reason: UndefinedReason) -> Measured {
    whole == 0 ? .undefined(reason) : .value(Double(part) / Double(whole))
  }

  var isValid: Bool {
    [knownAsKnown, knownAsNew, newAsKnown, newAsNew].allSatisfy { (0...1 << 48).contains($0) }
  }
}

extension UndefinedReason {
  static let nothingDetected = Self("no object was taken for a new category")
  static let nothingNew = Self("no category was new")
  static let nothingJudged = Self("no object was judged")
}
