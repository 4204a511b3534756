import ArgumentParser
import CommandLine
import ElementsSandbox
import SafeText
import Settings
import SignInAnalysis

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Faults {
  /// Reads the value of `--faults`; throws what is wrong with it as the command line's own error.
  init(argument: String) throws {
    do throws(FaultListError) {
      try self.init(list: argument)
    } catch {
      throw ValidationError(error.sentence)
    }
  }

  /// All kinds, one a line of at most 72 characters, with the usual share and what it is a share of.
  static var description: String {
    let kinds = FaultKind.allCases.map { kind in
      line(kind.rawValue, "\(kind.usualShare) of \(kind.unit.rawValue)", kind.summary)
    }
    return (kinds + [line(nameOfAll, "", "a little of each")]).joined(separator: "\n")
  }

  private static func line(_ name: String, _ share: String, _ summary: String) -> String {
    name.padded(to: 10) + "  " + share.padded(to: 15) + "  " + summary
  }
}

extension FaultListError {
  /// What is wrong, and what to write instead.
  fileprivate var sentence: String {
    let known = FaultKind.allCases.map(\.rawValue) + [Faults.nameOfAll]
    switch self {
    case .unknownKind(let name):
      let hint = NearestName.hint(name, known)
      return "unknown fault \"\(name)\"\(hint.isEmpty ? "." : hint) Faults: \(known.joined(separator: ", "))"
    case .noShare(let share, let kind):
      return "\"\(share)\" is not a share: write a number from 0 to 1, such as \(kind):0.2"
    }
  }
}

extension RegisteredCertificate {
  /// Reads the first certificate of a PEM file.
  init(file: String) throws(Complaint) {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw Complaint(status: .configuration, text: "the certificate \(file) (--certificate) can't be read")
    }
    do throws(CertificateError) {
      try self.init(pem: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Complaint(status: .configuration, text: "the certificate \(file) (--certificate) \(error.phrase)")
    }
  }
}

extension CertificateError {
  fileprivate var phrase: String {
    switch self {
    case .noCertificate: "holds no certificate in PEM"
    case .noUsableKey: "has no RSA key of at least 2048 bits"
    }
  }
}
