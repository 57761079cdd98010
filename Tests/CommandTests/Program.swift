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
  private static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "assay")

  static func run(_ arguments: String..., in folder: URL = SharedData.projectRoot) throws -> Result
  {
    let scratch = try TemporaryFolder()
    let (output, errors) = (scratch.path + "/out", scratch.path + "/err")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    let process = Process()
    process.executableURL = path
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
