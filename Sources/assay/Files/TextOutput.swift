/// Writes a text to the place that the user named.
enum TextOutput {
  /// Writes a file whole or not at all; `-` stands for standard output.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    if path == "-" {
      Terminal.standardOutput.write(text)
    } else {
      try AtomicFile.write(text, to: path)
    }
  }
}
