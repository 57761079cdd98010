/// The objects of one image as several annotators drew them, brought together.
package struct PanelImage: Hashable, Sendable {
  /// Position in the pairing's `images`.
  package var index: Int
  /// One an object that at least one annotator drew.
  package var clusters: [ObjectCluster]
  /// By annotator: what took no part.
  package var leftOut: [LeftOut]

  /// How many of an annotator's annotations took no part in an image, or only in part.
  package struct LeftOut: Hashable, Sendable {
    /// Crowd and ignore regions.
    package var regions = 0
    /// Objects that lie in a region of another annotator, who thus says nothing of them.
    package var absorbed = 0
    /// Objects without a shape of the kind that is compared.
    package var shapeless = 0
    /// Objects of an undeclared category.
    package var uncategorised = 0
  }

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
  /// Of the shapes that are compared.
  package var similarities: MemberSimilarities

  /// How many drew it.
  package var support: Int { members.count { $0 != nil } }

  /// Whether a region stands for it in the work of someone who was to look.
  func hasAbsorbed(isAssigned: [Bool]) -> Bool {
    zip(values, isAssigned).contains { $0 == .unknown && $1 }
  }
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
