import Annotations

/// Goes once over the bytes of an export, task by task.
struct TaskFileReader: ~Copyable {
  private var scanner: JSONScanner
  private var lines = SourceLines()
  private var columns = TaskColumns()
  private let fileName: String

  init(_ bytes: PaddedBytes, fileName: String) {
    scanner = JSONScanner(bytes)
    self.fileName = fileName
  }

  /// Reads the list at the top and what is behind it.
  mutating func read() throws(JSONError) {
    scanner.skipByteOrderMark()
    scanner.skipSpace()
    guard try scanner.kind() == .list else { throw scanner.unexpected("a list of tasks") }
    var tasks = TaskReader()
    if try scanner.openList() {
      var index = 0
      repeat {
        columns.append(try tasks.read(from: &scanner, index: index, lines: &lines))
        index += 1
      } while try scanner.hasMoreElements()
    }
    scanner.skipSpace()
    guard scanner.position == scanner.bytes.count else {
      throw scanner.unexpected("the end of the file")
    }
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
