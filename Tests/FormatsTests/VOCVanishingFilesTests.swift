import Annotations
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, files that are none, and files that vanish")
struct VOCVanishingFilesTests {
  /// `/dev/zero` has no end, a pipe nobody to write into it.
  @Test(
    "What is no file that can be read is told with its name, waited for nowhere, and the rest read"
  )
  func noFiles() async throws {
    let folder = try TemporaryFolder()
    try folder.write("good.xml", VOCSample.file())
    try folder.write("folder.xml/a.txt", "")
    #expect(mkfifo("\(folder.path)/pipe.xml", 0o600) == 0)
    for (name, target) in [("device", "/dev/zero"), ("dangling", "none"), ("loop", "loop.xml")] {
      #expect(symlink(target, "\(folder.path)/\(name).xml") == 0)
    }
    let result = try await VOCSample.read(folder)
    #expect(result.dataset.annotations.count == 1)
    #expect(
      result.quarantined.map { "\($0.file):\($0.line): \($0.problem)" } == [
        "dangling.xml:1: the file cannot be read: No such file or directory",
        "device.xml:1: the file cannot be read: it is not a regular file",
        "folder.xml:1: the file cannot be read: it is not a regular file",
        "loop.xml:1: the file cannot be read: Too many levels of symbolic links",
        "pipe.xml:1: the file cannot be read: it is not a regular file",
      ]
    )
  }

  @Test(
    "A folder without rights is an error with its path",
    .enabled(if: geteuid() != 0, "rights do not hold for root")
  )
  func rights() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.xml", VOCSample.file())
    #expect(chmod(folder.path, 0) == 0)
    defer { chmod(folder.path, 0o700) }
    let error = #expect(throws: FormatError.self) { try FormatCatalog.detect(folder.path) }
    #expect(error?.description.hasPrefix("\(folder.path): ") == true)
  }

  @Test("A folder that is gone when its files are read leaves a problem for each of them")
  func goneFolder() async throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write("x/\(name).xml", VOCSample.file()) }
    let source = try VOCSource.find("\(folder.path)/x")
    try FileManager.default.removeItem(atPath: "\(folder.path)/x")
    let chunks = source.batches(of: 1).map { VOCChunk(reading: $0) }
    #expect(chunks.flatMap(\.quarantined).map(\.file) == ["a.xml", "b.xml"])
    let problem = "the file cannot be read: No such file or directory"
    #expect(chunks.flatMap(\.quarantined).map(\.problem) == [problem, problem])
    #expect(chunks.map(\.images.count) == [0, 0])
  }

  @Test("A folder that is removed while it is read loses no file in silence", arguments: 0..<4)
  func race(delay: Int) async throws {
    let folder = try TemporaryFolder()
    let count = 400
    for file in 0..<count { try folder.write("x/\(1000 + file).xml", VOCSample.file()) }
    let path = "\(folder.path)/x"
    async let removed: Void = Task.detached {
      usleep(UInt32(delay) * 2000)
      try? FileManager.default.removeItem(atPath: path)
    }.value
    do throws(FormatError) {
      let result = try await VOCFormat.read(path, threads: 2)
      // The listing saw some of the files, and each of them is an image or a problem.
      #expect(result.dataset.images.count + result.quarantined.count == result.dataset.files.count)
      #expect(result.quarantined.allSatisfy { $0.file.hasSuffix(".xml") && !$0.problem.isEmpty })
    } catch {
      #expect(error.description.hasPrefix(path), "\(error)")
    }
    await removed
  }
}
