/// How much of a hostile or enormous file is taken into memory at once, by each thread.
package enum ImageLimits {
  /// Bytes of one file: 256 MiB.
  package static let bytes = 1 << 28
  /// Pixels of one picture: 2²⁶, 8192 × 8192.
  ///
  /// A PNG of so many takes 200 MB, a progressive JPEG 400 MB.
  package static let pixels = 1 << 26
}
