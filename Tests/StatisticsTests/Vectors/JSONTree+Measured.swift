import Statistics
import TestSupport

extension JSONTree {
  init(_ value: Measured) { self = value.value.map(JSONTree.number) ?? .null }

  init(_ values: [Measured]) { self = .array(values.map { JSONTree($0) }) }
}
