import TestSupport
import Statistics

extension VectorAdapter {
  static let crowd: [VectorAdapter] = [
    VectorAdapter("20_majority_vote_wawa", compute: majorityVote),
    VectorAdapter(
      "21_dawid_skene",
      uncovered: [
        "loss_history": "crowd-kit's bound is not the log-likelihood (README 0.2.10)",
        "n_iter_run": "so its stop is not reproduced; the rounds it made are",
      ],
      computeAsked: dawidSkene
    ),
    VectorAdapter("21b_dawid_skene_gold_and_onecoin", computeAsked: dawidSkene),
    VectorAdapter("22_mace", compute: mace),
    VectorAdapter(
      "23_answer_entropy_consistency",
      uncovered: [
        "crowdkit_uncertainty": "the entropy with crowd-kit's perturbed normaliser",
        "consistency": "not offered",
      ],
      compute: entropy
    ),
  ]
}

/// Answers with the names of their codes.
private struct NamedAnswers {
  let units: [JSONTree]
  let annotators: [JSONTree]
  let categories: [JSONTree]
  let answers: CrowdAnswers

  /// Codes in sorted order, or in that of first appearance.
  init(_ rows: JSONTree, sorted: Bool = true) throws {
    let rows = try rows.array().map { try $0.array() }
    func names(_ column: Int) -> [JSONTree] {
      var seen: Set<JSONTree> = []
      let names = rows.map { $0[column] }.filter { seen.insert($0).inserted }
      return sorted ? names.sorted(by: precedes) : names
    }
    let (units, annotators, categories) = (names(0), names(1), names(2))
    func code(_ name: JSONTree, _ names: [JSONTree]) -> Int { names.firstIndex(of: name) ?? -1 }
    answers = CrowdAnswers(
      units: units.count,
      annotators: annotators.count,
      categories: categories.count,
      answers: rows.map {
        CrowdAnswers.Answer(
          unit: code($0[0], units),
          annotator: code($0[1], annotators),
          category: code($0[2], categories)
        )
      }
    )
    (self.units, self.annotators, self.categories) = (units, annotators, categories)
  }

  var tree: [String: JSONTree] {
    [
      "tasks": .array(units), "workers": .array(annotators), "labels": .array(categories),
    ]
  }
}

/// Numbers by size, texts by character.
private func precedes(_ left: JSONTree, _ right: JSONTree) -> Bool {
  switch (left, right) {
  case (.number(let left), .number(let right)): left < right
  case (.string(let left), .string(let right)): left < right
  default: false
  }
}

private func rows(_ values: [Double], of count: Int) -> JSONTree {
  .array(
    stride(from: 0, to: values.count, by: max(count, 1)).map {
      JSONTree(Array(values[$0..<($0 + count)]))
    }
  )
}

private func majorityVote(_ inputs: JSONTree) throws -> JSONTree {
  let named = try NamedAnswers(inputs["answers"])
  let plain = MajorityVote(named.answers)
  var vote = plain
  if try inputs["aggregator"].string() == "wawa" {
    vote = .wawa(named.answers)
  } else if !inputs["skills"].isNull {
    vote = MajorityVote(
      named.answers,
      weights: try named.annotators.map { try inputs["skills"][$0.string()].double() }
    )
  }
  var result = named.tree
  result["probas"] = .array(
    named.units.indices.map { unit in
      JSONTree(vote.shares(ofUnit: unit) ?? named.categories.map { _ in 0 })
    }
  )
  let winners = named.units.indices.map { vote.winner(ofUnit: $0) }
  result["label"] = .array(
    winners.map { $0.map { named.categories[$0.category] } ?? .null }
  )
  result["tie"] = .array(winners.map { .bool($0?.isTied ?? false) })
  result["skills"] = JSONTree(plain.skills(named.answers))
  return .object(result)
}

/// crowd-kit keeps probabilities above 1e-10 without making rows sum to 1 again.
private func dawidSkene(_ inputs: JSONTree, _ expected: JSONTree) throws -> JSONTree {
  let named = try NamedAnswers(inputs["answers"])
  var gold: [Int: Int] = [:]
  if !inputs["gold"].isNull {
    for (unit, category) in try inputs["gold"].object() {
      guard let unit = named.units.firstIndex(of: .string(unit)) else { continue }
      gold[unit] = named.categories.firstIndex(of: category)
    }
  }
  let asked = expected["n_iter_run"].isNull ? inputs["n_iter"] : expected["n_iter_run"]
  let model: DawidSkene.Model = inputs["model"] == .string("one_coin") ? .oneCoin : .confusions
  let result = DawidSkene(
    named.answers,
    model: model,
    gold: gold,
    stop: .after(rounds: try asked.int())
  )
  let count = named.categories.count
  var tree = named.tree
  tree["probas"] = rows(result.posteriors.map { max($0, 1e-10) }, of: count)
  tree["priors"] = JSONTree(result.priors)
  tree["skills"] = JSONTree(result.skills)
  tree["errors"] = .array(
    named.annotators.indices.map { annotator in
      let start = annotator * count * count
      return rows(Array(result.errors[start..<(start + count * count)]), of: count)
    }
  )
  return .object(tree)
}

private func mace(_ inputs: JSONTree) throws -> JSONTree {
  let named = try NamedAnswers(inputs["answers"], sorted: false)
  let result = MACE(
    named.answers,
    update: inputs["method"] == .string("vb") ? .variational() : .smoothed(),
    rounds: try inputs["n_iter"].int(),
    competences: try inputs["spamming0"].rows().map {
      MACE.Competence(spams: $0[0], knows: $0[1])
    },
    strategies: try inputs["theta0"].rows().flatMap { $0 }
  )
  let count = named.categories.count
  var tree = named.tree
  tree["probas"] = rows(result.posteriors, of: count)
  tree["spamming"] = .array(result.competences.map { JSONTree([$0.spams, $0.knows]) })
  tree["theta"] = rows(result.strategies, of: count)
  tree["label"] = .array(
    named.units.indices.map { unit in
      result.winner(ofUnit: unit).map { named.categories[$0.category] } ?? .null
    }
  )
  return .object(tree)
}

private func entropy(_ inputs: JSONTree) throws -> JSONTree {
  let named = try NamedAnswers(inputs["answers"])
  let vote = MajorityVote(named.answers)
  var tree = named.tree
  tree["entropy"] = JSONTree(named.units.indices.map { vote.entropy(ofUnit: $0) })
  return .object(tree)
}
