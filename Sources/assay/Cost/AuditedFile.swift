import Audits
import Findings
import Formats
import Glibc
import Metrics

/// What an audit found: read from its report, or by an audit of the data set itself.
struct AuditedFile {
  /// Last part of the path that the user named.
  let name: String
  let report: AuditReport

  /// How much of a file tells whether it is a report.
  private static let headSize = 256

  /// - Throws: `CommandFailure` where the path is neither a report nor a data set.
  init(_ path: String, role: String, quiet: Bool) async throws(CommandFailure) {
    name = fileName(of: path)
    guard !Self.isReport(path) else {
      report = try ReportFile.read(path)
      return
    }
    let threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let input = try DetectedInput(path, role: role, quiet: quiet)
    let read = try await DetectedInput.read([input], threads: threads)
    report = await AuditRun(
      rules: RuleSettings(),
      findingsPerRule: .max,
      bootstrap: ImageBootstrap(replicates: 0, seed: 0, threads: threads)
    ).report(on: read[0])
  }

  /// Whether the file starts as our reports do; the rest of it is checked when it is read.
  private static func isReport(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: headSize)
    let count = read(descriptor, &head, head.count)
    guard count > 0 else { return false }
    return String(decoding: head[..<count], as: UTF8.self).contains("\"\(AuditReport.schema)\"")
  }
}
