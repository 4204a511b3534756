import SafeText

/// A text, with where it is shown: the first three bytes give the cells, what is out of sight, and how.
struct TextInput {
  let text: String
  let cells: Int
  let offset: Int
  let alignment: Alignment

  init(_ input: [UInt8]) {
    let place = input.prefix(3).map(Int.init) + [0, 0, 0]
    cells = place[0] % 64
    offset = place[1] % 32
    alignment = place[2].isMultiple(of: 2) ? .leading : .trailing
    text = String(decoding: input.dropFirst(3), as: UTF8.self)
  }
}
