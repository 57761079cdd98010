import Foundation
import TestSupport

/// The built program, run as a user runs it.
enum Program {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The tests run from a bundle beside the program they were built with.
  static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "assay")

  static func run(_ arguments: String..., in folder: URL = SharedData.projectRoot) throws -> Result
  {
    try run(path, arguments, in: folder)
  }

  static func run(_ arguments: [String]) throws -> Result {
    try run(path, arguments, in: SharedData.projectRoot)
  }

  /// Runs the program by a shell line, in which `"$@"` stands for it and its arguments.
  static func run(_ arguments: String..., by line: String) throws -> Result {
    try run(
      URL(filePath: "/bin/bash"),
      ["-c", line, "bash", path.path(percentEncoded: false)] + arguments,
      in: SharedData.projectRoot
    )
  }

  /// The program at work; it is waited for nowhere, and its output is lost.
  static func start(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.currentDirectoryURL = SharedData.projectRoot
    for stream in [\Process.standardInput, \.standardOutput, \.standardError] {
      process[keyPath: stream] = FileHandle.nullDevice
    }
    try process.run()
    return process
  }

  /// Runs any program and waits for it.
  static func run(
    _ executable: URL,
    _ arguments: [String],
    in folder: URL = SharedData.projectRoot
  ) throws -> Result {
    let scratch = try TemporaryFolder()
    let (output, errors) = (scratch.path + "/out", scratch.path + "/err")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8)
    )
  }
}
