package import Findings
import Statistics

/// What the label of each item most likely is, and how often each annotator is right about it.
package struct LabelConsensus: Sendable {
  package static let about = MetricAbout(
    id: "label-consensus",
    version: 1,
    outputs: [
      .init(
        id: "consensus-certainty",
        summary: "mean probability of the consensus label of an item",
        unit: "",
        formula: "mean of the largest Dawid–Skene posterior; n = items"
      ),
      .init(
        id: "consensus-uncertain",
        summary: "items whose consensus label is less likely than 0.9",
        unit: "items",
        formula: "count(largest posterior < .9); n = items"
      ),
      .init(
        id: "majority-tied",
        summary: "items on which two labels got equally many votes",
        unit: "items",
        formula: "count; n = items"
      ),
      .init(
        id: "consensus-accuracy",
        summary: "share of an annotator's labels that equal the consensus",
        unit: "share",
        formula: "count(label = consensus) / n; n = labels. The annotator's own vote is part of it"
      ),
      .init(
        id: "majority-accuracy",
        summary:
          "share of the annotator's labels that equal the majority; overall, of majority labels "
          + "that equal the reference",
        unit: "share",
        formula: "count / n; ties go to the label that sorts first; n = labels, or items"
      ),
      .init(
        id: "dawid-skene-accuracy",
        summary:
          "probability that the annotator's label is right; overall, share of consensus labels "
          + "that equal the reference",
        unit: "share",
        formula: "Σ_k P(k)·P(answer k | k) from EM; n = labels, or items"
      ),
      .init(
        id: "dawid-skene-recall",
        summary: "probability that the annotator sees this label where it is the true one",
        unit: "share",
        formula:
          "P(answer k | k) from EM; n = items whose consensus is k and that the annotator labelled"
      ),
      .init(
        id: "mace-competence",
        summary: "probability that the annotator does not answer at random",
        unit: "share",
        formula: "1 − P(spamming), variational Bayes; n = labels"
      ),
      .init(
        id: "reference-accuracy",
        summary: "share of the annotator's labels that equal the reference",
        unit: "share",
        formula: "count / n; n = labels of items that the reference has"
      ),
    ],
    source: "A. P. Dawid, A. M. Skene, 1979; D. Hovy et al., 2013 (MACE)"
  )

  /// The consensus on one item.
  package struct Verdict: Hashable, Sendable {
    package var item: String
    /// Most probable label by Dawid–Skene.
    package var label: String
    /// Its posterior.
    package var certainty: Double
    package var majority: String
    /// Share of the votes.
    package var majorityShare: Double
    package var isTied: Bool
    package var votes: Int
  }

  private static let minimumCertainty = 0.9

  private let answers: LabelAnswers
  private let crowd: CrowdAnswers
  private let model: DawidSkene
  private let votes: MajorityVote
  private let consensus: [Int]
  private let majority: [(category: Int, isTied: Bool)]

  /// - Complexity: O(rounds × answers × labels).
  package init(_ answers: LabelAnswers) {
    self.answers = answers
    crowd = answers.crowd
    model = DawidSkene(crowd)
    votes = MajorityVote(crowd)
    consensus = answers.items.indices.map { [model] in model.winner(ofUnit: $0)?.category ?? 0 }
    majority = answers.items.indices.map { [votes] in votes.winner(ofUnit: $0) ?? (0, false) }
  }

  package var verdicts: [Verdict] {
    answers.items.indices.map { item in
      Verdict(
        item: answers.items[item],
        label: answers.labels[consensus[item]],
        certainty: certainty(of: item),
        majority: answers.labels[majority[item].category],
        majorityShare: votes.shares(ofUnit: item)?[majority[item].category] ?? 0,
        isTied: majority[item].isTied,
        votes: answers.byItem[item].count
      )
    }
  }

  /// Numbers of the consensus and of every annotator.
  ///
  /// `reference`: The true label by item name, where it is known.
  package func records(reference: [String: String] = [:]) -> [MetricRecord] {
    let items = answers.items.count
    let certainties = answers.items.indices.map(certainty)
    let mean = items > 0 ? certainties.reduce(0, +) / Double(items) : nil
    let overall = [
      MetricRecord(
        "consensus-certainty",
        .overall,
        mean.map(Measured.value) ?? .undefined(UndefinedReason("there is no item")),
        n: items
      ),
      MetricRecord(
        "consensus-uncertain",
        .overall,
        count: certainties.count { $0 < Self.minimumCertainty },
        of: items
      ),
      MetricRecord("majority-tied", .overall, count: majority.count { $0.isTied }, of: items),
    ]
    let truth = answers.items.map { name in
      reference[name].flatMap { answers.labels.firstIndex(of: $0) ?? -1 }
    }
    return overall + (reference.isEmpty ? [] : judged(truth)) + annotators(truth)
  }

  /// How often majority and consensus are right.
  private func judged(_ truth: [Int?]) -> [MetricRecord] {
    let known = truth.indices.filter { truth[$0] != nil }
    return [
      ("majority-accuracy", known.count { majority[$0].category == truth[$0] }),
      ("dawid-skene-accuracy", known.count { consensus[$0] == truth[$0] }),
    ].map { id, right in
      MetricRecord(
        id,
        .overall,
        share: right,
        of: known.count,
        undefined: "the reference has none of the items"
      )
    }
  }

  private func annotators(_ truth: [Int?]) -> [MetricRecord] {
    let mace = MACE(crowd, seed: 0)
    return answers.annotators.enumerated().flatMap { annotator, name -> [MetricRecord] in
      let slice = SliceLabel([.annotator: name])
      let own = answers.byItem.enumerated().compactMap { item, answers in
        answers.first { $0.annotator == annotator }.map { (item: item, label: $0.label) }
      }
      func share(_ id: String, _ right: Int, of n: Int) -> MetricRecord {
        MetricRecord(id, slice, share: right, of: n, undefined: "no label to compare")
      }
      var records = [
        share("consensus-accuracy", own.count { consensus[$0.item] == $0.label }, of: own.count),
        share(
          "majority-accuracy",
          own.count { majority[$0.item].category == $0.label },
          of: own.count
        ),
        MetricRecord(
          "dawid-skene-accuracy",
          slice,
          .value(
            answers.labels.indices.reduce(0) { $0 + model.priors[$1] * recall(annotator, $1) }
          ),
          n: own.count
        ),
        MetricRecord(
          "mace-competence",
          slice,
          .value(mace.competences[annotator].knows),
          n: own.count
        ),
      ]
      let known = own.filter { truth[$0.item] != nil }
      if !known.isEmpty {
        records.append(
          share("reference-accuracy", known.count { truth[$0.item] == $0.label }, of: known.count)
        )
      }
      return records
        + answers.labels.enumerated().map { label, text in
          MetricRecord(
            "dawid-skene-recall",
            slice.with(.category, text),
            .value(recall(annotator, label)),
            n: own.count { consensus[$0.item] == label }
          )
        }
    }
  }

  /// P(answer k | true k) of an annotator.
  private func recall(_ annotator: Int, _ label: Int) -> Double {
    let count = answers.labels.count
    return model.errors[(annotator * count + label) * count + label]
  }

  private func certainty(of item: Int) -> Double {
    model.posteriors[item * answers.labels.count + consensus[item]]
  }
}
