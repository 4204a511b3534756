import Elements

extension ElementsClient {
  /// The same, but the history of messages is told of each failure, and of the rows of a page that can't be read, in
  /// one sentence a page.
  func telling(_ messages: MessageLog, names: TenantNames) -> ElementsClient {
    var client = self
    client.customers = { request, priority throws(ElementsError) in
      try await ElementsClient.tell(messages, { "customers, page \(request.index)" }) { () throws(ElementsError) in
        try await customers(request, priority)
      } unreadable: {
        $0.unreadableInWords
      }
    }
    client.actionCounts = { tenant, period, priority throws(ElementsError) in
      try await ElementsClient.tell(messages, { "action counts of \(names.name(of: tenant))" }) {
        () throws(ElementsError) in
        try await actionCounts(tenant, period, priority)
      } unreadable: { _ in
        nil
      }
    }
    client.signIns = { tenant, request, scope, priority throws(ElementsError) in
      let list = scope == .risky ? "risky sign-ins" : "sign-ins"
      return try await ElementsClient.tell(messages, { "\(list) of \(names.name(of: tenant)), page \(request.index)" })
      {
        () throws(ElementsError) in
        try await signIns(tenant, request, scope, priority)
      } unreadable: {
        $0.unreadableInWords
      }
    }
    return client
  }

  private static func tell<Answer: Sendable>(
    _ messages: MessageLog, _ subject: @escaping @MainActor @Sendable () -> String,
    _ call: () async throws(ElementsError) -> Answer, unreadable: (Answer) -> String?
  ) async throws(ElementsError) -> Answer {
    do throws(ElementsError) {
      let answer = try await call()
      if let words = unreadable(answer) { await messages.record(.warning, words, about: subject) }
      return answer
    } catch {
      if error.reason != .cancelled { await messages.record(.failure, error.happening, about: subject) }
      throw error
    }
  }
}
