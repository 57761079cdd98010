package import Foundation

/// A script of `Scripts/`, run for a test.
package enum ProjectScript {
  package struct Result {
    package var status: Int32
    package var output: Data
  }

  package static func run(_ name: String, _ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = SharedData.projectRoot.appending(path: "Scripts/\(name)")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: data)
  }
}
