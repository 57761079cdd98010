import Glibc

/// What happens when the program is told to stop: nothing half written stays behind.
enum Interruption {
  /// Written to by the handler, read by the thread that waits.
  private static let pipe = Pipe()

  /// Lets Ctrl-C, `kill` and the end of the terminal remove drafts before they end the program.
  ///
  /// It ends as the signal by itself would have ended it. A signal that the caller chose to ignore
  /// (`nohup`) stays ignored.
  ///
  /// A handler and not a blocked signal, because OpenBLAS has made threads before `main`, and a signal goes to
  /// any thread that does not block it.
  ///
  /// A page that a mapped file does not have any more (SIGBUS) ends it with exit code 2.
  static func watch() {
    // A file that may not grow is told as an error, not as a crash.
    signal(SIGXFSZ, SIG_IGN)
    // Touched here first: a handler may not make it.
    guard pipe.isOpen else { return }
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { _ in Interruption.wait() }, nil) == 0 else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      handle(number) { Interruption.pipe.write($0) }
    }
    handle(SIGBUS) { number in
      Interruption.pipe.write(number)
      // The instruction that failed would fail again.
      while true { pause() }
    }
  }

  private static func handle(_ number: Int32, by handler: @escaping @convention(c) (Int32) -> Void)
  {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }

  private static func wait() -> Never {
    let number = pipe.read()
    // The shell's prompt comes on a line of its own, and not behind what was told of the progress.
    if Terminal.standardError.isInteractive { Terminal.standardError.write("\n") }
    Drafts.removeAll {
      if number == SIGBUS {
        Terminal.standardError.line(
          "assay: a file became shorter while it was read, or its disk failed; expected that nobody writes to it"
        )
        _exit(2)
      }
      signal(number, SIG_DFL)
      kill(getpid(), number)
      // The signal ends the program; this thread must not do so before it.
      while true { pause() }
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    // SIG_IGN is the address 1, which no function has.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}

/// Carries the number of a signal out of its handler.
private struct Pipe: Sendable {
  private let reading: Int32
  private let writing: Int32
  let isOpen: Bool

  init() {
    var ends: [Int32] = [-1, -1]
    isOpen = Glibc.pipe(&ends) == 0
    (reading, writing) = (ends[0], ends[1])
  }

  /// Calls nothing that a signal handler may not call.
  func write(_ signal: Int32) {
    let before = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = Glibc.write(writing, &byte, 1)
    errno = before
  }

  /// Waits for a number.
  func read() -> Int32 {
    var byte: UInt8 = 0
    while Glibc.read(reading, &byte, 1) != 1 {}
    return Int32(byte)
  }
}
