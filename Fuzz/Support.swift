import Annotations
import Dispatch

@testable import Formats

/// Lends bytes to a reader as it gets them of a file: with NUL bytes behind them, in memory of their own size, so
/// that the address sanitizer sees what is read beyond.
func withPaddedBytes<Result>(
  _ start: UnsafePointer<UInt8>?,
  _ count: Int,
  _ body: (PaddedBytes) -> Result
) -> Result {
  let memory = UnsafeMutableRawBufferPointer.allocate(
    byteCount: count + PaddedBytes.padding,
    alignment: 8
  )
  defer { memory.deallocate() }
  UnsafeMutableRawBufferPointer(rebasing: memory[count...]).initializeMemory(as: UInt8.self, repeating: 0)
  if let start, count > 0 {
    memory.copyMemory(from: UnsafeRawBufferPointer(start: start, count: count))
  }
  guard let base = memory.baseAddress else { preconditionFailure("the padding has an address") }
  return body(PaddedBytes(base: UnsafeRawPointer(base), count: count, mappedCount: 0))
}

/// Runs what is asynchronous by its type only: with one thread, readers never wait.
func runNow(_ body: @escaping @Sendable () async -> Void) {
  let finished = DispatchSemaphore(value: 0)
  _ = Task.immediate {
    await body()
    finished.signal()
  }
  finished.wait()
}

/// A COCO file as the program reads it, or `nil` where it is refused.
func readCOCO(_ start: UnsafePointer<UInt8>?, _ count: Int) -> ReadResult? {
  let result = HandedBack<ReadResult?>(nil)
  withPaddedBytes(start, count) { bytes in
    runNow {
      var reader = COCOFileReader(bytes, fileName: "a.json", plan: ReadingPlan(threads: 1), work: nil)
      do throws(JSONError) { try await reader.read() } catch { return }
      let dataset = reader.takeDataset()
      result.value = ReadResult(dataset: dataset, quarantined: reader.quarantined, sha256: "")
    }
  }
  return result.value
}

/// What a task hands back to the one that waits for it.
final class HandedBack<Value>: @unchecked Sendable {
  var value: Value

  init(_ value: Value) { self.value = value }
}
