import Testing

@testable import Reports

@Suite("A line of progress")
struct ProgressTextTests {
  private let text = ProgressText(name: "matching", count: 5000, unit: "images")

  @Test("says what is done, how fast it goes, and how long the rest takes at that rate")
  func line() {
    // 1,250 images in 2.5 s are 500 a second; the other 3,750 take 7.5 s, told as 8.
    #expect(
      text.line(share: 0.25, seconds: 2.5)
        == "matching: 1,250 of 5,000 images (25 %), 500 a second, 0:08 left"
    )
    // 50 images in 100 s; 4,950 more take 9,900 s = 2 h 45 min.
    #expect(text.line(share: 0.01, seconds: 100).hasSuffix(", 0.5 a second, 2:45:00 left"))
    #expect(text.line(share: 0.5, seconds: 61).hasSuffix(", 41 a second, 1:01 left"))
  }

  @Test("guesses nothing before anything is done")
  func beginning() {
    #expect(text.line(share: 0, seconds: 3) == "matching: 0 of 5,000 images (0 %)")
    #expect(text.line(share: 0.5, seconds: 0) == "matching: 2,500 of 5,000 images (50 %)")
  }

  @Test("says in the end how much was done, and in what time")
  func summary() {
    #expect(text.summary(seconds: 6.018) == "matching: 5,000 images in 6.018 s")
  }

  @Test("lets no character of a file's name reach the terminal that would move the cursor")
  func plain() {
    let text = ProgressText(name: "reading \u{1b}[2Ja\u{202e}.json", count: 3, unit: "kB")
    #expect(text.summary(seconds: 1) == "reading �[2Ja�.json: 3 kB in 1.000 s")
  }
}
