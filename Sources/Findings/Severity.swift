/// How much a finding matters to those who use the annotations.
package enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
  /// Worth knowing.
  case info
  /// Probably wrong, or a trap for some tools.
  case warning
  /// Wrong: training or evaluation will drop or misread the record.
  case error

  package static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rank < rhs.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
