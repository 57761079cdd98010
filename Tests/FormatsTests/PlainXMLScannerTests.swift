import Testing

@testable import Formats

@Suite("XML of the plainest kind")
struct PlainXMLScannerTests {
  @Test(
    "What most tools write is read with the events of libxml2",
    arguments: [
      VOCSample.file(),
      "<annotation>\r\n\t<object>\r\n a\r\nb </object>\r\n</annotation>\r\n",
      "<?xml version=\"1.0\"?><annotation verified=\"yes\"><a/><b c='d' /></annotation >",
      "<?xml version='1.0' encoding='utf-8'?>\n<a>1 > 0, \"x\" 'y' / = ~</a>",
      "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><a\n><b\t>x</b\n></a>\n ",
    ]
  )
  func plain(text: String) throws {
    let bytes = Array(text.utf8)
    let events = try #require(XMLEvents.plain(bytes))
    #expect(!events.isEmpty)
    #expect(events == XMLEvents.complete(bytes))
  }

  @Test(
    "Anything else is left to libxml2",
    arguments: [
      "", "a", "<a>", "<a></b>", "<a></a>b", "<a></a><b></b>", "</a>", "<a>&amp;</a>", "<a>]]></a>",
      "<a><!-- b --></a>", "<!-- b --><a></a>", "<a></a><!-- b -->", "<a><![CDATA[b]]></a>",
      "<a><?b c?></a>", "<!DOCTYPE a><a></a>", "<a>\u{E4}</a>", "<\u{E4}></\u{E4}>",
      "\u{FEFF}<a></a>",
      "<a>\u{0}</a>", "<a>\u{7}</a>", "<a>\rb</a>", "<a b='c' d='e'></a>", "<a b='&lt;'></a>",
      "<a b='<'></a>", "<a b=c></a>", "<a b></a>", "<a xmlns='b'></a>", "<a xml:space='b'></a>",
      "<a:b></a:b>", "<a b:c='d'></a>", "<1></1>", "< a></a>", "<a/ >", "<a></ a>", "<a><a></a>",
      "<?xml version='1.1'?><a></a>", "<?xml version='1.0' encoding='latin1'?><a></a>",
      "<?xml version='1.0' standalone='yes'?><a></a>", " <?xml version='1.0'?><a></a>",
      "<?xml version='1.0'><a></a>",
      "<" + String(repeating: "a", count: 65) + "/>",
      "<a " + String(repeating: "b", count: 65) + "/>", String(repeating: "<a>", count: 33),
    ]
  )
  func others(text: String) {
    #expect(XMLEvents.plain(Array(text.utf8)) == nil)
  }

  @Test("A file beyond a megabyte is left to libxml2, whose limits are larger")
  func size() {
    let text = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
    #expect(XMLEvents.plain(Array("<a>".utf8) + text + Array("</a>".utf8)) == nil)
    #expect(XMLEvents.plain(Array("<a>".utf8) + text.dropLast(7) + Array("</a>".utf8)) != nil)
  }

  @Test("With any byte changed or cut away, a file that is still plain has the events of libxml2")
  func changes() {
    let bytes = Array(VOCSample.file().utf8)
    var plain = 0
    // The last byte is a line break behind the root.
    for index in bytes.indices.dropLast() {
      #expect(XMLEvents.plain(Array(bytes[..<index])) == nil)
      for replacement in Array("<>/&'\"= \n\r]!?a1:-\t\u{0}".utf8) + [0x80, 0xFF] {
        var changed = bytes
        changed[index] = replacement
        guard let events = XMLEvents.plain(changed) else { continue }
        plain += 1
        #expect(events == XMLEvents.complete(changed))
      }
    }
    #expect(plain > 500)
  }

  @Test("What is put together of pieces of XML and is plain has the events of libxml2")
  func pieces() {
    let pieces = [
      "<a>", "</a>", "<b c='d'>", "</b>", "<b/>", "<e />", "text", " ", "\n", "\r\n", "\r", "\t",
      "x > y", "<?xml version='1.0'?>", "<a", ">", "/>", " c='d'", " xmlns='d'", "&amp;", "]]>",
      "<!--", "-->", "=", "'", "<a.b-c_1>", "</a.b-c_1>",
    ]
    var random = SeededGenerator(seed: 7)
    var plain = 0
    for _ in 0..<20_000 {
      let count = 1 + Int(random.next() % 6)
      let inner = (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      let text = Array("<r>\(inner.joined())</r>".utf8)
      guard let events = XMLEvents.plain(text) else { continue }
      plain += 1
      #expect(events == XMLEvents.complete(text), "\(String(decoding: text, as: UTF8.self))")
    }
    #expect(plain > 1000)
  }
}
