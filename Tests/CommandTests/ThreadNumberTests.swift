import Testing

@Suite("The number of threads")
struct ThreadNumberTests {
  @Test(
    "is at least 1, and none that no machine has",
    arguments: ["0", "-1", "1025", "99999999999"]
  )
  func limits(_ number: String) throws {
    let run = try Program.run("audit", "Fixtures/street/gold.json", "--threads=\(number)")
    #expect(run.status == 2 && run.errors.contains("--threads must be 1 to 1024"), "\(run.errors)")
  }

  @Test("may be larger than the pieces of work")
  func many() throws {
    let run = try Program.run("audit", "Fixtures/street/gold.json", "-q", "--threads", "1024")
    #expect(run.status == 0, "\(run.errors)")
  }
}
