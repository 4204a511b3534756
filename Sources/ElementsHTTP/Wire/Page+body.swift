import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Page where Element == SignIn {
  /// Reads the body of an answer to `signins`, in either dialect, as the live client does.
  ///
  /// - Parameters:
  ///   - body: the JSON text in UTF-8, as it came.
  ///   - asked: what was asked for; it stands in for what the body does not say about itself.
  ///   - tenant: whose sign-ins they are, for the error.
  /// - Throws: `ElementsError` with `unexpectedAnswer`; its excerpt may hold foreign text.
  public init(body: [UInt8], asked: PageRequest, of tenant: TenantReference) throws(ElementsError) {
    let answer = HTTPAnswer(status: 200, requestID: nil, retryAfter: nil, body: Data(body))
    do throws(WireProblem) {
      self = try answer.page(asked: asked, of: SignIn.self)
    } catch {
      let reason = ElementsError.Reason.unexpectedAnswer(error, requestID: nil)
      throw ElementsError(call: .signIns(tenant, .all, page: asked.index), reason: reason.withShortExcerpt)
    }
  }
}
