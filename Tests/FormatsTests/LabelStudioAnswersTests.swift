import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("Label Studio, answers about whole items")
struct LabelStudioAnswersTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ tasks: String...) throws -> String {
    try folder.write("export.json", "[\(tasks.joined(separator: ",\n"))]")
  }

  private static func answer(_ kind: String, _ value: String, _ name: String = "animal") -> String {
    "{\"type\": \"\(kind)\", \"from_name\": \"\(name)\", \"value\": {\"\(kind)\": \(value)}}"
  }

  private static func task(_ id: Int, _ annotations: (annotator: Int, results: String)...) -> String
  {
    let list = annotations.map {
      "{\"completed_by\": \($0.annotator), \"lead_time\": 2.5, \"result\": [\($0.results)]}"
    }
    return "{\"id\": \(id), \"annotations\": [\(list.joined(separator: ", "))], "
      + "\"data\": {\"image\": \"\(id).jpg\"}}"
  }

  private func rows(_ table: LabelTable) -> [String] {
    table.rows.map { row in
      let (item, annotator) = (table.items[Int(row.item)], table.annotators[Int(row.annotator)])
      return
        "\(item) \(annotator) \(table.labels[Int(row.label)]) \(row.value) \(row.seconds ?? -1)"
    }
  }

  @Test("are a table of labels: item, annotator, label, time and line")
  func choices() throws {
    let path = try write(
      Self.task(
        1,
        (7, Self.answer("choices", "[\"cat\"]")),
        (8, Self.answer("choices", "[\"dog\", \"cow\"]"))
      ),
      Self.task(2, (7, Self.answer("choices", "[\"cat\"]")))
    )
    #expect(
      LabelFile.recognise(path) == "is a list of tasks that answer questions and draw nothing"
    )
    let result = try LabelFile.read(path)
    #expect(
      rows(result.table) == [
        "1.jpg 7 cat 0.0 2.5", "1.jpg 8 dog + cow 0.0 2.5", "2.jpg 7 cat 0.0 2.5",
      ]
    )
    #expect(result.table.rows.map(\.line) == [1, 1, 2])
    #expect(!result.table.isMeasured && result.quarantined.isEmpty)
    #expect(result.format == "label-studio")
  }

  @Test("are numbers on a scale where the question asks for one")
  func ratings() throws {
    let path = try write(
      Self.task(1, (7, Self.answer("rating", "4")), (8, Self.answer("rating", "\"5\"")))
    )
    let result = try LabelFile.read(path)
    #expect(result.table.isMeasured)
    #expect(rows(result.table) == ["1.jpg 7 4.0 4.0 2.5"])
    #expect(result.quarantined.map(\.problem) == ["expected one number, found '5'"])
  }

  @Test("of another question, of nobody, cancelled or of another kind are told, with their place")
  func refused() throws {
    let path = try write(
      Self.task(
        1,
        (
          7,
          Self.answer("choices", "[\"cat\"]") + ",\n "
            + Self.answer("choices", "[\"no\"]", "blurred")
        )
      ),
      #"{"id": 2, "annotations": [{"result": [\#(Self.answer("choices", "[\"a\"]"))]}], "data": {}}"#,
      #"{"id": 3, "annotations": [{"was_cancelled": true, "result": []}], "data": {}}"#,
      Self.task(4, (7, Self.answer("textarea", "[\"x\"]")))
    )
    let result = try LabelFile.read(path)
    #expect(rows(result.table) == ["1.jpg 7 cat 0.0 2.5"])
    #expect(
      result.quarantined.map { "\($0.line):\($0.column) \($0.pointer) \($0.problem)" } == [
        "2:2 /0/annotations/0/result/1 answers 'blurred'; the table is about 'animal', the first question "
          + "of the file",
        "3:39 /1/annotations/0/result/0 'completed_by' is missing; expected who answered",
        "4:27 /2/annotations/0 the annotation was cancelled by its annotator",
        "5:76 /3/annotations/0/result/0 'textarea' gives no label; expected choices, a number or a rating",
      ]
    )
  }

  @Test("are no table where anything is drawn, and a data set is none")
  func shapes() throws {
    let box = """
      {"type": "rectanglelabels", "original_width": 9, "original_height": 9, \
      "value": {"x": 1, "y": 1, "width": 1, "height": 1, "rectanglelabels": ["cat"]}}
      """
    let path = try write(Self.task(1, (7, Self.answer("choices", "[\"cat\"]") + ", " + box)))
    #expect(LabelFile.recognise(path) == nil)
    #expect(LabelFile.recognise(try folder.write("a.json", COCOText.file())) == nil)
  }
}
