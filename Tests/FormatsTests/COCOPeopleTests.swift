import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("Annotators, times and attributes of a COCO annotation")
struct COCOPeopleTests {
  private func read(_ members: String) async throws -> Dataset {
    let result = try await COCOText.read(COCOText.file(withMembers: members))
    #expect(result.quarantined.isEmpty)
    return result.dataset
  }

  private func attributes(_ dataset: Dataset) -> [String: AttributeValue] {
    Dictionary(
      uniqueKeysWithValues: dataset.attributes(ofAnnotation: 0).map {
        (dataset.strings[$0.name], $0.value)
      }
    )
  }

  @Test(
    "name the annotator by the first key of the documented order",
    arguments: [
      (#""rater_id": "a", "annotator": "b""#, "a"), (#""annotator": "b", "rater_id": "a""#, "a"),
      (#""annotator_id": 12, "worker_id": "w""#, "12"), (#""worker_id": 3.0"#, "3"),
      (#""completed_by": "c", "created_by": "d""#, "d"), (#""completed_by": 1.5"#, "1.5"),
      (#""rater_id": null, "completed_by": "c""#, "c"), (#""rater_id": "", "annotator": "b""#, "b"),
      (#""attributes": {"rater_id": "a"}, "completed_by": "c""#, "c"),
      (#""attributes": {"annotator_id": "x", "annotator": "y"}"#, "y"),
      (#""annotator": "ann@example.org \u00e9""#, "ann@example.org é"),
      (#""completed_by": {"id": 4}"#, nil), (#""rater_id": true"#, nil),
      (#""annotators": "x""#, nil),
    ] as [(String, String?)]
  )
  func annotator(members: String, name: String?) async throws {
    let dataset = try await read(members)
    #expect(dataset.annotators == (name.map { [$0] } ?? []))
    #expect(dataset.annotations.annotators == [name == nil ? AnnotationTable.noAnnotator : 0])
    #expect(dataset.attributes(ofAnnotation: 0).isEmpty)
  }

  @Test("count annotators in order of first appearance")
  func codes() async throws {
    let names = ["zoe", "adam", "zoe", "7", "adam", "someone with a rather long name", "zoe"]
    let rows = names.map { "{\"rater_id\": \"\($0)\", " + COCOText.annotation.dropFirst() }
    let dataset = try await COCOText.read(COCOText.file(annotations: rows)).dataset
    #expect(dataset.annotators == ["zoe", "adam", "7", "someone with a rather long name"])
    #expect(dataset.annotations.annotators == [0, 1, 0, 2, 1, 3, 0])
  }

  @Test(
    "give the seconds by the first key of the documented order",
    arguments: [
      (#""annotation_time": 2.5, "lead_time": 9"#, 2.5), (#""lead_time": 9"#, 9),
      (#""work_time_seconds": 4, "attributes": {"annotation_time": 1}"#, 4),
      (#""attributes": {"lead_time": 1.5}"#, 1.5), (#""lead_time": null"#, nil),
      (#""lead_time": "9 s""#, nil),
    ] as [(String, Double?)]
  )
  func seconds(members: String, seconds: Double?) async throws {
    #expect(try await read(members).annotations.seconds == [seconds])
  }

  @Test("keep attributes of every plain kind, and skip nested ones, and say so")
  func kinds() async throws {
    let dataset = try await read(
      #""attributes": {"a": true, "b": 1.5, "c": "red", "d": null, "e": [1], "f": {"g": 1}, "id": 3}"#
    )
    let values = attributes(dataset)
    let red = try #require(dataset.strings.code(of: "red"))
    #expect(
      values == [
        "a": .flag(true), "b": .number(1.5), "c": .text(red), "d": .null, "id": .number(3),
      ]
    )
    #expect(dataset.annotations.ids == [.number(5)])
    #expect(dataset.annotations.flags == [.unreadAttribute])
  }

  @Test("are read from a list of names and values too, in any order")
  func list() async throws {
    let dataset = try await read(
      #"""
      "attributes": [{"name": "a", "value": 1.5}, {"value": "red", "id": 3, "name": "c"},
      {"name": "occluded", "value": true}, {"value": "ann", "name": "annotator"}]
      """#
    )
    let red = try #require(dataset.strings.code(of: "red"))
    #expect(
      attributes(dataset) == ["a": .number(1.5), "c": .text(red), "occluded": .flag(true)]
    )
    #expect(dataset.annotators == ["ann"])
    #expect(dataset.annotations.flags == [.occluded])
  }

  @Test(
    "say so where something in their list has no name or no plain value",
    arguments: [
      #"["red"]"#, #"[{"name": "a"}]"#, #"[{"value": 1}]"#, #"[{"name": 3, "value": 1}]"#,
      #"[{"name": "a", "value": [1]}]"#, "[{}]", "\"red\"", "3", #"{"a": {"b": 1}}"#,
    ]
  )
  func unread(attributes: String) async throws {
    let dataset = try await read("\"attributes\": \(attributes)")
    #expect(dataset.annotations.flags == [.unreadAttribute])
    #expect(dataset.annotations.attributeRows == [AnnotationTable.noAttributes])
  }

  @Test("keep occluded, truncated and difficult as flags and as attributes")
  func marks() async throws {
    let outside = try await read(#""occluded": 1, "truncated": false"#)
    #expect(outside.annotations.flags == [.occluded])
    #expect(attributes(outside) == ["occluded": .number(1), "truncated": .flag(false)])

    let inside = try await read(#""attributes": {"difficult": true, "x": 1}"#)
    #expect(inside.annotations.flags == [.difficult])
    #expect(attributes(inside) == ["difficult": .flag(true), "x": .number(1)])

    let both = try await read(#""occluded": 0, "attributes": {"occluded": true}"#)
    #expect(both.annotations.flags == [.occluded])
    #expect(attributes(both) == ["occluded": .number(0)])

    let text = try await read(#""attributes": {"occluded": "partly"}"#)
    #expect(text.annotations.flags == [[]])
  }

  @Test("have no row where they are empty or no attributes")
  func none() async throws {
    for value in ["null", "[]", "{}", "\"red\"", "3"] {
      let dataset = try await read("\"attributes\": \(value)")
      #expect(dataset.annotations.attributeRows == [AnnotationTable.noAttributes])
    }
  }

  @Test("belong to their own annotation, whatever is left out before it")
  func rows() async throws {
    func row(_ name: String, _ box: String) -> String {
      #"{"image_id": 1, "category_id": 7, "bbox": \#(box), "attributes": {"n": "\#(name)"}}"#
    }
    let dataset = try await COCOText.read(
      COCOText.file(annotations: [row("a", "[0,0,1,1]"), row("b", "[]"), row("c", "[0,0,1,1]")])
    ).dataset
    let values = (0..<2).map { dataset.attributes(ofAnnotation: $0).map(\.value) }
    let a = try #require(dataset.strings.code(of: "a"))
    let c = try #require(dataset.strings.code(of: "c"))
    #expect(values == [[.text(a)], [.text(c)]])
  }
}
