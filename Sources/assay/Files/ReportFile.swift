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
    guard schema == AuditReport.schema else {
      throw CommandFailure(
        "\(path): a report ('\(AuditReport.schema)') was expected, found \(schema)"
      )
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
    case AuditReport.schema:
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
      throw CommandFailure("\(path): is no report of assay: \(reason(error))")
    } catch {
      throw CommandFailure("\(path): is no report of assay: \(error)")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      "\(pointer(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(pointer(context.codingPath)): \(context.debugDescription)"
    case .dataCorrupted(let context):
      // What JSON itself objects to stands in the underlying error.
      "\(pointer(context.codingPath)): \(detail(context))"
    @unknown default: "\(error)"
    }
  }

  private static func detail(_ context: DecodingError.Context) -> String {
    context.underlyingError.map { "\($0)" } ?? context.debugDescription
  }

  /// Where in the document: `/metrics/3/value`.
  private static func pointer(_ path: [any CodingKey]) -> String {
    "/" + path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
  }
}
