import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("A mapped file")
struct MappedFileTests {
  /// Sizes around that of a page, where the end of a file lies in another page than its padding.
  @Test(
    "has the bytes of the file and NUL behind them",
    arguments: [0, 1, 7, 4095, 4096, 4097, 9000]
  )
  func bytes(size: Int) throws {
    let folder = try TemporaryFolder()
    let contents = Data((0..<size).map { UInt8($0 % 251 + 1) })
    let file = try MappedFile(try folder.write("a", contents))
    file.withBytes { bytes in
      #expect(bytes.count == size)
      #expect((0..<size).allSatisfy { bytes[$0] == contents[$0] })
      #expect(bytes[size] == 0)
      #expect(bytes.word(at: size) == 0)
    }
  }

  @Test("keeps its bytes when their memory is given back")
  func release() throws {
    let folder = try TemporaryFolder()
    let contents = Data((0..<20000).map { UInt8($0 % 251) })
    let file = try MappedFile(try folder.write("a", contents))
    file.withBytes { bytes in
      bytes.release(0..<bytes.count)
      #expect((0..<20000).allSatisfy { bytes[$0] == contents[$0] })
    }
  }

  @Test("reads what cannot be mapped")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let contents = Data((0..<100_000).map { UInt8($0 % 251) })
    Thread.detachNewThread { try? contents.write(to: URL(filePath: path)) }
    let file = try MappedFile(path)
    file.withBytes { bytes in
      #expect(bytes.count == contents.count)
      #expect((0..<contents.count).allSatisfy { bytes[$0] == contents[$0] })
      #expect(bytes[bytes.count] == 0)
    }
  }

  @Test("gives a stream without end up where the memory would be full")
  func endless() throws {
    let descriptor = open("/dev/zero", O_RDONLY)
    defer { close(descriptor) }
    #expect(FileMemory(reading: descriptor, limit: 1 << 20) == nil)
    #expect(FileMemory.systemReason == "File too large")
    #expect(FileMemory.streamLimit >= 1 << 26)
  }

  @Test("says what is wrong with a path")
  func errors() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FormatError.unreadable(path: "/no/such", reason: "No such file or directory")) {
      _ = try MappedFile("/no/such")
    }
    #expect(
      throws: FormatError.unreadable(path: folder.path, reason: "is a folder; expected a file")
    ) {
      _ = try MappedFile(folder.path)
    }
  }

  @Test("finds text at its very end and not beyond it")
  func contains() throws {
    let folder = try TemporaryFolder()
    let file = try MappedFile(try folder.write("a", "a \"images\""))
    file.withBytes { bytes in
      #expect(bytes.contains("\"images\""))
      #expect(!bytes.contains("\"images\" "))
      #expect(!bytes.contains("\"annotations\""))
    }
  }
}
