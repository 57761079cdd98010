/// A data set could not be read at all.
package enum FormatError: Error, Hashable, Sendable {
  /// The path does not exist or may not be read.
  case unreadable(path: String, reason: String)
  /// Nothing at the path is of a known format.
  case unknownFormat(path: String, reason: String)
  /// The file breaks its own syntax from here on.
  case malformed(file: String, line: Int, column: Int, problem: String)
}

extension FormatError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let reason), .unknownFormat(let path, let reason):
      "\(path): \(reason)"
    case .malformed(let file, let line, let column, let problem):
      "\(file):\(line):\(column): \(problem)"
    }
  }
}
