import Elements

/// The body of a refusal: `{"statusCode","message","requestId",…}`, with `errors:[{code,field,message}]` on a 400.
struct WireErrorBody {
  private static let longestMessage = 500
  /// So many fill the message, however short they are.
  private static let mostErrors = 250

  let message: String?
  let requestID: String?

  init(_ bytes: UnsafeRawBufferPointer) throws(WireProblem) {
    let object = try WireObject(whole: bytes, expected: "a JSON object with message")
    requestID = object.text("requestId")
    let parts = [object.text("message")] + Self.errors(in: object)
    let known = parts.compactMap { $0 }.filter { !$0.isEmpty }
    message = known.isEmpty ? nil : String(known.joined(separator: "; ").prefix(Self.longestMessage))
  }

  private static func errors(in object: WireObject) -> [String] {
    guard let array = object.value("errors"), array.kind == .array else { return [] }
    var reader = JSONReader(object.bytes, at: array.start)
    var errors: [String] = []
    var isMore = (try? reader.enter(.array)) ?? false
    while isMore, errors.count < mostErrors, let value = try? reader.value() {
      if let error = WireObject(value, in: object.bytes).map(shown), !error.isEmpty { errors.append(error) }
      isMore = (try? reader.goOn(in: .array)) ?? false
    }
    return errors
  }

  private static func shown(_ error: WireObject) -> String {
    let words = error.text("message") ?? error.text("code")
    return [error.text("field"), words].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

extension ElementsError.Refusal {
  /// What a refusal says, if it says it in JSON: a gateway's HTML is no message.
  init(_ answer: HTTPAnswer) {
    let body = try? answer.body.withJSON { bytes throws(WireProblem) in try WireErrorBody(bytes) }
    self.init(status: answer.status, message: body?.message, requestID: answer.requestID ?? body?.requestID)
  }
}
