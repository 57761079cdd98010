package import Annotations
package import Statistics

/// Estimates categories from prototypes that it learns as it goes, and counts how often it is right.
///
/// Everything that a later run needs to continue is in this value: O(categories · dimension).
///
/// Source: Sabetta et al., "Incremental Automatic Image Annotation", Algorithm 1.
package struct IncrementalAnnotator: Hashable, Codable, Sendable {
  package let parameters: PrototypeParameters
  package private(set) var memory: PrototypeMemory
  /// Names of the categories met, in order of first occurrence; number 1 is the first.
  package private(set) var categories: [String] = []
  package private(set) var table = NewCategoryTable()
  /// n̂: how often each number was the estimate, from number 1 on.
  package private(set) var estimates: [Int] = []
  /// ĉ: how many new categories were detected.
  package private(set) var detected = 0
  /// How many objects take part in the accuracy.
  package private(set) var judged = 0
  package private(set) var right = 0
  package private(set) var window: JudgementWindow
  /// How many objects were seen, those that were put aside included.
  package private(set) var position = 0
  /// Objects whose vector is zero, which has no direction.
  package private(set) var zeroVectors = 0
  /// Objects put aside because their vector holds a value that is not finite, or beyond what 32 bits hold.
  package private(set) var notFinite = 0
  /// Judged objects whose nearest prototype had no name yet: counted as wrong.
  package private(set) var unnamedEstimates = 0

  /// - Precondition: The parameters have no `problem`; `dimension` is at least 1.
  package init(_ parameters: PrototypeParameters, dimension: Int) {
    precondition(parameters.problem == nil && dimension >= 1, "parameters that can be run")
    self.parameters = parameters
    memory = PrototypeMemory(dimension: dimension)
    window = JudgementWindow(size: parameters.window)
  }

  /// A_class: the share of right estimates among the objects judged.
  package var accuracy: Measured {
    judged == 0 ? .undefined(.nothingJudged) : .value(Double(right) / Double(judged))
  }

  /// Sends objects through, in the order given.
  ///
  /// - Parameters:
  ///   - rows: The vectors.
  ///   - labels: The category of each.
  ///   - order: Indices of rows.
  ///   - observe: Called after each object that was not put aside.
  /// - Precondition: Vectors have the dimension of the memory; there is a label for each.
  package mutating func annotate(
    _ rows: VectorTable,
    _ labels: LabelColumn,
    order: some Sequence<Int>,
    observe: (PrototypeStep) -> Void = { _ in }
  ) {
    precondition(rows.width == memory.dimension && rows.count == labels.count, "equal shapes")
    var numbers = CategoryNumbers(labels.names, known: categories)
    for row in order {
      position += 1
      let vector = rows.row(row)
      guard vector.allSatisfy(PrototypeMemory.holds) else {
        notFinite += 1
        continue
      }
      let number = numbers.number(ofCode: Int(labels.codes[row]))
      let isNew = number > categories.count
      if isNew { categories.append(labels[row]) }
      observe(annotate(vector, row: row, category: number, isNew: isNew))
    }
  }

  /// One turn of the algorithm: estimate, judge, learn.
  private mutating func annotate(
    _ vector: [Double],
    row: Int,
    category: Int,
    isNew: Bool
  ) -> PrototypeStep {
    if vector.allSatisfy({ $0 == 0 }) { zeroVectors += 1 }
    let nearest = memory.nearest(to: vector, parameters.distance)
    let match = nearest.flatMap { $0.distance <= parameters.epsilon ? $0.index : nil }
    if match == nil { detected += 1 }
    let estimate = estimatedNumber(match)
    if let estimate { countEstimate(estimate) }
    table.count(isNew: isNew, estimatedNew: match == nil)

    let isRight = judgement(estimate, category, isNew: isNew)
    if let isRight { count(isRight, isUnnamed: match != nil && estimate == nil) }
    let hadFeedback = isGivenFeedback
    learn(vector, match: match, told: hadFeedback ? (category, isNew) : nil)
    return PrototypeStep(
      position: position,
      row: row,
      category: category,
      estimate: estimate,
      isNew: isNew,
      isEstimatedNew: match == nil,
      distance: nearest?.distance,
      isRight: isRight,
      hadFeedback: hadFeedback
    )
  }

  /// The number k̂ of an estimate, after ĉ was counted.
  private func estimatedNumber(_ match: Int?) -> Int? {
    guard let match else { return parameters.mode == .literal ? detected : nil }
    return memory.owners[match] == 0 ? nil : memory.owners[match]
  }

  private mutating func countEstimate(_ number: Int) {
    while estimates.count < number { estimates.append(0) }
    estimates[number - 1] += 1
  }

  private func judgement(_ estimate: Int?, _ category: Int, isNew: Bool) -> Bool? {
    if parameters.mode == .corrected && isNew { return nil }
    return estimate == category
  }

  private mutating func count(_ isRight: Bool, isUnnamed: Bool) {
    judged += 1
    if isRight { right += 1 }
    if isUnnamed { unnamedEstimates += 1 }
    window.add(isRight)
  }

  /// A draw of the object's own, so that a resumed run draws the same.
  private var isGivenFeedback: Bool {
    if parameters.feedback == 1 { return true }
    var generator = SeededGenerator(seed: parameters.seed, stream: UInt64(position))
    return generator.unit() < parameters.feedback
  }
}

