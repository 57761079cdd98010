import Testing

@testable import Audits

@Suite("Sentences of suspects")
struct SuspectHintTests {
  private func neighbours(rivals: Int, nearest: Double?) -> SuspectHints.Neighbours {
    .init(
      category: "cat",
      rival: "dog",
      rivals: rivals,
      voters: 10,
      nearest: nearest.map { ("a.jpg #7", $0) }
    )
  }

  private func model(_ rival: String) -> SuspectHints.Model {
    .init(category: "cat", rival: rival, probability: 0.0004, rivalProbability: 0.7)
  }

  @Test("name the nearest neighbour, small distances with the digits they have")
  func distances() {
    for (distance, text) in [
      (0.25, "0.25"), (0.08049, "0.08"), (0, "0"), (0.0009, "9e-4"), (3.14159e-9, "3.14e-9"),
    ] {
      #expect(
        SuspectHints.what(neighbours(rivals: 9, nearest: distance))
          == "labelled 'cat', 9 of its 10 nearest neighbours are 'dog' (nearest: a.jpg #7, distance \(text))"
      )
    }
    #expect(
      SuspectHints.what(neighbours(rivals: 6, nearest: nil))
        == "labelled 'cat', 6 of its 10 nearest neighbours are 'dog'"
    )
  }

  @Test("do not claim certainty, and say whether model and neighbours are of one mind")
  func model() {
    #expect(
      SuspectHints.what(model("dog"))
        == "labelled 'cat', which the model gives below 0.01; it gives 'dog' 0.7"
    )
    let both = neighbours(rivals: 9, nearest: nil)
    #expect(
      SuspectHints.what(both, model("dog")).hasSuffix(
        "; the model agrees: 'dog' 0.7, 'cat' below 0.01"
      )
    )
    #expect(
      SuspectHints.what(both, model("cow")).hasSuffix(
        "; the model says otherwise: 'cow' 0.7, 'cat' below 0.01"
      )
    )
  }

  @Test("say what to do: a swap where it is plain, the guideline where it is not")
  func toDo() {
    #expect(
      SuspectHints.toDo(category: "cat", rival: "dog", isUnanimous: true)
        == "likely a category swap: look at it, and relabel it 'dog' unless you see why not"
    )
    #expect(
      SuspectHints.toDo(category: "cat", rival: "dog", isUnanimous: false)
        == "look at it beside its neighbours: if both names seem right, check what the guideline says "
        + "of 'cat' against 'dog'"
    )
  }

  @Test("of near duplicates and outliers give the other object and by how much")
  func others() {
    #expect(
      SuspectHints.outlier(category: "cat", ratio: 4.06, nearest: "b.jpg #2")
        == "its neighbours are 4.1 times as far as is usual for 'cat' (nearest: b.jpg #2)"
    )
    #expect(
      SuspectHints.nearDuplicate(
        category: "cat",
        other: "b.jpg #2",
        otherCategory: "dog",
        distance: 0.00012
      ) == "labelled 'cat', but nearly the same as b.jpg #2, labelled 'dog' (distance 1.2e-4)"
    )
  }

  @Test("of predictions give confidence and IoU")
  func predictions() {
    #expect(
      SuspectHints.overlooked(category: "cat", confidence: 0.97, iou: 0).what
        == "no label here, but the model sees a 'cat' (confidence 0.97)"
    )
    #expect(
      SuspectHints.overlooked(category: "cat", confidence: 0.97, iou: 0.05).what
        == "no label here, but the model sees a 'cat' (confidence 0.97); a label touches it (IoU 0.05)"
    )
    #expect(
      SuspectHints.badlyLocated(category: "cat", confidence: 0.97, iou: 0.3).what
        == "the box of this 'cat' meets the model's (confidence 0.97) with an IoU of only 0.3"
    )
    #expect(
      SuspectHints.swapped(category: "cat", rival: "dog", confidence: 1, iou: 0.9).what
        == "labelled 'cat', but the model sees a 'dog' in the same place (confidence 1, IoU 0.9)"
    )
    #expect(
      SuspectHints.spurious(category: "cat", considered: 0.1).what
        == "labelled 'cat', but no prediction of confidence 0.1 or more meets it"
    )
  }
}
