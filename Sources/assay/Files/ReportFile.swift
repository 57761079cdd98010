import Audits
import Findings
import FoundationEssentials

/// Reads what earlier runs wrote: reports and baselines.
enum ReportFile {
  /// Larger files are none of ours.
  private static let maximumSize = 1 << 30
  /// Larger counts are none either, and sums of them might overflow.
  private static let maximumCount = 1 << 40

  private struct Header: Decodable { var schema: String? }

  /// - Throws: `CommandFailure` where the file cannot be read or is no report of a version that is known.
  static func read(_ path: String) throws(CommandFailure) -> AuditReport {
    let data = Data(try TextFile.read(path, limit: maximumSize).utf8)
    let schema = try schema(of: data, path)
    guard schema == "assay-report/1" else {
      throw CommandFailure("\(path): a report ('assay-report/1') was expected, found \(schema)")
    }
    return try checked(try decode(AuditReport.self, data, path), path)
  }

  /// A baseline, or a report whose findings serve as one.
  static func readBaseline(_ path: String) throws(CommandFailure) -> FindingBaseline {
    let data = Data(try TextFile.read(path, limit: maximumSize).utf8)
    let schema = try schema(of: data, path)
    switch schema {
    case FindingBaseline.schema:
      let baseline = try decode(FindingBaseline.self, data, path)
      guard baseline.rules.allSatisfy({ 0...maximumCount ~= $0.count }) else {
        throw CommandFailure("\(path): a count is out of range")
      }
      return baseline
    case "assay-report/1":
      return FindingBaseline(try checked(try decode(AuditReport.self, data, path), path).unjudged)
    default:
      throw CommandFailure(
        "\(path): a baseline ('\(FindingBaseline.schema)') or a report was expected, found \(schema)"
      )
    }
  }

  private static func schema(of data: Data, _ path: String) throws(CommandFailure) -> String {
    try decode(Header.self, data, path).schema ?? "a document without 'schema'"
  }

  private static func checked(
    _ report: AuditReport,
    _ path: String
  ) throws(CommandFailure) -> AuditReport {
    let counts =
      report.findings.rules.map(\.count) + [report.findings.total]
      + report.inputs.flatMap { [$0.images, $0.annotations, $0.categories, $0.quarantined] }
      + report.metrics.compactMap(\.n) + Array(report.excluded.values)
    guard counts.allSatisfy({ 0...maximumCount ~= $0 }) else {
      throw CommandFailure("\(path): a count is out of range")
    }
    return report
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type,
    _ data: Data,
    _ path: String
  ) throws(CommandFailure) -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw CommandFailure("\(path): \(problem(error))")
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }

  /// Where in the document the problem lies, and what it is, in one line.
  private static func problem(_ error: DecodingError) -> String {
    func pointer(_ context: DecodingError.Context) -> String {
      context.codingPath.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
    }
    switch error {
    case .dataCorrupted(let context):
      return "\(pointer(context)): is not valid JSON of a report"
    case .keyNotFound(let key, let context):
      return "\(pointer(context)): '\(key.stringValue)' is missing"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return "\(pointer(context)): a \(type) was expected"
    @unknown default: return "\(error)"
    }
  }
}
