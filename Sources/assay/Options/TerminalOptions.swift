import ArgumentParser
import Glibc

/// How much is said on the terminal, and in what colours.
struct TerminalOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print no summary and no progress; errors are still told.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell each step, how long it took and what was written.")
  var verbose = false

  @Option(
    help: """
      Colours: auto (on a terminal, where NO_COLOR is not set), always or never.
      """
  )
  var color: ColourMode = .auto

  func validate() throws {
    guard !(quiet && verbose) else {
      throw ValidationError("--quiet and --verbose exclude each other")
    }
  }

  /// Whether text on a stream gets colours.
  func coloured(_ stream: Terminal) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: stream.isInteractive && stream.isCapable && !Self.refusesColour
    }
  }

  /// See no-color.org: set, and not empty.
  private static var refusesColour: Bool { getenv("NO_COLOR").map { $0.pointee != 0 } ?? false }
}

enum ColourMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// A command that tells on the terminal how it goes on, as far as its options want it.
protocol TalkingCommand: ParsableCommand {
  var terminal: TerminalOptions { get }
}
