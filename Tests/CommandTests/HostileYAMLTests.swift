import TestSupport
import Testing

/// What a policy or a scenario may hold that a parser of YAML takes ill.
@Suite("A hostile YAML file")
struct HostileYAMLTests {
  private let folder: TemporaryFolder
  private let data: String

  init() throws {
    folder = try TemporaryFolder()
    data = try folder.write("d.json", #"{"images": [], "annotations": [], "categories": []}"#)
  }

  /// What an audit says of the policy; the program could not run, and has not crashed.
  private func refusal(of policy: String) throws -> String {
    let path = try folder.write("p.yml", policy)
    let run = try Program.run("audit", data, "--policy", path, "--quiet")
    #expect(run.status == 2, "\(run.errors)")
    return String(run.errors.replacing(folder.path + "/", with: ""))
  }

  @Test("that multiplies itself by aliases is refused at the first of them")
  func aliases() throws {
    // 3 ^ 39 numbers, as the key of a mapping, which would be compared with the other keys.
    var bomb = "clauses: [&a0 [1, 2]"
    for number in 1..<40 {
      bomb +=
        ",\n&a\(number) [\([String](repeating: "*a\(number - 1)", count: 3).joined(separator: ","))]"
    }
    let refusal = try refusal(of: bomb + ", {? *a39 : 1}]")
    #expect(refusal.contains("p.yml:2:6: aliases like '*a0' are not read"), "\(refusal)")
  }

  @Test("with an alias in a merge, or behind a comment in Chinese, has its place told")
  func places() throws {
    let merge = try refusal(of: "version: 1\r\nclauses:\r\n- &a {metric: dice}\r\n- {<<: *a}\r\n")
    #expect(merge.contains("p.yml:4:8: aliases like '*a'"), "\(merge)")
    let inline = try refusal(of: "x: {\"键\":&k 1, b: *k}")
    #expect(inline.contains("p.yml:1:18: aliases like '*k'"), "\(inline)")
  }

  @Test("is taken where asterisks and ampersands are no aliases")
  func noAliases() throws {
    let path = try folder.write(
      "p.yml",
      """
      # R&D *R & *D*
      waivers:
        - {rule: degenerate-box, image: "*&a", reason: "AT&T *T&a", owner: &b me, expires: 2099-01-01}
      clauses:
        - {metric: dice, slice: {category: "*"}, target: ">= 0.5"}
      """
    )
    let run = try Program.run("audit", data, "--policy", path, "--quiet")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("with numbers to base 60 that no machine holds is told, not a crash")
  func baseSixty() throws {
    let tooLarge = ["9223372036854775807:59", "1:2:3:4:5:6:7:8:9:1:2:3:4:5:6"]
    for number in tooLarge + ["-9223372036854775808:1", "1:30"] {
      let refusal = try refusal(
        of: "version: \(number)\nclauses:\n- {metric: dice, minimum-n: \(number), target: '> 0'}\n"
      )
      #expect(refusal.contains("p.yml:1:10: 'version' must be 1"), "\(number): \(refusal)")
      #expect(refusal.contains("p.yml:3:29: 'minimum-n' must be a whole number"), "\(refusal)")
    }
    let path = try folder.write("s.yml", "version: 99999999999999999:59:59\nname: a\nprice: 1:30\n")
    let run = try Program.run("cost", "estimate", "--scenario", path)
    #expect(run.status == 2 && run.errors.contains("s.yml:1:10: 'version' must be 1"))
    #expect(run.errors.contains("s.yml:3:8: 'price' must be a number"), "\(run.errors)")
  }
}
