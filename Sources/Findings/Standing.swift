/// How a gate takes a finding: whether it is new since a baseline, and whether somebody answers for it.
package enum Standing: String, Codable, Sendable, CaseIterable {
  /// The baseline does not have it.
  case new
  /// The baseline has it.
  case known
  /// A waiver covers it, so that no limit counts it.
  case waived
}
