import Annotations
import Dispatch
import Testing

@Suite("A guarded value")
struct GuardedTests {
  private struct Refusal: Error, Equatable { let number: Int }

  @Test("is reached by one thread at a time, which the thread sanitizer sees")
  func exclusion() {
    let counts = Guarded([0: 0])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for _ in 0..<5_000 {
        counts.withLock { counts in
          counts[0, default: 0] += 1
          counts[thread + 1, default: 0] += 1
        }
      }
    }
    let all = counts.withLock { $0 }
    #expect(all[0] == 40_000 && all.count == 9)
    #expect(all.filter { $0.key > 0 }.allSatisfy { $0.value == 5_000 })
  }

  @Test("is free again behind an error, and keeps what was done before it")
  func failure() {
    let count = Guarded(1)
    for number in 2...3 {
      #expect(throws: Refusal(number: number)) {
        try count.withLock { count throws(Refusal) in
          count = number
          throw Refusal(number: number)
        }
      }
    }
    #expect(count.withLock { $0 } == 3)
  }
}
