/// How reports name the inputs of a command that takes several.
enum InputRoles {
  /// a, b, … z, aa, ab, … zz.
  static let names: [String] = {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    return letters + letters.flatMap { first in letters.map { first + $0 } }
  }()
}
