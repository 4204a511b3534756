import Elements

extension ElementsClient {
  /// The same, but rows that can't be read are told in the history of messages, in one sentence a page.
  func telling(_ messages: MessageLog) -> ElementsClient {
    var client = self
    client.customers = { request, priority throws(ElementsError) in
      let page = try await customers(request, priority)
      if let unreadable = page.unreadableInWords {
        await messages.record(.warning, unreadable, about: "customers, page \(request.index)")
      }
      return page
    }
    client.signIns = { tenant, request, scope, priority throws(ElementsError) in
      let page = try await signIns(tenant, request, scope, priority)
      if let unreadable = page.unreadableInWords {
        let list = scope == .risky ? "risky sign-ins" : "sign-ins"
        await messages.record(
          .warning, unreadable, about: "\(list) of tenant \(tenant.tenantID), page \(request.index)")
      }
      return page
    }
    return client
  }
}
