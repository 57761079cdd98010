import Findings
import FoundationEssentials

/// Reads a report that was written before.
enum ReportFile {
  /// Bytes of the largest report that is read.
  private static let limit = 1 << 30

  /// Reads `report.json`.
  ///
  /// - Throws: `CommandFailure` where the file cannot be read or holds no report of this version.
  static func read(_ path: String) throws(CommandFailure) -> AuditReport {
    let text = Data(try TextFile.read(path, limit: limit).utf8)
    let decoder = JSONDecoder()
    do {
      let schema = try decoder.decode(Schema.self, from: text).schema
      guard schema == AuditReport.schema else {
        throw CommandFailure(
          "\(path): a report ('\(AuditReport.schema)') was expected, found '\(schema)'"
        )
      }
      return try decoder.decode(AuditReport.self, from: text)
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as DecodingError {
      throw CommandFailure("\(path): is no report of assay: \(reason(error))")
    } catch {
      throw CommandFailure("\(path): is no report of assay: \(error)")
    }
  }

  private struct Schema: Decodable {
    var schema: String
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
