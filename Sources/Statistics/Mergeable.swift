/// A sum of parts: associative and commutative, with a fresh value as the identity.
package protocol Mergeable: Sendable {
  mutating func merge(_ other: Self)
}
