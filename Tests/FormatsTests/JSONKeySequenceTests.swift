import TestSupport
import Testing

@testable import Formats

@Suite("The keys of one object after the other")
struct JSONKeySequenceTests {
  private enum Known: String, CaseIterable { case id, area, category = "category_id" }

  /// What is found of a key: its text, which known one it is, and whether the object has had it before.
  private struct Found: Equatable {
    var text: String
    var known: Int?
    var isRepeated: Bool
  }

  /// Reads objects that stand one behind the other, by what is expected where `expects` says so.
  private func read(_ objects: String, expects: Bool) throws -> [[Found]] {
    let folder = try TemporaryFolder()
    let file = try MappedFile(try folder.write("objects", objects))
    return try file.withBytes { bytes in
      var scanner = JSONScanner(bytes)
      var sequence = JSONKeySequence()
      var found: [[Found]] = []
      scanner.skipSpace()
      while scanner.position < bytes.count {
        if !expects { sequence = JSONKeySequence() }
        found.append(try keys(of: &scanner, &sequence))
        scanner.skipSpace()
      }
      return found
    }
  }

  private func keys(
    of scanner: inout JSONScanner,
    _ sequence: inout JSONKeySequence
  ) throws -> [Found] {
    let table = JSONKeyTable<Known>()
    sequence.begin()
    var found: [Found] = []
    guard try scanner.openObject() else { return [] }
    repeat {
      if let key = sequence.nextExpected(from: &scanner) {
        found.append(Found(text: scanner.string(key.text), known: key.known, isRepeated: false))
      } else {
        let (key, isRepeated) = try sequence.next(in: table, from: &scanner)
        let text = scanner.string(key.text)
        found.append(Found(text: text, known: key.known, isRepeated: isRepeated))
      }
      try scanner.skipValue()
    } while try scanner.hasMoreMembers()
    return found
  }

  @Test("are what each object by itself has", arguments: 0..<60)
  func sameAsAlone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = ["id", "area", "category_id", "category_idx", "a", "\\u0061", "i\\u0064", "", "é"]
    let spaces = ["", " ", "\n  "]
    var usual = (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in
      names.randomElement(using: &random)
    }
    var text = ""
    for _ in 0..<40 {
      if Int.random(in: 0..<4, using: &random) == 0 {
        let place = Int.random(in: 0...usual.count, using: &random)
        usual.insert(names.randomElement(using: &random) ?? "", at: place)
      }
      if Int.random(in: 0..<4, using: &random) == 0, usual.count > 1 {
        usual.remove(at: Int.random(in: 0..<usual.count, using: &random))
      }
      let members = usual.map { name in
        let (first, second) = (
          spaces.randomElement(using: &random) ?? "", spaces.randomElement(using: &random) ?? ""
        )
        return "\"\(name)\"\(first):\(second)1"
      }
      text += "{\(members.joined(separator: ", "))}"
    }
    #expect(try read(text, expects: true) == read(text, expects: false))
  }

  @Test("are known and told apart, however often they were expected")
  func repeated() throws {
    let same = #"{"id": 1, "b": 2, "id": 3}"#
    let once = Found(text: "id", known: 0, isRepeated: false)
    let other = Found(text: "b", known: nil, isRepeated: false)
    let twice = Found(text: "id", known: 0, isRepeated: true)
    let found = try read("\(same) \(same) \(same)", expects: true)
    #expect(found == Array(repeating: [once, other, twice], count: 3))
  }

  @Test("are not taken from an earlier object that had more of them")
  func leftOver() throws {
    let found = try read(
      #"{"a": 1, "b": 2, "c": 3} {"c": 1, "b": 2} {"c": 1, "b": 2, "c": 3}"#,
      expects: true
    )
    #expect(found[2].map(\.isRepeated) == [false, false, true])
  }

  @Test("may be more than are expected again")
  func many() throws {
    let members = (0..<200).map { "\"k\($0)\": 0" }.joined(separator: ",")
    let objects = "{\(members)} {\(members)} {\(members), \"k199\": 0}"
    let found = try read(objects, expects: true)
    #expect(found[1] == found[0])
    #expect(found[1].allSatisfy { !$0.isRepeated })
    #expect(found[2].map(\.isRepeated) == Array(repeating: false, count: 200) + [true])
  }

  @Test("are not looked for behind the end of the bytes", arguments: 1...19)
  func cut(count: Int) {
    let whole = #"{"category_id": 1} "#
    #expect(throws: JSONError.self) {
      try read(whole + #"{"category_id":    1"#.prefix(count), expects: true)
    }
  }
}
