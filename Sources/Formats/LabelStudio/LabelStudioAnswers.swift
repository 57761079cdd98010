import Annotations

/// Answers about whole items in an export of Label Studio that has no shapes: a table of labels.
///
/// The item is the image, or `task ID` where there is none. Of several questions the first one of the file counts;
/// several choices of one answer are one label, joined by ` + `.
enum LabelStudioAnswers {
  private static let measures: Set = ["number", "rating"]

  /// Why the path holds such an export, or `nil` where it does not: some answer, and no shape.
  static func recognise(_ path: String) -> String? {
    guard LabelStudioFormat.recognise(path) != nil, let file = try? MappedFile.unpacked(path) else {
      return nil
    }
    return file.withBytes { bytes in
      var tasks = TaskStream(bytes)
      var hasAnswer = false
      while let next = try? tasks.next() {
        for result in next.annotations.lazy.flatMap(\.results) {
          if result.shape != nil { return nil }
          hasAnswer = hasAnswer || isAnswer(result)
        }
      }
      return hasAnswer ? "is a list of tasks that answer questions and draw nothing" : nil
    }
  }

  /// - Throws: `FormatError` where the file is no JSON.
  static func read(_ path: String) throws(FormatError) -> LabelFile.Result {
    let file = try MappedFile.unpacked(path)
    return try file.withBytes { bytes throws(FormatError) in
      let rows = try parse(bytes, path: path)
      return LabelFile.Result(
        table: rows.table ?? LabelTable(isMeasured: false),
        quarantined: rows.quarantined,
        sha256: file.packedSHA256 ?? InputDigest.of(bytes),
        format: LabelStudioFormat.id
      )
    }
  }

  /// Reads the bytes of an export; `path` is for messages.
  static func parse(_ bytes: PaddedBytes, path: String) throws(FormatError) -> AnswerRows {
    var rows = AnswerRows(fileName: fileName(of: path))
    do throws(JSONError) {
      var tasks = TaskStream(bytes)
      while let task = try tasks.next() { rows.append(task) }
    } catch {
      throw error.located(in: bytes, file: path)
    }
    return rows
  }

  fileprivate static func isAnswer(_ result: TaskResult) -> Bool {
    result.problem == nil && !result.answers.isEmpty
      && (result.kind == "choices" || measures.contains(result.kind))
  }

  fileprivate static func isMeasure(_ result: TaskResult) -> Bool { measures.contains(result.kind) }
}

/// Takes the answers of tasks into a table, or says why not.
struct AnswerRows {
  /// `nil` before the first answer.
  private(set) var table: LabelTable?
  private(set) var quarantined: [Quarantined] = []
  /// The question that the table is about.
  private var question = ""
  private let fileName: String

  init(fileName: String) { self.fileName = fileName }

  mutating func append(_ task: LabelStudioTask) {
    if let problem = task.problem { return refuse(task.place, task.pointer, problem) }
    let item = task.fileName.isEmpty ? "task \(task.id ?? Int64(task.index))" : task.fileName
    for annotation in task.annotations {
      let pointer = "\(task.pointer)/annotations/\(annotation.index)"
      if let problem = annotation.problem {
        refuse(annotation.place, pointer, problem)
      } else if annotation.wasCancelled {
        refuse(annotation.place, pointer, "the annotation was cancelled by its annotator")
      } else {
        for result in annotation.results {
          append(result, of: annotation, item: item, pointer: "\(pointer)/result/\(result.index)")
        }
      }
    }
  }

  private mutating func append(
    _ result: TaskResult,
    of annotation: TaskAnnotation,
    item: String,
    pointer: String
  ) {
    guard LabelStudioAnswers.isAnswer(result) else {
      return refuse(
        result.place,
        pointer,
        result.problem ?? "'\(result.kind)' gives no label; expected choices, a number or a rating"
      )
    }
    if table == nil {
      table = LabelTable(isMeasured: LabelStudioAnswers.isMeasure(result))
      question = result.name
    }
    guard result.name == question, table?.isMeasured == LabelStudioAnswers.isMeasure(result) else {
      return refuse(
        result.place,
        pointer,
        "answers '\(result.name)'; the table is about '\(question)', the first question of the file"
      )
    }
    guard let annotator = annotation.annotator else {
      return refuse(result.place, pointer, "'completed_by' is missing; expected who answered")
    }
    append(result, by: annotator, annotation.seconds, item: item, pointer: pointer)
  }

  private mutating func append(
    _ result: TaskResult,
    by annotator: String,
    _ seconds: Double?,
    item: String,
    pointer: String
  ) {
    var value = 0.0
    var texts: [String] = []
    for answer in result.answers {
      switch answer {
      case .text(let text): texts.append(text)
      case .number(let number):
        value = number
        texts.append("\(number)")
      }
    }
    if table?.isMeasured == true, texts.count != 1 || result.answers != [.number(value)] {
      return refuse(
        result.place,
        pointer,
        "expected one number, found '\(texts.joined(separator: ", "))'"
      )
    }
    table?.append(
      item: item,
      annotator: annotator,
      label: texts.joined(separator: " + "),
      value: value,
      seconds: seconds.flatMap { $0 >= 0 ? $0 : nil },
      line: Int(result.place.line)
    )
  }

  private mutating func refuse(_ place: SourcePlace, _ pointer: String, _ problem: String) {
    quarantined.append(
      Quarantined(
        file: fileName,
        line: Int(place.line),
        column: place.column,
        pointer: pointer,
        problem: problem
      )
    )
  }
}
