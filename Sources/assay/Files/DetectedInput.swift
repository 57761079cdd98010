import Annotations
import Audits
import Formats

/// A path that the user named, and what stands there.
struct DetectedInput: Sendable {
  private let path: String
  private let role: String
  private let detection: Detection

  /// Finds the format, and tells it and why on standard error.
  init(_ path: String, role: String, quiet: Bool) throws(CommandFailure) {
    do throws(FormatError) {
      detection = try FormatCatalog.detect(path)
    } catch {
      throw CommandFailure(error.description)
    }
    self.path = path
    self.role = role
    if !quiet {
      Terminal.standardError.line("reading \(path) as \(detection.format.id): \(detection.reason)")
    }
  }

  /// Reads the inputs, side by side where more than one thread may work.
  ///
  /// - Throws: The failure of the first input that cannot be read.
  static func read(
    _ inputs: [DetectedInput],
    threads: Int
  ) async throws(CommandFailure) -> [Delivery] {
    let share = max(1, threads / max(1, inputs.count))
    let results = await inOrder(inputs, threads: threads) { input in
      await input.result(threads: share)
    }
    var deliveries: [Delivery] = []
    for result in results { deliveries.append(try result.get()) }
    return deliveries
  }

  private func result(threads: Int) async -> Result<Delivery, CommandFailure> {
    do throws(FormatError) {
      let result = try await detection.format.read(detection.path, threads: threads)
      return .success(
        Delivery(
          role: role,
          name: path.split(separator: "/").last.map(String.init) ?? path,
          format: detection.format.id,
          detected: detection.reason,
          result: result
        )
      )
    } catch {
      return .failure(CommandFailure(error.description))
    }
  }
}
