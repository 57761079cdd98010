/// What an accessible page has to hold that can be told without a browser, after the rules of axe-core.
enum PageChecklist {
  /// One line a breach; none for a page that keeps all of it.
  static func breaches(in page: PageOutline) -> [String] {
    page.faults + landmarks(page) + headings(page) + tables(page) + images(page) + ids(page)
      + links(page) + regions(page) + lists(page)
  }

  private static func landmarks(_ page: PageOutline) -> [String] {
    var breaches: [String] = []
    for name in ["title", "main", "h1"] {
      // A drawing has a title of its own.
      let count = page.all(name).count { !page.isInside($0, "svg") }
      if count != 1 { breaches.append("\(count) <\(name)>; expected one") }
    }
    if page.all("html").first?.attributes["lang"] == nil { breaches.append("html without lang") }
    let viewport = page.all("meta").first { $0.attributes["name"] == "viewport" }
    if viewport?.attributes["content"]?.contains("user-scalable=no") ?? true {
      breaches.append("no viewport that can be zoomed")
    }
    breaches += page.all("nav", "section").filter {
      $0.attributes["aria-label"] == nil && $0.attributes["aria-labelledby"] == nil
    }.map { "<\($0.name)> without a name" }
    return breaches
  }

  private static func headings(_ page: PageOutline) -> [String] {
    var last = 0
    var breaches: [String] = []
    for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6") {
      let level = Int(heading.name.dropFirst()) ?? 0
      if level > last + 1 {
        breaches.append("<\(heading.name)> follows a level \(last): \(heading.text)")
      }
      if heading.text.isEmpty { breaches.append("empty <\(heading.name)>") }
      last = level
    }
    return breaches
  }

  private static func tables(_ page: PageOutline) -> [String] {
    var breaches: [String] = []
    for header in page.all("th") {
      let place = page.isInside(header, "thead") ? "col" : "row"
      if header.attributes["scope"] != place { breaches.append("th of a \(place): \(header.text)") }
      if header.text.isEmpty { breaches.append("empty th") }
    }
    let (tables, captions) = (page.all("table").count, page.all("caption").count)
    if tables != captions { breaches.append("\(tables) tables, \(captions) captions") }
    return breaches
  }

  private static func images(_ page: PageOutline) -> [String] {
    page.all("svg").filter { image in
      let isNamed =
        image.attributes["role"] == "img" && image.attributes["aria-label"]?.isEmpty == false
      return !isNamed && image.attributes["aria-hidden"] != "true"
    }.map { "svg without role and name, of width \($0.attributes["width"] ?? "?")" }
  }

  private static func ids(_ page: PageOutline) -> [String] {
    var seen: Set<String> = []
    let ids = page.elements.compactMap { $0.attributes["id"] }
    return ids.filter { !seen.insert($0).inserted }.map { "id '\($0)' twice" }
      + page.elements.compactMap { $0.attributes["aria-labelledby"] }.filter { !ids.contains($0) }
      .map { "aria-labelledby '\($0)' names nothing" }
  }

  private static func links(_ page: PageOutline) -> [String] {
    let ids = Set(page.elements.compactMap { $0.attributes["id"] })
    return page.all("a").compactMap { link in
      guard let target = link.attributes["href"] else { return "a without href" }
      if link.text.isEmpty { return "link without text to \(target)" }
      return target.hasPrefix("#") && !ids.contains(String(target.dropFirst()))
        ? "link to \(target), which is not there" : nil
    }
  }

  /// What scrolls can be reached with the keyboard and has a name.
  private static func regions(_ page: PageOutline) -> [String] {
    page.elements.filter { $0.attributes["class"] == "scroll" }.filter {
      $0.attributes["tabindex"] != "0" || $0.attributes["role"] != "region"
        || $0.attributes["aria-label"]?.isEmpty != false
    }.map { _ in "scrolled region that a keyboard cannot reach" }
  }

  private static func lists(_ page: PageOutline) -> [String] {
    page.all("li").filter { !page.isInside($0, "ul") && !page.isInside($0, "ol") }
      .map { "li outside of a list: \($0.text)" }
  }
}
