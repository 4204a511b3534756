import Testing

@testable import SignInAnalysis

@Suite struct PackedIDTests {
  private static let guid = "0189abcd-ef76-5432-10fe-dcba98765432"

  @Test(arguments: [guid, "00000000-0000-0000-0000-000000000000", "fffffffe-ffff-ffff-ffff-ffffffffffff"])
  func `A GUID in lower case is packed and comes out as it was`(text: String) {
    let packed = PackedID(guid: text)
    #expect(packed != nil && packed?.textNumber == nil)
    #expect(packed?.text(among: TextArena()) == text)
  }

  @Test func `Whatever byte stands in a place, only a digit in lower case is one, and a hyphen only where it belongs`()
  {
    let digits = Array("0123456789abcdef".utf8)
    for place in 0..<Self.guid.utf8.count {
      var bytes = Array(Self.guid.utf8)
      let isHyphen = bytes[place] == UInt8(ascii: "-")
      for byte in 0..<UInt8(0x80) {
        bytes[place] = byte
        let text = String(decoding: bytes, as: UTF8.self)
        let isGUID = isHyphen ? byte == UInt8(ascii: "-") : digits.contains(byte)
        #expect((PackedID(guid: text) != nil) == isGUID, "\(byte) in place \(place)")
        if isGUID { #expect(PackedID(guid: text)?.text(among: TextArena()) == text) }
      }
    }
  }

  @Test(arguments: ["", "0189abcd-ef76-5432-10fe-dcba9876543", guid + "0", "0189abcd-ef76-5432-10fe-dcba987654é"])
  func `What is no GUID stays text`(text: String) {
    #expect(PackedID(guid: text) == nil)
  }
}
