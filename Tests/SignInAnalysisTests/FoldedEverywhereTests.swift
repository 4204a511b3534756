import Foundation
import SignInAnalysis
import Testing

/// Rules of folding that hold for every character there is.
@Suite struct FoldedEverywhereTests {
  @Test("folding twice changes nothing")
  func idempotence() {
    let changed = allScalars.filter { scalar in
      let once = folded(String(scalar))
      return scalars(folded(once)) != scalars(once)
    }
    #expect(changed == [])
  }

  @Test("a letter folds alike in one piece and in parts, ideographs aside")
  func normalization() {
    let compatibilityIdeographs = [0xF900...0xFAFF, 0x2F800...0x2FA1F] as [ClosedRange<UInt32>]
    let different = allScalars.filter { scalar in
      guard !compatibilityIdeographs.contains(where: { $0.contains(scalar.value) }) else { return false }
      let text = String(scalar)
      let parts = text.decomposedStringWithCanonicalMapping
      return scalars(parts) != [scalar.value] && scalars(folded(parts)) != scalars(folded(text))
    }
    #expect(different == [])
  }

  @Test("capitals fold as their small letters do")
  func letterCase() {
    let different = allScalars.filter { scalar in
      guard scalar.properties.changesWhenLowercased else { return false }
      return scalars(folded(scalar.properties.lowercaseMapping)) != scalars(folded(String(scalar)))
    }
    // Letters that are younger than the table.
    #expect(different.filter { ($0.properties.age ?? (0, 0)) <= (14, 0) } == [])
  }

  @Test("a text folds as its scalars do, one after the other, unless they join")
  func concatenation() {
    let texts = ["Zoë", "łßæ", "ﬁ", "Ελλάς", "Ёж", "a", "É", " ", "\u{301}", "한", "が", "😀", "कि"]
    for first in texts {
      for second in texts {
        #expect(scalars(folded(first + second)) == scalars(folded(first)) + scalars(folded(second)))
      }
    }
  }

  /// The planes that have characters, but for private ones.
  private var allScalars: [Unicode.Scalar] {
    let planes = [0...0x323FF, 0xE0000...0xE0FFF] as [ClosedRange<UInt32>]
    return planes.joined().compactMap(Unicode.Scalar.init)
  }
}
