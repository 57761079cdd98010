package import Annotations

/// A record that could not be used, and why; the rest of its file was.
package struct Quarantined: Hashable, Sendable {
  /// Path of the file, relative to what the user named.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in bytes.
  package var column: Int
  /// JSON pointer or XML path of the record.
  package var pointer: String
  /// What is wrong; what was expected.
  package var problem: String

  package init(file: String, line: Int, column: Int, pointer: String, problem: String) {
    self.file = file
    self.line = line
    self.column = column
    self.pointer = pointer
    self.problem = problem
  }
}

/// A data set as it was read, with what was left out of it.
package struct ReadResult: Sendable {
  package var dataset: Dataset
  package var quarantined: [Quarantined]
  /// Lower-case hexadecimal SHA-256 of the file, or of a folder's sorted names and digests.
  package var sha256: String

  package init(dataset: Dataset, quarantined: [Quarantined], sha256: String) {
    self.dataset = dataset
    self.quarantined = quarantined
    self.sha256 = sha256
  }
}
