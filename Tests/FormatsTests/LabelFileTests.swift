import Annotations
import TestSupport
import Testing

@testable import Formats

@Suite("Labels of whole items")
struct LabelFileTests {
  @Test("that are names have no value, 'nan' and '5' among them")
  func names() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.csv", "item,annotator,label\na,ann,nan\nb,ann,5\n")
    let table = try LabelFile.read(path).table
    #expect(table.labels == ["nan", "5"])
    #expect(table.rows.map(\.value) == [0, 0])
  }

  @Test("that are measured have one, and are refused where it is not finite")
  func values() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.csv", "item,annotator,value\na,ann,nan\nb,ann,5\n")
    let read = try LabelFile.read(path)
    #expect(read.table.rows.map(\.value) == [5])
    #expect(read.quarantined.map(\.line) == [2])
  }
}
