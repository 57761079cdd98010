import ArgumentParser

/// How many threads a user may ask for.
enum ThreadNumber {
  /// More than machines have; each may take a piece of the work into memory.
  private static let allowed = 1...1024

  static func check(_ threads: Int) throws(ValidationError) {
    guard allowed.contains(threads) else {
      throw ValidationError("--threads must be \(allowed.lowerBound) to \(allowed.upperBound)")
    }
  }
}
