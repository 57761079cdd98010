/// Where a text stops being JSON.
struct JSONFault: Error {
  /// In bytes from the start of the text.
  var offset: Int
  /// What is wrong; what was expected.
  var problem: String
}
