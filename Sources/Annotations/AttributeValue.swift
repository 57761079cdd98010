/// One value of an attribute as the file gives it; text is held once in the data set's strings.
package enum AttributeValue: Hashable, Sendable {
  case flag(Bool)
  case number(Double)
  case text(StringCode)
  case null
}

/// A named attribute of one annotation.
package struct Attribute: Hashable, Sendable {
  package var name: StringCode
  package var value: AttributeValue

  package init(name: StringCode, value: AttributeValue) {
    self.name = name
    self.value = value
  }
}
