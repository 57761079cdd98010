import ArgumentParser
import Glibc

/// A second in Universal Time, written as ISO 8601 does: `2026-11-21T09:30:00Z`.
struct UTCTime: CustomStringConvertible, Sendable {
  let description: String

  /// What the clock says.
  static var now: UTCTime {
    var (seconds, parts) = (time(nil), tm())
    gmtime_r(&seconds, &parts)
    return UTCTime(parts)
  }

  private init(_ parts: tm) {
    var parts = parts
    var text = [CChar](repeating: 0, count: 32)
    let length = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    description = String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension UTCTime: ExpressibleByArgument {
  /// `nil` for what is no time of the calendar, written just so.
  init?(argument: String) {
    let numbers = argument.split { "-T:Z".contains($0) }.compactMap { Int32($0) }
    guard numbers.count == 6, (1...9999).contains(numbers[0]) else { return nil }
    var parts = tm()
    parts.tm_year = numbers[0] - 1900
    (parts.tm_mon, parts.tm_mday) = (numbers[1] &- 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    var seconds = timegm(&parts)
    gmtime_r(&seconds, &parts)
    self.init(parts)
    // A 31st of February, or another way of writing, comes back as something else.
    guard description == argument else { return nil }
  }
}
