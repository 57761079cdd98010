import ArgumentParser
import Audits
import Findings
import Formats
import Imaging

/// Where the image files are.
struct ImageOptions: ParsableArguments {
  @Option(
    name: .customLong("images"),
    help: ArgumentHelp(
      """
      The folder that the images' file names are relative to. Its JPEG and PNG files are read, nothing \
      outside it.
      """,
      valueName: "folder"
    ),
    completion: .directory
  )
  var path: String?

  @Option(help: "How many pictures of findings the report may hold, each of at most 160 px.")
  var pictures = 200

  func validate() throws {
    guard (0...10_000).contains(pictures) else {
      throw ValidationError("--pictures must be 0 to 10000")
    }
  }

  /// The report with pictures of its findings, where a folder of images is named.
  func illustrated(
    _ report: AuditReport,
    from source: ImageSource?,
    of deliveries: [Delivery],
    threads: Int
  ) async -> AuditReport {
    guard let source else { return report }
    return await report.illustrated(
      from: source,
      of: deliveries.map(\.result.dataset),
      limit: pictures,
      threads: threads
    )
  }

  /// The folder, opened; `nil` where none is named.
  func source() throws(CommandFailure) -> ImageSource? { try Self.source(path) }

  /// The folder at a path, opened; `nil` where none is named.
  static func source(_ path: String?) throws(CommandFailure) -> ImageSource? {
    guard let path else { return nil }
    do throws(ImageError) {
      let name = fileName(of: path)
      return ImageSource(name: name, folder: try ImageFolder(path))
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }
}
