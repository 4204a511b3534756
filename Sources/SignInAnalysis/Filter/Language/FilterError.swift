/// Why a text is no filter.
public struct FilterError: Error, Hashable, Sendable {
  /// The term, or the part of it, that can't be read, in offsets of `Character`s; never empty.
  public let range: Range<Int>
  public let reason: Reason

  public enum Reason: Hashable, Sendable {
    /// A phrase that goes on from *expected*: `a name`.
    case expected(String)
    /// The list has no such field, but these; one of them may have been meant.
    case unknownField(String, nearest: FilterField?, fields: [FilterField])
    /// It is written in another language; this says the same in this one.
    case write(String)
    /// A word of another language for which this one needs none.
    case leaveOut(String)
  }

  init(range: Range<Int>, _ reason: Reason) {
    self.range = range
    self.reason = reason
  }

  /// What to write, in words. Contains what was typed.
  public var message: String {
    switch reason {
    case .expected(let phrase): return "expected \(phrase)"
    case .unknownField(let name, let nearest, let fields):
      let meant = nearest.map { " (\($0.name)?)" } ?? ""
      let list = fields.map(\.name).joined(separator: ", ")
      return "unknown field '\(name)'\(meant); fields: \(list); a text with : or = in it goes in quotes"
    case .write(let text): return "write \(text)"
    case .leaveOut(let word): return "leave \(word) out: all terms must hold"
    }
  }
}
