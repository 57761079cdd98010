import Annotations

/// Reads a task with all its annotations.
struct TaskReader {
  private enum TaskKey: String, CaseIterable { case id, data, annotations, completions }
  private enum AnnotationKey: String, CaseIterable {
    case id, result
    case completedBy = "completed_by"
    case leadTime = "lead_time"
    case wasCancelled = "was_cancelled"
  }

  private let taskKeys = JSONKeyTable<TaskKey>()
  private let annotationKeys = JSONKeyTable<AnnotationKey>()
  private var results = TaskResultReader()
  private var draft = RecordDraft()

  /// Reads the element of the list of tasks at the cursor, whatever it is.
  mutating func read(
    from scanner: inout JSONScanner,
    index: Int,
    lines: inout SourceLines
  ) throws(JSONError) -> LabelStudioTask {
    var task = LabelStudioTask(index: index, place: lines.place(of: scanner, index: index))
    guard try scanner.kind() == .object else {
      task.problem = "a task must be an object, found \(try scanner.kind().noun)"
      try scanner.skipValue()
      return task
    }
    guard try scanner.openObject() else { return task }
    var keys = JSONKeySet()
    repeat {
      let key = try scanner.readKey()
      let known = taskKeys.index(of: key, in: scanner)
      guard known.map({ keys.insert(known: $0) }) ?? keys.insert(key, in: scanner) else {
        task.problem = "'\(scanner.string(key))' is given twice; expected once"
        try scanner.skipValue()
        continue
      }
      switch known.map({ taskKeys[$0] }) {
      case .id: task.id = try Self.readID(from: &scanner).flatMap { Int64($0) }
      case .data: task.fileName = try ImageAddress.read(from: &scanner)
      case .annotations: try readAnnotations(of: &task, from: &scanner, lines: &lines)
      case .completions:
        task.problem = "'completions' are of Label Studio before 1.0; expected 'annotations'"
        try scanner.skipValue()
      case nil: try scanner.skipValue()
      }
    } while try scanner.hasMoreMembers()
    // Numbers that are skipped may be what they like.
    scanner.nonFinite = nil
    return task
  }

  /// An id as it is written, or `nil` for what is none.
  static func readID(from scanner: inout JSONScanner) throws(JSONError) -> String? {
    switch try scanner.kind() {
    case .text: return scanner.string(try scanner.readText())
    case .number: return scanner.bytes.text(try scanner.readNumber().range)
    default:
      try scanner.skipValue()
      return nil
    }
  }

  private mutating func readAnnotations(
    of task: inout LabelStudioTask,
    from scanner: inout JSONScanner,
    lines: inout SourceLines
  ) throws(JSONError) {
    let kind = try scanner.kind()
    guard kind == .list else {
      if kind != .null { task.problem = "'annotations' must be a list, found \(kind.noun)" }
      return try scanner.skipValue()
    }
    guard try scanner.openList() else { return }
    repeat {
      guard task.annotations.count < SourcePlace.taskAnnotationLimit else {
        task.problem = "the task has more than \(SourcePlace.taskAnnotationLimit) annotations"
        try scanner.skipValue()
        continue
      }
      let index = task.annotations.count
      var annotation = TaskAnnotation(index: index, place: lines.place(of: scanner, index: index))
      try readAnnotation(&annotation, from: &scanner, lines: &lines)
      task.annotations.append(annotation)
    } while try scanner.hasMoreElements()
  }

  private mutating func readAnnotation(
    _ annotation: inout TaskAnnotation,
    from scanner: inout JSONScanner,
    lines: inout SourceLines
  ) throws(JSONError) {
    let kind = try scanner.kind()
    guard kind == .object else {
      annotation.problem = "an annotation must be an object, found \(kind.noun)"
      return try scanner.skipValue()
    }
    draft.reset()
    scanner.nonFinite = nil
    guard try scanner.openObject() else { return }
    repeat {
      let key = try draft.readKey(in: annotationKeys, from: &scanner)
      switch key.known.map({ annotationKeys[$0] }) {
      case .id: annotation.id = try Self.readID(from: &scanner) ?? ""
      case .completedBy: annotation.annotator = try Self.readAnnotator(from: &scanner)
      case .leadTime:
        annotation.seconds = try draft.readNumber("lead_time", from: &scanner)
        draft.noteNonFinite(under: key.text, in: &scanner)
      case .wasCancelled:
        annotation.wasCancelled = try draft.readMark("was_cancelled", from: &scanner)
      case .result: try readResults(of: &annotation, from: &scanner, lines: &lines)
      case nil: try scanner.skipValue()
      }
      scanner.nonFinite = nil
    } while try scanner.hasMoreMembers()
    annotation.problem = annotation.problem ?? draft.problem
  }

  /// A number, a text, or an object that tells about a user.
  private static func readAnnotator(
    from scanner: inout JSONScanner
  ) throws(JSONError) -> String? {
    guard try scanner.kind() == .object else {
      return try readID(from: &scanner).flatMap { $0.isEmpty ? nil : $0 }
    }
    guard try scanner.openObject() else { return nil }
    var (email, id): (String?, String?)
    repeat {
      switch scanner.string(try scanner.readKey()) {
      case "email": email = try readID(from: &scanner)
      case "id": id = try readID(from: &scanner)
      default: try scanner.skipValue()
      }
    } while try scanner.hasMoreMembers()
    return [email, id].lazy.compactMap { $0 }.first { !$0.isEmpty }
  }

  private mutating func readResults(
    of annotation: inout TaskAnnotation,
    from scanner: inout JSONScanner,
    lines: inout SourceLines
  ) throws(JSONError) {
    guard try scanner.kind() == .list else {
      return try draft.skip("result", mustBe: "a list", from: &scanner)
    }
    guard try scanner.openList() else { return }
    repeat {
      guard annotation.results.count < SourcePlace.resultLimit else {
        draft.refuse("the annotation has more than \(SourcePlace.resultLimit) results")
        try scanner.skipValue()
        continue
      }
      let (line, column) = lines.position(of: scanner)
      let result = TaskResult(
        index: annotation.results.count,
        place: SourcePlace(
          file: 0,
          line: line,
          column: column,
          annotation: annotation.index,
          result: annotation.results.count
        )
      )
      annotation.results.append(try results.read(result, from: &scanner))
    } while try scanner.hasMoreElements()
  }
}

extension SourceLines {
  /// Line and column of the cursor.
  mutating func position(of scanner: borrowing JSONScanner) -> (line: UInt32, column: Int) {
    advance(to: scanner.position, in: scanner.bytes)
    return (UInt32(clamping: line), column)
  }

  fileprivate mutating func place(of scanner: borrowing JSONScanner, index: Int) -> SourcePlace {
    let (line, column) = position(of: scanner)
    return SourcePlace(file: 0, line: line, column: column, index: Int32(clamping: index))
  }
}
