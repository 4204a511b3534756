import CommandLine
import Elements
import ElementsHTTP
import Settings
import ViewModels

/// Looks at what an account signs in with.
struct CredentialCheck {
  let finding: Finding

  private static let check = "credential"
  private static let fewDays = 30
  private static let secondsADay: Int64 = 86_400

  init(_ way: CredentialSource.Way, _ credential: Credential, now: Timestamp?) {
    switch credential {
    case .secret: finding = .ok(Self.check, way == .secret ? "a client secret" : "a client secret, from a command")
    case .certificate(let certificate): finding = Self.finding(certificate, now: now)
    }
  }

  private static func finding(_ certificate: ClientCertificate, now: Timestamp?) -> Finding {
    let name = "certificate with the thumbprint \(certificate.thumbprint)"
    let remedy = "register and configure a new certificate"
    guard let now, let end = certificate.notAfter else { return .ok(check, name) }
    if let begin = certificate.notBefore, now.unixSeconds < begin.unixSeconds {
      let clock = "check this machine's clock, or wait"
      return .failed(check, "\(name) is valid only from \(begin.iso8601)", clock, .configuration)
    }
    let left = end.unixSeconds - now.unixSeconds
    if left < 0 { return .failed(check, "\(name) expired on \(end.iso8601)", remedy, .configuration) }
    let days = Int(left / secondsADay)
    if days < fewDays { return .advice(check, "\(name) expires in \(days.counted("day"))", remedy) }
    return .ok(check, "\(name), valid until \(end.iso8601)")
  }
}
