import Foundation
import Imaging
import TestSupport
import Testing

@Suite("A folder of images")
struct ImageFolderTests {
  private let scratch: TemporaryFolder
  private let folder: ImageFolder

  init() throws {
    scratch = try TemporaryFolder()
    try scratch.write("images/a.jpg", [1, 2, 3])
    try scratch.write("images/deep/b.jpg", [4])
    try scratch.write("images/empty.jpg", [UInt8]())
    try scratch.write("secret.jpg", [9])
    try scratch.write("images2/c.jpg", [9])
    folder = try ImageFolder(scratch.path + "/images")
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/images/" + name,
      withDestinationPath: target
    )
  }

  @Test("gives the bytes of its files, also by way of folders and links inside it")
  func files() throws {
    try link("link.jpg", to: "deep/b.jpg")
    #expect(try folder.bytes(of: "a.jpg") == [1, 2, 3])
    #expect(try folder.bytes(of: "./deep/../a.jpg") == [1, 2, 3])
    #expect(try folder.bytes(of: "deep/b.jpg") == [4])
    #expect(try folder.bytes(of: "link.jpg") == [4])
    #expect(try folder.bytes(of: "empty.jpg") == [])
    #expect(try folder.bytes(of: scratch.path + "/images/a.jpg") == [1, 2, 3])
  }

  @Test(
    "gives nothing outside it",
    arguments: ["../secret.jpg", "deep/../../secret.jpg", "../images2/c.jpg", "/etc/passwd"]
  )
  func outside(name: String) {
    #expect(throws: ImageError.outsideFolder) { try folder.bytes(of: name) }
  }

  @Test("does not follow a link out of it, nor one to a folder outside")
  func links() throws {
    try link("out.jpg", to: "../secret.jpg")
    try link("sibling", to: "../images2")
    #expect(throws: ImageError.outsideFolder) { try folder.bytes(of: "out.jpg") }
    #expect(throws: ImageError.outsideFolder) { try folder.bytes(of: "sibling/c.jpg") }
  }

  @Test("links that go round in circles are an error")
  func loop() throws {
    try link("one.jpg", to: "two.jpg")
    try link("two.jpg", to: "one.jpg")
    #expect(throws: ImageError.unreadable(reason: "Too many levels of symbolic links")) {
      try folder.bytes(of: "one.jpg")
    }
  }

  // The time that a test waits for others counts, too; under the thread sanitizer it is some minutes.
  @Test("a pipe is not waited for", .timeLimit(.minutes(30)))
  func pipe() throws {
    #expect(mkfifo(scratch.path + "/images/pipe.jpg", 0o600) == 0)
    #expect(throws: ImageError.unreadable(reason: "is no regular file")) {
      try folder.bytes(of: "pipe.jpg")
    }
  }

  @Test("a folder, a missing file and a name with a NUL are errors")
  func missing() {
    #expect(throws: ImageError.unreadable(reason: "is no regular file")) {
      try folder.bytes(of: "deep")
    }
    for name in ["none.jpg", "a.jpg/b.jpg", "", "a.jpg\0.png"] {
      #expect(throws: ImageError.missing, "'\(name)'") { try folder.bytes(of: name) }
    }
  }

  @Test("must be a folder")
  func noFolder() {
    for path in ["/secret.jpg", "/nowhere"] {
      #expect(throws: ImageError.self) { try ImageFolder(scratch.path + path) }
    }
  }
}
