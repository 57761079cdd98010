import Glibc

extension Double {
  /// The number as a message shows it: at most three decimals, none where it is whole.
  var messageText: String { messageText(decimals: 3) }

  /// The number with at most so many decimals, none where it is whole; in full where rounding would
  /// leave nothing of it.
  func messageText(decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let rounded = (self * scale).rounded() / scale
    let shown = rounded.isFinite && rounded != 0 ? rounded : self
    return Int(exactly: shown).map { String($0) } ?? "\(shown)"
  }
}
