import Yams

extension YAMLProblems {
  /// Reports the keys of a mapping that are none of these.
  mutating func check(_ mapping: Node.Mapping, among keys: [PolicyKey]) {
    check(mapping, among: Set(keys.map(\.name)))
  }
}
