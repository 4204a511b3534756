import Elements

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The body of a refusal: `{"statusCode","message","requestId",…}`, with `errors:[{code,field,message}]` on a 400.
struct WireErrorBody: Decodable {
  private static let longestMessage = 500

  let message: String?
  let requestID: String?

  init(from decoder: any Decoder) throws {
    var object = try WireObject(decoder)
    requestID = object.text("requestId")
    let parts = [object.text("message")] + (object.elements("errors", of: FieldError.self) ?? []).map(\.shown)
    let known = parts.compactMap { $0 }.filter { !$0.isEmpty }
    message = known.isEmpty ? nil : String(known.joined(separator: "; ").prefix(Self.longestMessage))
  }

  private struct FieldError: Decodable {
    let shown: String?

    init(from decoder: any Decoder) throws {
      guard var object = try? WireObject(decoder) else {
        shown = nil
        return
      }
      let words = object.text("message") ?? object.text("code")
      shown = [object.text("field"), words].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}

extension ElementsError.Refusal {
  /// What a refusal says, if it says it in JSON: a gateway's HTML is no message.
  init(_ answer: HTTPAnswer) {
    let body = try? JSONDecoder().decode(WireErrorBody.self, from: answer.body.withoutByteOrderMark)
    self.init(status: answer.status, message: body?.message, requestID: answer.requestID ?? body?.requestID)
  }
}
