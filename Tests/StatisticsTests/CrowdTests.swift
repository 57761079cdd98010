import Statistics
import Testing

@Suite("Crowd answers")
struct CrowdTests {
  /// Annotators 0 and 1 are right on 12 units of categories 0 and 1; annotator 2 always contradicts.
  private let contradicted = CrowdAnswers(
    units: 12,
    annotators: 3,
    categories: 2,
    answers: (0..<12).flatMap { unit in
      (0..<3).map { annotator in
        let truth = unit % 2
        return CrowdAnswers.Answer(
          unit: unit,
          annotator: annotator,
          category: annotator == 2 ? 1 - truth : truth
        )
      }
    }
  )

  @Test("learn that an annotator always contradicts")
  func contradiction() {
    let result = DawidSkene(contradicted)
    for unit in 0..<12 { #expect(result.winner(ofUnit: unit)?.category == unit % 2) }
    // Annotator 2 answers 1 where the truth is 0: errors[2][1][0].
    #expect(result.errors[2 * 4 + 1 * 2 + 0] > 0.99)
    #expect(result.rounds < 1000)
    let trust = MACE(contradicted, seed: 1)
    #expect(trust.competences[0].knows > 0.7)
    #expect(trust.competences[2].knows < 0.3)
  }

  @Test("a tie goes to the smaller code and is flagged; nobody's vote has no winner")
  func ties() throws {
    let answers = CrowdAnswers(
      units: 2,
      annotators: 2,
      categories: 3,
      answers: [
        .init(unit: 0, annotator: 0, category: 2), .init(unit: 0, annotator: 1, category: 1),
      ]
    )
    let vote = MajorityVote(answers)
    let winner = try #require(vote.winner(ofUnit: 0))
    #expect(winner == (1, true))
    #expect(vote.winner(ofUnit: 1) == nil)
    #expect(vote.entropy(ofUnit: 1) == .undefined(.noVote))
  }

  @Test("the order of answers changes no bit")
  func order() {
    let reversed = CrowdAnswers(
      units: 12,
      annotators: 3,
      categories: 2,
      answers: contradicted.answers.reversed()
    )
    #expect(DawidSkene(reversed) == DawidSkene(contradicted))
    #expect(MACE(reversed, seed: 5) == MACE(contradicted, seed: 5))
  }

  @Test("the likelihood of Dawid and Skene never falls", arguments: 1...8)
  func likelihood(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let answers = CrowdAnswers(
      units: 30,
      annotators: 6,
      categories: 3,
      answers: (0..<120).map { index in
        CrowdAnswers.Answer(
          unit: index % 30,
          annotator: generator.index(below: 6),
          category: generator.index(below: 3)
        )
      }
    )
    let likelihoods = (1...40).map {
      DawidSkene(answers, stop: .after(rounds: $0)).logLikelihood
    }
    // EM is monotone; the floor of 1e-10 under the errors moves it by less than that.
    for (before, after) in zip(likelihoods, likelihoods.dropFirst()) {
      #expect(after >= before - 1e-6)
    }
  }
}
