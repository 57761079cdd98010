import Annotations

/// Makes a data set of the tasks of an export.
struct TaskFileReader: ~Copyable {
  private var tasks: TaskStream
  private var columns = TaskColumns()
  private let fileName: String

  init(_ bytes: PaddedBytes, fileName: String) {
    tasks = TaskStream(bytes)
    self.fileName = fileName
  }

  /// Reads the list at the top and what is behind it.
  mutating func read() throws(JSONError) {
    while let task = try tasks.next() { columns.append(task) }
  }

  mutating func takeResult() -> (Dataset, [Quarantined]) {
    let quarantined = columns.problems.map { problem in
      Quarantined(
        file: fileName,
        line: Int(problem.place.line),
        column: problem.place.column,
        pointer: problem.pointer,
        problem: problem.text
      )
    }
    return (columns.dataset(fileName: fileName), quarantined)
  }
}
