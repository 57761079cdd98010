import ArgumentParser
import Audits
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
    )
  )
  var path: String?

  /// The folder, opened; `nil` where none is named.
  func source() throws(CommandFailure) -> ImageSource? {
    guard let path else { return nil }
    do throws(ImageError) {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return ImageSource(name: name, folder: try ImageFolder(path))
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }
}
