/// Texts held once each, addressed by dense codes in order of their first use.
package struct StringTable: Sendable {
  private var codes: [String: StringCode] = [:]
  private var texts: [String] = []

  package init() {}

  package var count: Int { texts.count }

  package subscript(code: StringCode) -> String { texts[Int(code.rawValue)] }

  /// The code of `text`, given now if it is new.
  package mutating func intern(_ text: String) -> StringCode {
    if let code = codes[text] { return code }
    let code = StringCode(rawValue: Int32(texts.count))
    codes[text] = code
    texts.append(text)
    return code
  }

  /// The code of `text`, or `nil` where it was never interned.
  package func code(of text: String) -> StringCode? { codes[text] }
}
