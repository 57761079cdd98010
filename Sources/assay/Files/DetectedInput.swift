import Annotations
import Audits
import Formats

/// A path that the user named, and what stands there.
struct DetectedInput: Sendable {
  private let path: String
  /// What is read of it: the path, or a file in that folder.
  var file: String { detection.path }
  private let role: String
  private let detection: Detection
  /// Whether it is a list of predictions, which can be read only against a data set.
  private let holdsResults: Bool

  /// Finds the format, and tells it and why on standard error.
  init(_ path: String, role: String, quiet: Bool) throws(CommandFailure) {
    do throws(FormatError) {
      detection = try FormatCatalog.detect(path)
    } catch {
      throw CommandFailure(error.description)
    }
    self.path = path
    self.role = role
    holdsResults = detection.format == COCOFormat.self && COCOFormat.holdsResults(detection.path)
    if !quiet {
      Terminal.standardError.line("reading \(path) as \(detection.format.id): \(detection.reason)")
    }
  }

  /// Reads the inputs, side by side where more than one thread may work.
  ///
  /// A list of results is read against the first input that is a data set of its own.
  ///
  /// - Throws: The failure of the first input that cannot be read.
  static func read(
    _ inputs: [DetectedInput],
    threads: Int
  ) async throws(CommandFailure) -> [Delivery] {
    guard inputs.count(where: { $0.path == MappedFile.standardInput }) < 2 else {
      throw CommandFailure("'-' is named twice, but standard input can be read only once")
    }
    let share = max(1, threads / max(1, inputs.count))
    let results = await inOrder(inputs, threads: threads) { input in
      input.holdsResults ? nil : await input.result(threads: share)
    }
    var deliveries: [Delivery?] = []
    for result in results { deliveries.append(try result?.get()) }
    let reference = deliveries.lazy.compactMap { $0?.result.dataset }.first
    for (position, input) in inputs.enumerated() where input.holdsResults {
      deliveries[position] = try await input.results(against: reference, threads: threads)
    }
    return deliveries.compactMap { $0 }
  }

  /// Reads a list of results.
  private func results(
    against reference: Dataset?,
    threads: Int
  ) async throws(CommandFailure) -> Delivery {
    guard let reference else {
      throw CommandFailure(
        "\(path): is a list of results, which names images and categories by id only; name the data set "
          + "that they were made for beside it, as in 'assay compare gold.json results.json'"
      )
    }
    do throws(FormatError) {
      return delivery(
        of: try await COCOFormat.readResults(detection.path, against: reference, threads: threads)
      )
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private func result(threads: Int) async -> Result<Delivery, CommandFailure> {
    do throws(FormatError) {
      let result = try await detection.format.read(detection.path, threads: threads)
      return .success(delivery(of: result))
    } catch {
      return .failure(CommandFailure(error.description))
    }
  }

  private func delivery(of result: ReadResult) -> Delivery {
    Delivery(
      role: role,
      name: fileName(of: path),
      format: detection.format.id,
      detected: detection.reason,
      result: result
    )
  }
}
