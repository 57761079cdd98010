import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite("assay prototypes")
struct PrototypeCommandTests {
  private let stream = "Fixtures/prototypes/stream.csv"

  /// One run as `Scripts/prototypes/reference.py` counts it, which shares no code with the program.
  private struct Expected: Decodable {
    var distance: String
    var epsilon: Double
    var mode: String
    var right: Int
    var judged: Int
    var confusion: [[Int]]
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  @Test("counts what the reference counts")
  func reference() throws {
    let file = SharedData.projectRoot.appending(path: "Fixtures/prototypes/expected.json")
    let cases = try JSONDecoder().decode([Expected].self, from: Data(contentsOf: file))
    #expect(cases.count == 12)
    for one in cases {
      let result = try Program.run(
        "prototypes",
        "run",
        stream,
        "--distance",
        one.distance,
        "--epsilon",
        "\(one.epsilon)",
        "--mode",
        one.mode
      )
      #expect(result.status == 0)
      #expect(result.errors.contains("\(one.right) right of \(one.judged) judged"), "\(one)")
      #expect(result.errors.contains("C = \(one.confusion)"), "\(one)")
    }
  }

  @Test("writes tables and drawings, the same on any number of threads")
  func output() throws {
    let folder = try TemporaryFolder()
    for threads in ["1", "3"] {
      let result = try Program.run(
        "prototypes",
        "run",
        stream,
        "--feedback",
        "0.5",
        "--threads",
        threads,
        "--output",
        "\(folder.path)/\(threads)"
      )
      #expect(result.status == 0)
      #expect(result.errors.contains("has the best F1 on this stream"))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/1").sorted()
    #expect(
      files == [
        "accuracy.csv", "accuracy.svg", "confusion.csv", "confusion.svg", "epsilon.csv",
        "epsilon.svg", "feedback.csv", "feedback.svg", "orders.csv", "orders.svg",
        "precision-recall.svg", "prototypes.csv", "summary.csv",
      ]
    )
    for file in files {
      #expect(try bytes("\(folder.path)/1/\(file)") == bytes("\(folder.path)/3/\(file)"), "\(file)")
      guard file.hasSuffix(".svg") else { continue }
      let drawing = try XMLDocument(data: bytes("\(folder.path)/1/\(file)"))
      #expect(drawing.rootElement()?.name == "svg")
    }
  }

