/// Something that every call goes through on its way to a client, whatever it asks for.
public protocol CallWrapper: Sendable {
  /// Makes a call, or gives a reason of its own for not making it.
  /// - Parameters:
  ///   - name: of the call, for errors.
  ///   - ask: makes it on a client.
  func call<Value: Sendable>(
    _ name: ElementsCall,
    _ ask: @escaping @Sendable (ElementsClient) async throws(ElementsError) -> Value
  ) async throws(ElementsError) -> Value
}

extension ElementsClient {
  /// A client of which every call goes through a wrapper.
  public init(through wrapper: some CallWrapper) {
    self.init(
      customers: { page, priority throws(ElementsError) in
        try await wrapper.call(.customers(page: page.index)) { client throws(ElementsError) in
          try await client.customers(page, priority)
        }
      },
      actionCounts: { tenant, type, priority throws(ElementsError) in
        try await wrapper.call(.actionCounts(tenant)) { client throws(ElementsError) in
          try await client.actionCounts(tenant, type, priority)
        }
      },
      signIns: { tenant, page, scope, priority throws(ElementsError) in
        try await wrapper.call(.signIns(tenant, scope, page: page.index)) { client throws(ElementsError) in
          try await client.signIns(tenant, page, scope, priority)
        }
      })
  }
}
