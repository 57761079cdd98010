import Annotations
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("Files that cannot be opened")
struct LinkedFileTests {
  @Test("loops of links and links to nothing are told, and the other files read")
  func links() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.xml", VOCSample.file())
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: "\(folder.path)/b.xml", withDestinationPath: "b.xml")
    try manager.createSymbolicLink(atPath: "\(folder.path)/c.xml", withDestinationPath: "none")
    let result = try await VOCSample.read(folder)
    #expect(result.dataset.annotations.count == 1)
    #expect(result.quarantined.map(\.file) == ["b.xml", "c.xml"])
    #expect(result.quarantined.allSatisfy { !$0.problem.isEmpty && $0.line >= 1 })
  }

  @Test("a loop of links in place of a COCO file is an error with the system's reason")
  func loop() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.json"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "a.json")
    let error = #expect(throws: FormatError.self) { try FormatCatalog.detect(path) }
    #expect(error?.description == "\(path): Too many levels of symbolic links")
  }
}
