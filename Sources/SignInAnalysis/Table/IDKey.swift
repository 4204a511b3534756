/// An id made ready for being looked up.
struct IDKey {
  let text: String
  /// Nil where the id has to be kept as text.
  let packed: PackedID?
  let hash: UInt64

  init(_ text: String) {
    self.text = text
    packed = PackedID(guid: text)
    hash = packed?.hash ?? TextArena.hash(of: text)
  }
}
