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
  memory.initializeMemory(as: UInt8.self, repeating: 0)
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

/// Bytes that a task may take along.
struct LentBytes: @unchecked Sendable {
  let bytes: PaddedBytes
}
