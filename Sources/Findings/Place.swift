/// Where something stands in a file.
package struct Place: Hashable, Codable, Sendable {
  /// Relative to what the user named.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in bytes; 0 where only the line is known.
  package var column: Int
  /// JSON pointer or XML path of the record; empty where the place is not inside a record.
  package var pointer: String

  package init(file: String, line: Int, column: Int, pointer: String = "") {
    self.file = file
    self.line = line
    self.column = column
    self.pointer = pointer
  }
}

extension Place: CustomStringConvertible {
  /// `file:line:column`, as compilers write it.
  package var description: String {
    column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
  }
}
