import Digests
import GRDB

/// The bytes that the digest of an entry is taken over: one and the same for one content.
///
/// An entry is its header (form, sequence, kind, time, digest before it) and, for every table in the
/// order of `LedgerTable.all`, the table's name, the number of its rows and the rows. Each value is
/// written so that no two lists of values give the same bytes:
///
/// | value | bytes |
/// |---|---|
/// | none | `-` |
/// | whole number | `i`, decimal digits, `,` |
/// | real number | `r`, the 16 hexadecimal digits of its IEEE 754 bits, `,` |
/// | text | `t`, number of UTF-8 bytes, `:`, the bytes |
struct CanonicalForm {
  private var digest: [UInt8] = []

  /// The only form so far.
  static let current = 1

  mutating func add(_ number: Int) {
    digest.append(UInt8(ascii: "i"))
    digest += String(number).utf8
    digest.append(UInt8(ascii: ","))
  }

  mutating func add(_ text: String) {
    digest.append(UInt8(ascii: "t"))
    digest += String(text.utf8.count).utf8
    digest.append(UInt8(ascii: ":"))
    digest += text.utf8
  }

  mutating func add(_ number: Double) {
    let digits = String(number.bitPattern, radix: 16)
    digest.append(UInt8(ascii: "r"))
    digest += String(repeating: "0", count: 16 - digits.count).utf8
    digest += digits.utf8
    digest.append(UInt8(ascii: ","))
  }

  mutating func add(_ value: DatabaseValue) {
    switch value.storage {
    case .null: digest.append(UInt8(ascii: "-"))
    case .int64(let number): add(Int(number))
    case .double(let number): add(number)
    case .string(let text): add(text)
    // No column holds bytes; a file that was changed may.
    case .blob(let bytes): add("bytes " + bytes.map { String($0) }.joined(separator: " "))
    }
  }

  var sha256: String { SHA256.of(digest) }

  /// The digest of an entry whose rows are in the tables.
  static func digest(of header: LedgerEntry.Header, _ database: Database) throws -> String {
    var form = CanonicalForm()
    form.add(header.form)
    form.add(header.sequence)
    form.add(header.kind)
    form.add(header.recorded)
    form.add(header.previous)
    for table in LedgerTable.all {
      let statement = try database.cachedStatement(sql: table.selection)
      let rows = try Row.fetchCursor(statement, arguments: [header.sequence])
      var (content, count) = (CanonicalForm(), 0)
      while let row = try rows.next() {
        count += 1
        for value in row.databaseValues { content.add(value) }
      }
      form.add(table.name)
      form.add(count)
      form.digest += content.digest
    }
    return form.sha256
  }
}
