import Glibc

/// Writes whole texts to a standard stream.
struct Terminal {
  private let descriptor: Int32

  static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
  static let standardError = Terminal(descriptor: STDERR_FILENO)

  /// Whether a person reads along.
  var isInteractive: Bool { isatty(descriptor) == 1 }

  /// Whether the terminal can do more than write lines.
  var isCapable: Bool { getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false }

  /// How many characters a line holds; 80 where the terminal does not tell.
  var columns: Int {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      ? Int(size.ws_col) : 80
  }

  /// Writes all of the text, or stops where the reader has gone.
  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  func line(_ text: String) { write(text + "\n") }
}
