/// A text that must not be shown: it has no way into a description, a mirror or an error.
public struct Secret: Hashable, Sendable {
  let text: String

  /// Any text; nothing is trimmed or checked.
  public init(_ text: String) {
    self.text = text
  }

  public var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "(secret)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
