import Glibc

extension Double {
  /// The number in a message: at most two decimals, none where it is whole.
  var inWords: String { inWords(decimals: 2) }

  /// The number in a message: at most so many decimals, none where it is whole.
  func inWords(decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (self * scale).rounded() / scale
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
