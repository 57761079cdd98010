/// The objects of one image as several annotators drew them, brought together.
package struct PanelImage: Hashable, Sendable {
  /// Position in the pairing's `images`.
  package var index: Int
  /// One an object that at least one annotator drew.
  package var clusters: [ObjectCluster]

  /// What one annotator says of each unit; an image that all found empty is one unit of missing objects.
  package func units(annotators isAssigned: [Bool]) -> [[UnitValue]] {
    clusters.isEmpty
      ? [isAssigned.map { $0 ? .missing : .unknown }]
      : clusters.map(\.values)
  }
}

/// One object, as several annotators drew it.
package struct ObjectCluster: Hashable, Sendable {
  /// By annotator: row of the data set's annotation table, or `nil`.
  package var members: [Int?]
  package var values: [UnitValue]

  /// How many drew it.
  package var support: Int { members.count { $0 != nil } }
}

/// What an annotator says of a unit.
package enum UnitValue: Hashable, Sendable {
  /// Was not to look, or covered it by a crowd region: no value at all.
  case unknown
  /// Looked and drew no object here: a value of its own.
  case missing
  /// Position in the pairing's `categories`.
  case category(Int32)
}
