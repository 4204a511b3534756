import Elements
import SafeText
import Settings
import SignInAnalysis

extension Filter {
  /// Reads what `--filter` was given. Dates, hours, and times without an offset are UTC.
  public init(option text: String, of list: FilterList, now: Timestamp) throws(Complaint) {
    do throws(FilterError) {
      self = try Filter(parsing: text, of: list, in: FilterContext(now: now))
    } catch {
      throw Complaint(status: .usage, text: error.marked(in: text))
    }
  }
}

extension Filter {
  /// Reads a filter of a list none of whose fields is about a time; nil where there is none.
  public static func withoutTimes(_ text: String?, _ list: FilterList) throws(Ending) -> Filter? {
    guard let text else { return nil }
    do throws(Complaint) {
      let filter = try Filter(option: text, of: list, now: .earliest)
      return filter.isEmpty ? nil : filter
    } catch {
      throw .complaint(error)
    }
  }

  /// What `--filter` and `--since` ask for together; nil where they are not given.
  public static func ofSignIns(_ text: String?, since: String?, _ list: FilterList) throws(Ending) -> Filter? {
    guard let now = Timestamp.now else { return nil }
    do throws(Complaint) {
      let asked = try text.map { text throws(Complaint) in try Filter(option: text, of: list, now: now) }
      let recent = try since.map { text throws(Complaint) in try Filter(since: text, now: now) }
      let parts = [asked, recent].compactMap(\.self).filter { !$0.isEmpty }
      return parts.dropFirst().reduce(parts.first) { $0?.and($1) }
    } catch {
      throw .complaint(error)
    }
  }

  /// Reads what `--since` was given: a time as a filter's `since:` takes it.
  public init(since text: String, now: Timestamp) throws(Complaint) {
    do throws(FilterError) {
      self = try Filter(parsing: "since:\"\(text.replacing("\"", with: ""))\"", in: FilterContext(now: now))
    } catch {
      throw Complaint(
        status: .usage,
        text: "--since can't be read: \"\(sanitized(text))\" is not a time such as 24h, 7d, today, 2026-11-01 "
          + "or 2026-11-01T14:30")
    }
  }
}

extension FilterError {
  /// What to write, and the query with the place where it was under it.
  func marked(in text: String) -> String {
    let upper = text.index(text.startIndex, offsetBy: range.upperBound, limitedBy: text.endIndex) ?? text.endIndex
    let lower = text.index(text.startIndex, offsetBy: range.lowerBound, limitedBy: upper) ?? upper
    let before = displayWidth(of: String(text[..<lower]), repertoire: .unicode)
    let marked = displayWidth(of: String(text[lower..<upper]), repertoire: .unicode)
    return """
      --filter can't be read: \(sanitized(message))
        \(sanitized(text))
        \(String(repeating: " ", count: before))\(String(repeating: "^", count: max(1, marked)))
      """
  }
}
