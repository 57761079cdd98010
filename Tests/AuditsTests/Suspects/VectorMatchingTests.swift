import Annotations
import Formats
import TestSupport
import Testing

@testable import Audits

@Suite("Vectors brought to objects")
struct VectorMatchingTests {
  private func table(
    _ csv: String,
    rows: VectorMatching.Rows = .annotation
  ) async throws -> [Double] {
    let folder = try TemporaryFolder()
    let file = try EmbeddingFile.read(try folder.write("v.csv", csv))
    let json = coco(
      images: (1...2).map { #"{"id": \#($0), "file_name": "\#($0).jpg"}"# }.joined(separator: ","),
      annotations: [
        annotation(5, image: 2, box: "1, 1, 4, 4"), annotation(6, image: 1, box: "1, 1, 4, 4"),
        annotation(7, image: 2, box: "9, 9, 4, 4", #", "iscrowd": 1"#),
      ]
    )
    let items = SuspectItems(
      Delivery(
        role: "dataset",
        name: "a.json",
        format: "coco",
        detected: "",
        result: try await ExampleDataset.read(coco: json)
      )
    )
    #expect(items.names == ["5", "6"] && items.leftOut == 1)
    let found = try VectorMatching.table(file, name: "v.csv", for: items, rows: rows)
    return (0..<found.count).flatMap { found.row($0) }
  }

  @Test("stand in the order of the file, with or without rows for crowds")
  func order() async throws {
    #expect(try await table("1\n2\n") == [1, 2])
    #expect(try await table("1\n2\n3\n") == [1, 2])
  }

  @Test("are found by annotation id, image id or file name, whatever their order")
  func keys() async throws {
    #expect(try await table("annotation_id,a\n6,2\n9,0\n5,1\n") == [1, 2])
    #expect(try await table("image_id,a\n1,2\n2,1\n") == [1, 2])
    #expect(try await table("file_name,a\n1.jpg,2\n2.jpg,1\n") == [1, 2])
    #expect(try await table("2\n1\n", rows: .image) == [1, 2])
  }

  @Test(
    "are refused where rows and objects do not fit, and both numbers are told",
    arguments: [
      (
        "1\n2\n3\n4\n",
        "v.csv: has 4 rows, the data set 3 annotations; one row for each was expected, or a column of ids"
      ),
      (
        "annotation_id,a\n6,2\n",
        "v.csv: has 1 rows, the data set 2 annotations; 1 of these have no row, the first is '5'"
      ),
      ("annotation_id,a\n6,2\n6,3\n5,1\n", "v.csv: has two rows for annotation '6'"),
    ]
  )
  func refused(csv: String, message: String) async {
    await #expect {
      _ = try await table(csv)
    } throws: {
      "\($0)" == message
    }
  }
}
