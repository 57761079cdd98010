import Foundation
import TestSupport
import Testing

@Suite("What is told while a run goes on")
struct ProgressTests {
  private static let comparison = [
    "compare", "Fixtures/street/annotator-a.json", "Fixtures/street/annotator-b.json",
  ]

  /// Runs a comparison on a terminal of its own; what it tells comes as output.
  private func onTerminal(
    _ options: String...,
    setting: String = "TERM=xterm",
    columns: Int = 80
  ) throws -> String {
    let python = """
      import fcntl, os, pty, struct, sys, termios
      pid, fd = pty.fork()
      if pid == 0:
          fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, \(columns), 0, 0))
          os.execv(sys.argv[1], sys.argv[1:])
      told = b""
      while True:
          try: part = os.read(fd, 4096)
          except OSError: break
          if not part: break
          told += part
      sys.stdout.buffer.write(told)
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """
    let line = "env -u NO_COLOR \(setting) python3 -c '\(python)' \"$@\""
    let result = try Program.run(
      URL(filePath: "/bin/bash"),
      ["-c", line, "bash", Program.path.path(percentEncoded: false)] + Self.comparison + options
    )
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test("is rate and remaining time on a terminal, in one line that is drawn over and erased")
  func live() throws {
    let told = try onTerminal("--bootstrap", "1500")
    let line =
      /\r\e\[Kresampling: [\d,]+ of 1,500 resamples \(\d+ %\), [\d,]+ a second, \d+:\d\d left/
    #expect(told.firstMatch(of: line) != nil, "\(told)")
    // What comes after the last drawing starts on an empty line.
    #expect(told.contains("\r\u{1b}[KA: annotator-a.json"))
  }

  @Test("never breaks a line of the terminal")
  func narrow() throws {
    let told = try onTerminal("--bootstrap", "1500", columns: 30)
    let drawn = told.components(separatedBy: "\u{1b}[K").filter { $0.hasPrefix("resampling") }
    #expect(!drawn.isEmpty)
    for line in drawn { #expect(line.prefix { $0 != "\r" }.count == 29, "\(line)") }
  }

  @Test("is no progress on a terminal that cannot erase, and nothing at all with --quiet")
  func none() throws {
    #expect(!(try onTerminal("--bootstrap", "1500", setting: "TERM=dumb").contains("\u{1b}")))
    #expect(try onTerminal("--bootstrap", "1500", "--quiet").isEmpty)
  }

  @Test("is no progress, colour or carriage return where it is piped")
  func piped() throws {
    let result = try Program.run(Self.comparison + ["--bootstrap", "1500"])
    #expect(result.status == 0 && result.errors.contains("annotator-a.json"))
    #expect(!result.errors.contains("\r") && !result.errors.contains("\u{1b}"))
    #expect(!result.errors.contains("a second"))
  }

  @Test("is every step with its time where --verbose is given, piped or not")
  func verbose() throws {
    let result = try Program.run(Self.comparison + ["--bootstrap", "20", "--verbose"])
    for step in [
      /reading annotator-a\.json: \d+ kB in \d+\.\d{3} s/, /matching: 23 images in \d+\.\d{3} s/,
      /resampling: 20 resamples in \d+\.\d{3} s/,
    ] {
      #expect(result.errors.firstMatch(of: step) != nil, "\(result.errors)")
    }
    let both = try Program.run(Self.comparison + ["--quiet", "--verbose"])
    #expect(both.status == 2 && both.errors.contains("exclude each other"))
  }

  @Test("has colours on a terminal only, and follows NO_COLOR and --color")
  func colours() throws {
    // A slow run shows progress as well, which moves the cursor without a colour.
    let colour = /\u{1b}\[\d+m/
    func isColoured(_ text: String) -> Bool { text.contains(colour) }
    let policy = ["--policy", "Fixtures/street/policy-pass.yml", "--bootstrap", "50"]
    #expect(!isColoured(try onTerminal("--bootstrap", "0", setting: "TERM=xterm NO_COLOR=1")))
    #expect(isColoured(try onTerminal("--bootstrap", "0", setting: "TERM=xterm NO_COLOR=")))
    #expect(!isColoured(try onTerminal("--bootstrap", "0", "--color", "never")))
    #expect(isColoured(try Program.run(Self.comparison + policy + ["--color", "always"]).errors))
    #expect(!isColoured(try Program.run(Self.comparison + policy).errors))
  }
}
