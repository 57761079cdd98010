/// What a reviewer said of a suspect.
package enum ReviewVerdict: String, CaseIterable, Sendable {
  /// The label is right.
  case accept
  /// The label or box was wrong and was mended.
  case edit
  /// The object should not be there.
  case reject
  /// Not decided; counts for nothing.
  case `defer`

  /// Whether there was an error; `nil` where nobody decided.
  package var isError: Bool? {
    switch self {
    case .accept: false
    case .edit, .reject: true
    case .defer: nil
    }
  }
}
