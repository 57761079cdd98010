import Audits
import Formats

extension Delivery {
  /// Reads what stands at the path, and tells its format and why on standard error.
  static func read(
    _ path: String,
    role: String,
    threads: Int,
    quiet: Bool
  ) async throws(CommandFailure) -> Delivery {
    do throws(FormatError) {
      let detection = try FormatCatalog.detect(path)
      if !quiet {
        Terminal.standardError.line(
          "reading \(path) as \(detection.format.id): \(detection.reason)"
        )
      }
      let result = try await detection.format.read(detection.path, threads: threads)
      return Delivery(
        role: role,
        name: lastComponent(of: path),
        format: detection.format.id,
        detected: detection.reason,
        result: result
      )
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
