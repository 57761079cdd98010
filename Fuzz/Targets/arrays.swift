@testable import Formats

/// An array of NumPy: `.npy`, or the members of a `.npz` where it starts as a ZIP file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArrays(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  withPaddedBytes(start, count) { bytes in
    let isArchive = count > 0 && bytes[0] == UInt8(ascii: "P")
    do throws(NPYProblem) {
      let array =
        isArchive
        ? try ArrayFile.member(of: bytes, named: nil, preferring: ["X"])
        : try ArrayFile.array(bytes)
      let expected = array.shape.reduce(1, *)
      precondition(array.doubles.count == expected, "there are as many numbers as the shape says")
    } catch {
      precondition(!error.text.isEmpty, "a refusal has a text")
    }
  }
  return 0
}
