import Annotations
import Foundation
import TestSupport
import Testing

@testable import Formats

@Suite("Pascal VOC, what is recognised")
struct VOCRecogniseTests {
  @Test(
    "A file is recognised by its root, whatever may stand before it",
    arguments: [
      ("<annotation>", true), ("\u{FEFF}<annotation verified='yes'>", true),
      ("<annotation/>", true),
      ("<?xml version='1.0'?>\r\n<!-- > - -->\n<?x y?> <annotation\n", true),
      ("<!DOCTYPE annotation SYSTEM 'a.dtd'>", true), ("<annotations>", false), ("<root>", false),
      ("<annotation", false), ("<!-- <annotation> ", false), ("text <annotation>", false),
      ("{\"annotation\": 1}", false), ("", false),
    ]
  )
  func signature(text: String, isAnnotation: Bool) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.xml", text)
    #expect(VOCFormat.recognise(path) == (isAnnotation ? "XML file with <annotation>" : nil))
  }

  @Test("A folder is recognised by its own files, else by those of its Annotations")
  func folders() async throws {
    let folder = try TemporaryFolder()
    #expect(VOCFormat.recognise(folder.path) == nil)
    try folder.write("Annotations/a.xml", VOCSample.file())
    try folder.write("Annotations/b.xml", VOCSample.file())
    try folder.write("project.xml", "<project/>")
    #expect(
      VOCFormat.recognise(folder.path)
        == "folder with Annotations/ of 2 XML files with <annotation>"
    )
    #expect(
      try await VOCSample.read(folder).dataset.files == ["Annotations/a.xml", "Annotations/b.xml"]
    )
    try folder.write("z.xml", VOCSample.file())
    #expect(VOCFormat.recognise(folder.path) == "folder of 2 XML files with <annotation>")
    let own = try await VOCSample.read(folder)
    #expect(own.dataset.images.ids.map(own.dataset.text) == ["z"])
    #expect(own.quarantined.map(\.file) == ["project.xml"])
    #expect(VOCFormat.recognise(folder.path + "/missing") == nil)
  }
}