extension IncrementalAnnotator {
  /// Updates the memory by the annotator's word, or by the estimate where there is none.
  private mutating func learn(
    _ vector: [Double],
    match: Int?,
    told: (category: Int, isNew: Bool)?
  ) {
    guard let told else { return learnEstimate(vector, match: match) }
    switch parameters.mode {
    case .literal:
      if !told.isNew, let own = memory.index(ofOwner: told.category) {
        memory.add(vector, to: own)
      } else {
        memory.set(owner: told.category, to: vector)
      }
    case .corrected: learnName(told.category, vector, match: match)
    }
  }

  private mutating func learnEstimate(_ vector: [Double], match: Int?) {
    if let match {
      memory.add(vector, to: match)
    } else {
      memory.set(owner: parameters.mode == .literal ? detected : 0, to: vector)
    }
  }

  /// A prototype without a name that the object was nearest to is, by the annotator's word, of the
  /// object's category: it takes the name, or goes into the prototype that has it.
  private mutating func learnName(_ category: Int, _ vector: [Double], match: Int?) {
    let unnamed = match.flatMap { memory.owners[$0] == 0 ? $0 : nil }
    if let unnamed, let own = memory.index(ofOwner: category) {
      memory.merge(unnamed, into: own)
    } else if let unnamed {
      memory.name(unnamed, owner: category)
    }
    if let own = memory.index(ofOwner: category) {
      memory.add(vector, to: own)
    } else {
      memory.set(owner: category, to: vector)
    }
  }

  /// What is wrong with a value that was read from a file, or `nil`.
  package var problem: String? {
    if let problem = parameters.problem { return problem }
    // In the literal mode a prototype may stand under any number that was ever estimated.
    let numbers = max(categories.count, detected)
    if let problem = memory.problem(categories: numbers) { return problem }
    guard Set(categories).count == categories.count else { return "a category is named twice" }
    let sums = [detected, judged, right, position, zeroVectors, notFinite, unnamedEstimates]
    guard (sums + estimates).allSatisfy({ (0...1 << 48).contains($0) }), table.isValid,
      right <= judged, judged <= table.total, table.total + notFinite == position,
      estimates.count <= numbers, window.size == parameters.window, window.isValid
    else { return "counts do not fit together" }
    return nil
  }
}

/// The numbers of categories for the codes of one column of labels.
private struct CategoryNumbers {
  private var numbers: [Int]
  private var last: Int

  init(_ names: [String], known: [String]) {
    let places = Dictionary(known.enumerated().map { ($1, $0 + 1) }) { first, _ in first }
    numbers = names.map { places[$0] ?? 0 }
    last = known.count
  }

  /// Gives the next number to a category at its first occurrence.
  mutating func number(ofCode code: Int) -> Int {
    if numbers[code] == 0 {
      last += 1
      numbers[code] = last
    }
    return numbers[code]
  }
}
