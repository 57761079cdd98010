/// The sentences of a suspect (what, why, what to do): all templates.
enum SuspectHints {
  /// What the neighbours say of a label.
  struct Neighbours {
    var category: String
    var rival: String
    /// How many of the `voters` nearest are of the rival category.
    var rivals: Int
    var voters: Int
    /// The nearest neighbour of the rival category.
    var nearest: (name: String, distance: Double)?
  }

  /// What a model says of a label.
  struct Model {
    var category: String
    var rival: String
    var probability: Double
    var rivalProbability: Double
  }

  static func what(_ neighbours: Neighbours) -> String {
    let nearest =
      neighbours.nearest.map { " (nearest: \($0.name), distance \($0.distance.distanceText))" }
      ?? ""
    return "labelled '\(neighbours.category)', \(neighbours.rivals) of its "
      + "\(neighbours.voters) nearest neighbours are '\(neighbours.rival)'\(nearest)"
  }

  static func what(_ model: Model) -> String {
    "labelled '\(model.category)', which the model gives \(model.probability.probabilityText); "
      + "it gives '\(model.rival)' \(model.rivalProbability.probabilityText)"
  }

  /// Neighbours and model of one mind, or of two.
  static func what(_ neighbours: Neighbours, _ model: Model) -> String {
    what(neighbours)
      + (neighbours.rival == model.rival ? "; the model agrees: " : "; the model says otherwise: ")
      + "'\(model.rival)' \(model.rivalProbability.probabilityText), "
      + "'\(model.category)' \(model.probability.probabilityText)"
  }

  static func toDo(category: String, rival: String, isUnanimous: Bool) -> String {
    isUnanimous
      ? "likely a category swap: look at it, and relabel it '\(rival)' unless you see why not"
      : "look at it beside its neighbours: if both names seem right, check what the guideline says of "
        + "'\(category)' against '\(rival)'"
  }

  static func outlier(category: String, ratio: Double, nearest: String?) -> String {
    "its neighbours are \(ratio.messageText(decimals: 1)) times as far as is usual for '\(category)'"
      + (nearest.map { " (nearest: \($0))" } ?? "")
  }

  static func nearDuplicate(
    category: String,
    other: String,
    otherCategory: String,
    distance: Double
  ) -> String {
    "labelled '\(category)', but nearly the same as \(other), labelled '\(otherCategory)' "
      + "(distance \(distance.distanceText))"
  }
}

extension Double {
  /// A distance for reading: at most three decimals, or three digits where these would be zeros.
  var distanceText: String {
    guard isNormal, magnitude < 0.001 else { return messageText }
    var (digits, exponent) = (self, 0)
    while digits.magnitude < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
    return "\(digits.messageText(decimals: 2))e\(exponent)"
  }

  /// A probability for reading: two decimals, without claiming certainty.
  var probabilityText: String {
    if self > 0 && self < 0.01 { return "below 0.01" }
    if self < 1 && self > 0.99 { return "above 0.99" }
    return messageText(decimals: 2)
  }
}
