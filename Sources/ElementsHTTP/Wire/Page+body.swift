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
    do throws(WireProblem) {
      self = try HTTPAnswer(body: body).page(asked: asked, of: SignIn.self)
    } catch {
      throw ElementsError(error, in: .signIns(tenant, .all, page: asked.index))
    }
  }
}

extension Page where Element == Customer {
  /// The same for an answer to `customers/batch`.
  package init(body: [UInt8], asked: PageRequest) throws(ElementsError) {
    do throws(WireProblem) {
      self = try HTTPAnswer(body: body).page(asked: asked, of: Customer.self)
    } catch {
      throw ElementsError(error, in: .customers(page: asked.index))
    }
  }
}

extension ActionCounts {
  /// The same for an answer to `actions`.
  package init(body: [UInt8], of tenant: TenantReference) throws(ElementsError) {
    do throws(WireProblem) {
      self = try HTTPAnswer(body: body).actionCounts()
    } catch {
      throw ElementsError(error, in: .actionCounts(tenant))
    }
  }
}

extension ElementsError.Refusal {
  /// The same for the body of an answer that is no success.
  package init(body: [UInt8], status: Int) {
    self.init(HTTPAnswer(body: body, status: status))
  }
}

extension HTTPAnswer {
  fileprivate init(body: [UInt8], status: Int = 200) {
    self.init(status: status, requestID: nil, retryAfter: nil, body: Data(body))
  }
}

extension ElementsError {
  fileprivate init(_ problem: WireProblem, in call: ElementsCall) {
    self.init(call: call, reason: .unexpectedAnswer(problem, requestID: nil).withShortExcerpt)
  }
}
