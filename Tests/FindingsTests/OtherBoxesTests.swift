import Findings
import Testing

@Suite("The other boxes of a finding")
struct OtherBoxesTests {
  private func finding(_ evidence: [String: Double]) -> Finding {
    Finding(rule: "r", severity: .info, message: "m", evidence: evidence)
  }

  @Test("read back as they were, the first under the name that one box has")
  func roundTrip() {
    let boxes = [[1.0, 2, 3, 4], [5, 6, 7, 8]]
    let evidence = Finding.evidence(otherBoxes: boxes)
    #expect(evidence["other-x"] == 1 && evidence["other-height"] == 4)
    #expect(evidence["other-2-x"] == 5 && evidence.count == 8)
    #expect(finding(evidence).otherBoxes == boxes)
    #expect(finding([:]).otherBoxes.isEmpty)
  }

  @Test("are the first eight of more")
  func many() {
    let boxes = (0..<20).map { [Double($0), 0, 1, 1] }
    #expect(finding(Finding.evidence(otherBoxes: boxes)).otherBoxes == Array(boxes.prefix(8)))
  }

  @Test("are left out where a number is missing or infinite")
  func damaged() {
    var evidence = Finding.evidence(otherBoxes: [[1, 2, 3, 4], [5, 6, 7, 8], [9, 9, 9, 9]])
    evidence["other-2-width"] = nil
    evidence["other-3-x"] = .infinity
    #expect(finding(evidence).otherBoxes == [[1, 2, 3, 4]])
  }
}
