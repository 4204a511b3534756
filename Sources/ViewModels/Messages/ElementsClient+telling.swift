import Elements

extension ElementsClient {
  /// The same, but rows that can't be read are told in the history of messages, each once.
  func telling(_ messages: MessageLog) -> ElementsClient {
    var client = self
    client.customers = { request, priority throws(ElementsError) in
      let page = try await customers(request, priority)
      await messages.record(page.unreadable, "customers, page \(request.index)")
      for customer in page.items {
        await messages.record(customer.unreadableTenants, "tenants of \(customer.organization)")
      }
      return page
    }
    client.signIns = { tenant, request, scope, priority throws(ElementsError) in
      let page = try await signIns(tenant, request, scope, priority)
      await messages.record(page.unreadable, "sign-ins of tenant \(tenant.tenantID), page \(request.index)")
      return page
    }
    return client
  }
}

extension MessageLog {
  fileprivate func record(_ rows: [UnreadableRow], _ place: String) {
    for row in rows { record(.warning, "\(place) row \(row.row) could not be read: \(row.found)") }
  }
}
