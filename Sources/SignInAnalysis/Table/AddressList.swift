/// Addresses by their numbers, from 0: 5 bytes for IPv4, 13 and the text for anything else. A copy shares most of it.
struct AddressList: Sendable {
  private var forms = Segments<AddressForm>()
  /// An IPv4 address, or the number of a text.
  private var words = Segments<UInt32>()
  private var texts = TextArena()

  var count: Int { forms.count }

  /// The address as it came.
  subscript(number: UInt32) -> String {
    let word = words[Int(number)]
    return switch forms[Int(number)] {
    case .ipv4: PackedIPv4(bits: word).text
    case .text: texts[word]
    }
  }

  /// The bits of an IPv4 address that is written as nearly all are; nil for anything else.
  func ipv4(at number: UInt32) -> UInt32? {
    switch forms[Int(number)] {
    case .ipv4: words[Int(number)]
    case .text: nil
    }
  }

  mutating func append(_ key: AddressWord) -> UInt32 {
    if let packed = key.packed {
      forms.append(.ipv4)
      words.append(packed.bits)
    } else {
      forms.append(.text)
      words.append(texts.append(key.text))
    }
    return UInt32(count - 1)
  }

  func isKey(_ key: AddressWord, at number: UInt32) -> Bool {
    let word = words[Int(number)]
    return switch forms[Int(number)] {
    case .ipv4: key.packed?.bits == word
    case .text: key.packed == nil && texts.holds(key.text, at: word)
    }
  }

  /// The same as that of the `AddressWord` that was appended.
  func hash(at number: UInt32) -> UInt64 {
    let word = words[Int(number)]
    return switch forms[Int(number)] {
    case .ipv4: PackedIPv4(bits: word).hash
    case .text: texts.hash(at: word)
    }
  }
}

/// How an address is kept.
private enum AddressForm: UInt8 {
  case ipv4
  case text
}

/// An address made ready for being looked up.
struct AddressWord {
  let text: String
  /// Nil where the address has to be kept as text.
  let packed: PackedIPv4?
  let hash: UInt64

  init(_ text: String) {
    self.text = text
    packed = PackedIPv4(text)
    hash = packed?.hash ?? TextArena.hash(of: text)
  }
}
