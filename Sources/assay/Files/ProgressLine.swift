import Annotations
import Reports

/// Tells on standard error how a run goes on: a line that is drawn over, or a line a step.
final class ProgressLine: WorkObserver {
  /// A step shorter than this draws no line; also the time between two drawings.
  private static let pause = Duration.milliseconds(200)

  private struct Step {
    let text: ProgressText
    let begin: ContinuousClock.Instant
    var share = 0.0
  }

  private struct State {
    var steps: [Int: Step] = [:]
    var next = 0
    var lastDrawn: ContinuousClock.Instant?
    var isDrawn = false
  }

  private let state = Guarded(State())
  private let terminal: Terminal
  /// Whether a line is drawn over while steps go on.
  private let isLive: Bool
  /// Whether each step is told when it ends.
  private let isVerbose: Bool

  /// `nil` where nothing would ever be told.
  init?(_ options: TerminalOptions, terminal: Terminal = .standardError) {
    isLive = terminal.isInteractive && terminal.isCapable && !options.quiet
    isVerbose = options.verbose
    self.terminal = terminal
    guard isLive || isVerbose else { return nil }
  }

  func begin(_ step: WorkStep) -> Int {
    let text = ProgressText(name: step.name, count: step.count, unit: step.unit)
    return state.withLock { state in
      state.next += 1
      state.steps[state.next] = Step(text: text, begin: .now)
      return state.next
    }
  }

  func advance(_ number: Int, to share: Double) {
    guard isLive else { return }
    state.withLock { state in
      state.steps[number]?.share = share
      let now = ContinuousClock.now
      // Of steps that go on side by side, the one that began first is told.
      guard let step = state.steps.min(by: { $0.key < $1.key })?.value,
        now - step.begin >= Self.pause, state.lastDrawn.map({ now - $0 >= Self.pause }) ?? true
      else { return }
      let line = step.text.line(share: step.share, seconds: Self.seconds(now - step.begin))
      // A line that breaks could not be drawn over; the last column may break it, too.
      terminal.write(Self.erase + line.prefix(max(1, terminal.columns - 1)))
      (state.lastDrawn, state.isDrawn) = (now, true)
    }
  }

  func end(_ number: Int) {
    state.withLock { state in
      if state.isDrawn { terminal.write(Self.erase) }
      state.isDrawn = false
      guard let step = state.steps.removeValue(forKey: number), isVerbose else { return }
      terminal.line(step.text.summary(seconds: Self.seconds(.now - step.begin)))
    }
  }

  /// Back to the start of the line, and nothing behind it.
  private static let erase = "\r\u{1b}[K"

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
