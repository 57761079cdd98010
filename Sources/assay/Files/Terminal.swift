import Annotations
import Glibc
import Reports

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

  /// Why something of standard output could not be written; `nil` where all was, or where its reader has gone.
  static var outputLoss: String? { loss.withLock { $0 } }
  private static let loss = Guarded<String?>(nil)

  /// Makes what follows safe for a caller that closed a standard stream.
  ///
  /// The next file that is opened would take its number, and be written to in its place.
  static func occupyClosedStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) == -1 {
      // Opened the wrong way round: what uses the stream is told that it is not there.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of the text, or stops where that is not possible.
  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return noteLoss(errno) }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes plain lines: what would move the cursor or change colours, in a name of a file or of a category, stands as
  /// `�`.
  func line(_ text: String) { write(TerminalText.plainLines(text) + "\n") }

  private func noteLoss(_ problem: Int32) {
    guard descriptor == STDOUT_FILENO, problem != EPIPE else { return }
    Self.loss.withLock { $0 = $0 ?? String(cString: strerror(problem)) }
  }
}
