import Foundation
import TestSupport
import Testing

@Suite("An interrupted run")
struct InterruptionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// A data set of so many images that writing it takes a while, one small file each.
  private func manyImages() throws -> String {
    let images = (1...20_000).map {
      #"{"id":\#($0),"width":9,"height":9,"file_name":"\#($0).png"}"#
    }
    return try folder.write(
      "many.json",
      #"{"images":[\#(images.joined(separator: ","))],"annotations":[],"categories":[]}"#
    )
  }

  /// Waits until a draft holds files, so that the signal comes in the middle of writing.
  private func waitForDraft(of process: Process) throws {
    for _ in 0..<6000 {
      let draft = "\(folder.path)/voc.\(process.processIdentifier).part/Annotations"
      if let files = try? FileManager.default.contentsOfDirectory(atPath: draft), files.count > 20 {
        return
      }
      try #require(process.isRunning, "the run ended before it was interrupted")
      usleep(5000)
    }
    Issue.record("no draft was seen")
  }

  @Test(
    "leaves nothing behind and ends by the signal",
    .disabled(if: Sanitizer.isOfThreads, "signals are held back"),
    arguments: [SIGINT, SIGTERM, SIGHUP]
  )
  func interrupted(_ signal: Int32) throws {
    let data = try manyImages()
    let process = try Program.start(
      "convert",
      data,
      "--to",
      "voc",
      "--output",
      folder.path + "/voc"
    )
    try waitForDraft(of: process)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try names() == ["many.json"])
  }

  @Test(
    "keeps every file that it was about to replace",
    .disabled(if: Sanitizer.isOfThreads, "signals are held back")
  )
  func replacing() throws {
    let data = try manyImages()
    let kept = try folder.write("voc/Annotations/1.xml", "kept")
    let process = try Program.start(
      "convert",
      data,
      "--to",
      "voc",
      "--force",
      "--output",
      folder.path + "/voc"
    )
    try waitForDraft(of: process)
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(try names() == ["many.json", "voc"])
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "kept")
  }

  @Test("goes on where the caller ignores the signal, as 'nohup' does")
  func ignored() throws {
    let result = try Program.run(
      "compare",
      "Fixtures/street/annotator-a.json",
      "Fixtures/street/annotator-b.json",
      "--json",
      "-",
      "-q",
      by: """
        trap '' HUP; "$@" & sleep 0.2; kill -HUP $!; wait $!
        """
    )
    #expect(result.status == 0 && result.output.hasSuffix("}\n"), "\(result.errors)")
  }
}
