import Annotations
import Testing

@testable import Formats

@Suite("The texts of YOLO")
struct YOLOTextTests {
  /// The names of a `data.yaml`, or `line: problem`.
  private func names(_ text: String) -> [String] {
    do throws(YOLONames.Problem) {
      return try YOLODataFile.names(text).names.map(\.text)
    } catch {
      return ["\(error.line): \(error.text)"]
    }
  }

  @Test(
    "names are read in every form that YAML writers give them",
    arguments: [
      "names: ['cat', \"dög # x\", a 'b']  # comment\n",
      "names:\n  - cat\n  - 'dög # x'\n  - a 'b'\nnc: 3\n",
      "names:\n- cat\n- \"dög # x\"\n- a 'b' # c\n",
      "# c\npath: ../x\r\nnames:\r\n  0: cat\r\n\r\n  2: a 'b'\r\n  1: 'dög # x'\r\ntrain: x\r\n",
      "names: {0: cat, 1: 'dög # x', 2: a 'b'}", "\u{FEFF}'names': [cat, 'dög # x', a 'b',]",
    ]
  )
  func forms(_ text: String) {
    let names = names(text)
    #expect(names == ["cat", "dög # x", "a 'b'"])
  }

  @Test(
    "what could hold names in another way is refused where it stands",
    arguments: [
      ("nc: 2\n", "1: 'names' is missing; expected the category names"),
      ("names: [a]\nnames: [b]\n", "2: 'names' is given twice; expected once"),
      (
        "names: cat\n",
        "1: 'names' must be a list on one line or lines below it, found 'cat'"
      ),
      ("a: 1\nnames: ['a, b]\n", "2: a quote in 'names' is not closed"),
      ("names:\n  0: a\n  0: b\n", "3: number 0 has two names"),
      ("names:\n  0: a\n  2: b\n", "1: number 1 has no name; expected 0 to 1"),
      ("names:\n  - a\n  1: b\n", "3: 'names' mixes a list and numbers"),
      ("names:\n  - *a\n", "2: a name must be a plain or quoted text, found '*a'"),
      ("names:\n  cat\n", "2: expected '- name' or '0: name' below 'names', found 'cat'"),
    ]
  )
  func refused(_ text: String, _ problem: String) {
    #expect(names(text) == [problem])
  }

  @Test("a list of names keeps empty lines between names, and none behind them")
  func list() {
    #expect(YOLONames(list: "a\r\n\n b c \n\n").names.map(\.text) == ["a", "", "b c"])
  }

  @Test("the size of a picture is found in its header, or there is none")
  func headers() {
    func size(_ bytes: [UInt8]) -> ImageSize? {
      bytes.withUnsafeBytes { ImageHeader.size($0) }
    }
    for bytes in [
      YOLOSample.png(width: 640, height: 70_000), YOLOSample.jpeg(width: 300, height: 2),
    ] {
      let whole = size(bytes)
      #expect(whole != nil)
      for length in bytes.indices {
        let cut = size(Array(bytes[..<length]))
        #expect(cut == nil || cut == whole)
        for mask in [0x01, 0x80, 0xFF] as [UInt8] {
          var changed = bytes
          changed[length] ^= mask
          if let size = size(changed) { #expect(size.width > 0 && size.height > 0) }
        }
      }
    }
    #expect(
      size(YOLOSample.png(width: 640, height: 70_000)) == ImageSize(width: 640, height: 70_000)
    )
    #expect(size(YOLOSample.jpeg(width: 300, height: 2)) == ImageSize(width: 300, height: 2))
    #expect(size(YOLOSample.png(width: 0, height: 1)) == nil)
  }

  @Test("names cut at any byte, or with any byte changed, are read or refused, and nothing breaks")
  func damagedNames() {
    let bytes = Array("# x\nnames:\n  0: 'cät' # y\n  1: [x]\nnames2: {0: \"a\\\"b\", 1: c}\n".utf8)
    let flow = Array("nc: 2\nnames: ['a', \"b\", {c}] # d\nkpt_shape: [1]\n".utf8)
    for file in [bytes, flow] {
      for index in file.indices {
        #expect(names(String(decoding: file[..<index], as: UTF8.self)).count <= 3)
        for mask in [0x01, 0x20, 0x80, 0xFF] as [UInt8] {
          var changed = file
          changed[index] ^= mask
          #expect(names(String(decoding: changed, as: UTF8.self)).count <= 4)
        }
      }
    }
  }

  @Test("a line cut at any byte, or with any byte changed, gives finite numbers or a reason")
  func damagedLines() {
    let line = Array("12 0.5 0.25 1e-1 .5 0.125 1 0 0.75".utf8)
    for index in line.indices {
      var texts = [Array(line[..<index])]
      for mask in [0x01, 0x04, 0x20, 0x80, 0xFF] as [UInt8] {
        var changed = line
        changed[index] ^= mask
        texts.append(changed)
      }
      for text in texts {
        let fields = YOLOText.fields(Substring(String(decoding: text, as: UTF8.self)))
        guard let line = try? YOLOLine(fields) else { continue }
        #expect(line.category >= 0)
        switch line.shape {
        case .box(let x, let y, let width, let height):
          #expect([x, y, width, height].allSatisfy { $0.isFinite })
        case .polygon(let shares):
          #expect(shares.count.isMultiple(of: 2) && shares.allSatisfy(\.isFinite))
        }
      }
    }
  }
}
