/// A name in YAML that stands for what another place of the file says: `*name` for the value at `&name`.
///
/// A few of them make a small file a huge one (each list holds the one before it ten times), and a parser
/// that compares the keys of a mapping then never ends.
struct YAMLAlias {
  let name: String
  /// Counted from 1, the column in Unicode scalars.
  let line: Int
  let column: Int

  /// The first alias of a text whose anchor stands before it; one without an anchor is an error of the parser.
  ///
  /// It is sought before the text is parsed and sees neither quotes nor comments: `&` and `*` before the same
  /// name, neither behind a letter or digit, are taken for an anchor and its alias wherever they stand.
  init?(firstIn text: String) {
    var anchors: Set<String> = []
    var (line, column) = (0, 0)
    var previous: Unicode.Scalar = "\n"
    var index = text.unicodeScalars.startIndex
    while index < text.unicodeScalars.endIndex {
      let scalar = text.unicodeScalars[index]
      if previous == "\n" || previous == "\r" && scalar != "\n" { (line, column) = (line + 1, 0) }
      column += 1
      index = text.unicodeScalars.index(after: index)
      if scalar == "&" || scalar == "*", !Self.isOfWord(previous) {
        let name = String(text.unicodeScalars[index...].prefix(while: Self.isOfName))
        if scalar == "&" {
          anchors.insert(name)
        } else if !name.isEmpty, anchors.contains(name) {
          (self.name, self.line, self.column) = (name, line, column)
          return
        }
      }
      previous = scalar
    }
    return nil
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || scalar == "-" || scalar == "_"
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
