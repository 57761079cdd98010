@testable import Formats

/// A gzip file, which may unpack to 64 kB.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGzip(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    guard GzipText.starts(bytes) else { return }
    do throws(FormatError) {
      try GzipText.unpack(bytes, path: "a.json.gz", freeSize: 1 << 16).free()
    } catch {
      precondition(!error.description.isEmpty, "a refusal has a text")
    }
  }
  return 0
}
