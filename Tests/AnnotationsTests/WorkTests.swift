import Annotations
import Testing

@Suite("A step of work")
struct WorkTests {
  private final class Notes: WorkObserver {
    let lines = Guarded<[String]>([])

    func begin(_ step: WorkStep) -> Int {
      note("\(step.name) \(step.count) \(step.unit)")
      return 7
    }

    func advance(_ number: Int, to share: Double) { note("\(number) at \(share)") }
    func end(_ number: Int) { note("\(number) ended") }

    private func note(_ line: String) { lines.withLock { $0.append(line) } }
  }

  private let step = WorkStep("doubling", of: 4, "numbers")

  @Test("is told from its beginning to its end, and changes no result", arguments: [1, 3])
  func told(threads: Int) async {
    let notes = Notes()
    let doubled = await Work.$observer.withValue(notes) {
      await inOrder([1, 2, 3, 4], threads: threads, as: step) { $0 * 2 }
    }
    #expect(doubled == [2, 4, 6, 8])
    let lines = notes.lines.withLock { $0 }
    #expect(lines.first == "doubling 4 numbers" && lines.last == "7 ended")
    let shares = lines.dropFirst().dropLast()
    #expect(shares.last == "7 at 1.0" && Array(shares) == shares.sorted())
    if threads == 1 {
      #expect(Array(shares) == ["7 at 0.25", "7 at 0.5", "7 at 0.75", "7 at 1.0"])
    }
  }

  @Test("is told to nobody where nobody asked, or it has no name")
  func silent() async {
    #expect(Work.begin(step).map { _ in true } == nil)
    let notes = Notes()
    let doubled = await Work.$observer.withValue(notes) {
      await inOrder([1, 2], threads: 2) { $0 * 2 }
    }
    #expect(doubled == [2, 4] && notes.lines.withLock { $0 }.isEmpty)
  }
}