  @Test("a resumed run leaves the state of one run, and the rest of its table")
  func resume() throws {
    let folder = try TemporaryFolder()
    let (part, rest, whole) = (folder.path + "/part", folder.path + "/rest", folder.path + "/whole")
    func check(_ result: Program.Result) { #expect(result.status == 0, "\(result.errors)") }
    let (epsilon, feedback) = ("--epsilon=0.3", "--feedback=0.4")
    check(
      try Program.run(
        "prototypes",
        "run",
        stream,
        epsilon,
        feedback,
        "--limit=77",
        "--no-trials",
        "--state=\(part)",
        "--output=\(part).d"
      )
    )
    check(
      try Program.run(
        "prototypes",
        "resume",
        part,
        stream,
        "--skip=77",
        "--state=\(rest)",
        "--output=\(rest).d"
      )
    )
    check(
      try Program.run(
        "prototypes",
        "run",
        stream,
        epsilon,
        feedback,
        "--no-trials",
        "--state=\(whole)",
        "--output=\(whole).d"
      )
    )
    #expect(try bytes(rest) == bytes(whole))
    #expect(try bytes("\(rest).d/prototypes.csv") == bytes("\(whole).d/prototypes.csv"))
    func lines(_ path: String) throws -> [Substring] {
      try String(contentsOfFile: path + ".d/accuracy.csv", encoding: .utf8)
        .split(separator: "\r\n")
    }
    let both = try lines(part) + lines(rest).dropFirst()
    #expect(try both == lines(whole))
  }

  @Test(
    "annotates the MNIST embeddings as documented",
    .enabled(if: SharedData.isExpected, Comment(rawValue: SharedData.skipMessage))
  )
  func mnist() throws {
    let archive = SharedData.data("mnist-embeddings/mnist_test_emb_8d_origorder.npz")
    let result = try Program.run(
      "prototypes",
      "run",
      archive,
      "--labels",
      archive + ":y",
      "--epsilon=0.65"
    )
    // Scripts/prototypes/reference.py.
    #expect(result.errors.contains("9736 right of 9990 judged"), "\(result.errors)")
    #expect(result.errors.contains("C = [[9990, 0], [0, 10]]"))
  }

  @Test("labels beside the vectors are as good as a column, and a wrong number of them is told")
  func labelsBeside() throws {
    let folder = try TemporaryFolder()
    let lines = try String(
      contentsOf: SharedData.projectRoot.appending(path: stream),
      encoding: .utf8
    ).split(separator: "\n").map { $0.split(separator: ",") }
    let vectors = try folder.write(
      "v.csv",
      lines.map { $0.dropFirst(2).joined(separator: ",") }.joined(separator: "\n")
    )
    func labels(_ count: Int) throws -> String {
      try folder.write(
        "l.csv",
        lines.prefix(count).map { $0.prefix(2).joined(separator: ",") }.joined(separator: "\n")
      )
    }
    let arguments = ["prototypes", "run", "--epsilon=1", "--distance=l2"]
    let beside = try Program.run(
      arguments[0],
      arguments[1],
      arguments[2],
      arguments[3],
      vectors,
      "--labels",
      labels(241)
    )
    #expect(beside.errors.contains("227 right of 234 judged"), "\(beside.errors)")
    let short = try Program.run(
      arguments[0],
      arguments[1],
      arguments[2],
      arguments[3],
      vectors,
      "--labels",
      labels(200)
    )
    #expect(short.status == 2)
    #expect(short.errors.contains("l.csv: has 199 labels for the 240 vectors of "))
  }

  @Test("says what is wrong with vectors, states and options, and exits with 2")
  func errors() throws {
    let folder = try TemporaryFolder()
    try folder.write("short.csv", "label,v0\na,1\nb\n")
    try folder.write("word.csv", "label,v0\na,1\nb,x\n")
    try folder.write("bare.csv", "label\na\n")
    try folder.write("wide.csv", "label,v0\na,1\n")
    try folder.write("state", "{}")
    for (arguments, message) in [
      (["run", folder.path + "/short.csv"], "short.csv:3:1: the header has 2 fields, this line 1"),
      (["run", folder.path + "/word.csv"], "word.csv:3:3: 'v0' is no number: 'x'"),
      (["run", folder.path + "/bare.csv"], "must name the column label"),
      (["run", folder.path + "/none.csv"], "No such file"),
      (["run", folder.path + "/none.npy"], "none.npy: has vectors without labels"),
      (["run", stream, "--epsilon=0"], "epsilon must be a finite number above 0"),
      (["run", stream, "--feedback=1.5"], "feedback must be a probability"),
      (["run", stream, "--skip=240"], "holds 240 objects; --skip is 240"),
      (["run", folder.path + "/wide.csv"], "no ε can be chosen"),
      (["resume", folder.path + "/state", stream], "is not a state of 'assay prototypes'"),
    ] {
      let result =
        arguments.count == 2
        ? try Program.run("prototypes", arguments[0], arguments[1])
        : try Program.run("prototypes", arguments[0], arguments[1], arguments[2])
      #expect(result.status == 2, "\(arguments)")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test("the stream is what its script makes")
  func script() throws {
    let folder = SharedData.projectRoot.appending(path: "Fixtures/prototypes/").path()
    let before = try ["stream.csv", "expected.json"].map { try bytes(folder + $0) }
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = SharedData.projectRoot.appending(path: "Scripts/make-prototype-stream")
    process.arguments = [scratch.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let after = try ["stream.csv", "expected.json"].map { try bytes(scratch.path + "/" + $0) }
    #expect(before == after)
  }
}
