package import Foundation

/// Third-party data beside the project (`../shared`), read where it is and never copied.
package enum SharedData {
  /// The folder of the package.
  package static let projectRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let root = projectRoot.appending(path: "../shared").standardizedFileURL

  /// Path of a file or folder below `shared/data`.
  package static func data(_ path: String) -> String {
    root.appending(path: "data/\(path)").path(percentEncoded: false)
  }

  /// The folder of reference vectors: `ASSAY_VECTORS`, else `shared/vectors`.
  package static var vectors: String {
    ProcessInfo.processInfo.environment["ASSAY_VECTORS"]
      ?? root.appending(path: "vectors").path(percentEncoded: false)
  }

  /// Whether tests of the shared data should run: it is there, or this is CI, where its absence must fail.
  package static var isExpected: Bool {
    FileManager.default.fileExists(atPath: root.path(percentEncoded: false))
      || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// Why a test did not run.
  package static let skipMessage: String = "needs the third-party data in ../shared"
}
