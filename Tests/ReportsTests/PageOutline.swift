import Foundation

/// The elements of a page in their order, with attributes and text: enough to check what can be checked.
///
/// A scanner of what `HTMLReport` writes, not of any HTML: tags are closed, attributes are quoted.
struct PageOutline {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The text of the element and all inside it, entities as they are written.
    var text = ""
    /// Positions of the elements that it stands in, the nearest last.
    var ancestors: [Int]
  }

  private(set) var elements: [Element] = []
  /// Tags that were opened and not closed, or the other way.
  private(set) var faults: [String] = []

  private static let empty: Set<String> = [
    "meta", "br", "input", "line", "rect", "circle", "path", "polyline", "polygon",
  ]

  init(_ page: String) {
    var open: [Int] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      let text = rest[..<start]
      for index in open { elements[index].text += text }
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if let last = open.last, elements[last].name == name {
          open.removeLast()
        } else {
          faults.append("</\(name)> closes \(open.last.map { elements[$0].name } ?? "nothing")")
        }
        continue
      }
      let isClosed = tag.hasSuffix("/")
      let element = Self.element(isClosed ? tag.dropLast() : tag, ancestors: open)
      elements.append(element)
      if element.name == "style" || element.name == "script" {
        let close = rest.range(of: "</\(element.name)>")
        elements[elements.count - 1].text = String(rest[..<(close?.lowerBound ?? rest.endIndex)])
        rest = rest[(close?.upperBound ?? rest.endIndex)...]
      } else if !isClosed && !Self.empty.contains(element.name) {
        open.append(elements.count - 1)
      }
    }
    faults += open.map { "<\(elements[$0].name)> is not closed" }
  }

  func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

  func isInside(_ element: Element, _ name: String) -> Bool {
    element.ancestors.contains { elements[$0].name == name }
  }

  private static func element(_ tag: Substring, ancestors: [Int]) -> Element {
    let name = String(tag.prefix { !$0.isWhitespace })
    var attributes: [String: String] = [:]
    for match in tag.matches(of: /([a-zA-Z0-9:-]+)="([^"]*)"/) {
      attributes[String(match.1)] = String(match.2)
    }
    for word in tag.split(separator: " ").dropFirst() where word == "open" {
      attributes["open"] = ""
    }
    return Element(name: name, attributes: attributes, ancestors: ancestors)
  }
}
