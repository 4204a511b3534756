import Elements
import SignInAnalysis
import SignInStore
import Testing

@testable import ElementsFakes
@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(10))) struct ExportTests {
  let api = FakeElements()
  let exports = FakeExports()
  let changes = Changes()
  let tenant = TenantReference.numbered(1)

  private func context(_ client: ElementsClient? = nil) -> PlaceContext {
    PlaceContext(
      client: client ?? api.client, keptRows: 1_000_000, times: TimeDisplay { _ in (0, "UTC") },
      exportTarget: exports.target, now: { .testNow }, pause: { _ in }, onChange: { [changes] in changes.happened() })
  }

  private func open(_ count: Int, riskyEvery: Int = 50) async -> (SignInListModel, PlaceContext) {
    api.change { $0.signIns[tenant] = SignIn.list(count, riskyEvery: riskyEvery) }
    let place = context()
    place.names.note(
      TenantIdentity(reference: tenant, customerName: "Contoso Ltd", tenantName: "contoso.onmicrosoft.com"))
    let model = SignInListModel(place.fleet.open(tenant), context: place)
    model.resize(height: 10)
    await changes.until { model.selected != nil }
    return (model, place)
  }

  /// The menu that a step opens.
  private func menu(_ step: Step) -> ChoiceModel? {
    if case .open(.choice(let menu)) = step { menu } else { nil }
  }

  private func texts(_ menu: ChoiceModel?) -> [String] { menu?.items.map(\.text) ?? [] }

  /// Chooses what begins so, and then CSV.
  private func export(_ words: String, of model: SignInListModel) {
    var step = model.export()
    if let menu = menu(step), let place = menu.items.firstIndex(where: { $0.text.hasPrefix(words) }) {
      menu.select(place)
      step = menu.choose()
    }
    guard let formats = menu(step), formats.heading.hasPrefix("Export \(words)") else {
      Issue.record("no such choice: \(words)")
      return
    }
    _ = formats.choose()
  }

  private func finish(_ place: PlaceContext) async {
    await changes.until { place.exports.progress == nil }
  }

  private func ids(_ numbers: some Sequence<Int>) -> [String] { numbers.map { "s\($0)" } }

  // MARK: The menu

  @Test func `What is marked comes first, then what is read, then all`() async {
    let (model, _) = await open(1_000)
    #expect(texts(menu(model.export())) == ["the 100 read so far", "all 1,000: reads on to the list's end"])
    model.toggleMark()
    model.setFilter("user:9", isTyping: false)
    let texts = texts(menu(model.export()))
    #expect(texts == ["the 1 marked", "the 100 that match read so far", "all that match: reads on to the list's end"])
  }

  @Test func `Where there is only one thing to export, the format is asked for at once`() async {
    let (model, _) = await open(93)
    let formats = menu(model.export())
    #expect(formats?.heading == "Export all 93" && formats?.items.count == ExportFormat.allCases.count)
  }

  @Test func `Of an empty list there is nothing to export`() async {
    let place = context()
    let model = SignInListModel(place.fleet.open(tenant), context: place)
    model.resize(height: 10)
    await changes.until { model.coverage.total == 0 }
    #expect(menu(model.export()) == nil && place.messages.current?.words == "there is nothing to export yet")
  }

  // MARK: What is exported

  @Test func `Marked sign-ins are exported with their tenant, the newest first, also those that a filter hides`() async
  {
    let (model, place) = await open(93)
    for place in [20, 3, 10] {
      model.select(place)
      model.toggleMark()
    }
    model.setFilter("user:nobody", isTyping: false)
    export("the 3 marked", of: model)
    await finish(place)
    let file = exports.files.first
    #expect(file?.ids == ids([89, 82, 72]) && file?.extent == .whole && file?.format == .csv)
    #expect(file?.name == ExportName(subject: "contoso", time: .testNow))
    #expect(file?.batches.joined().allSatisfy { $0.tenant.customerName == "Contoso Ltd" } == true)
    #expect(place.messages.current?.words == "exported 3 to whole.csv")
  }

  @Test func `What the filter and the sort leave is exported as it is shown`() async {
    let (model, place) = await open(93, riskyEvery: 30)
    model.setFilter("risky:yes", isTyping: false)
    model.sort(SignInOrder(column: .time, isDescending: false))
    export("all 4 that match", of: model)
    await finish(place)
    #expect(exports.files.first?.ids == ids([0, 30, 60, 90]))
    #expect(api.log.count == 1, "nothing is read for it")
  }

  @Test func `The whole list is read to its end, and written in batches as it comes`() async {
    let (model, place) = await open(12_345)
    export("all 12,345", of: model)
    await finish(place)
    let file = exports.files.first
    #expect(file?.ids == ids((0..<12_345).reversed()) && file?.extent == .whole)
    #expect(file?.batches.allSatisfy { $0.count <= ExportWork.batch } == true && exports.mostWriting == 1)
    #expect(api.log.count == 124, "no page is read twice")
    #expect(place.messages.current?.words == "exported 12,345 to whole.csv")
  }

  @Test func `A filtered list is read to its end`() async {
    let (model, place) = await open(3_000, riskyEvery: 500)
    model.setFilter("risky:yes", isTyping: false)
    export("all that match", of: model)
    await finish(place)
    #expect(exports.files.first?.ids == ids(stride(from: 2_500, through: 0, by: -500)))
    #expect(model.coverage.isComplete && exports.files.first?.extent == .whole)
  }

  @Test func `A sorted list is read to its end before its first row is written`() async {
    let (model, place) = await open(2_500)
    model.sort(SignInOrder(column: .time, isDescending: false))
    exports.beforeBatch { [api] number in if number == 1 { #expect(api.log.count == 25) } }
    export("all 2,500", of: model)
    await finish(place)
    #expect(exports.files.first?.ids == ids(0..<2_500))
    #expect(exports.files.first?.batches.map(\.count) == [1_000, 1_000, 500])
  }

  @Test func `Much that is loaded is handed over batch by batch, one at a time`() async {
    let (model, place) = await open(5_500)
    export("all 5,500", of: model)
    await finish(place)
    export("all 5,500", of: model)
    await finish(place)
    #expect(exports.files.last?.batches.map(\.count) == [1_000, 1_000, 1_000, 1_000, 1_000, 500])
    #expect(exports.files.last?.ids == exports.files.first?.ids && exports.mostWriting == 1)
  }

  @Test func `Sign-ins of all tenants are exported with the tenant of each`() async {
    let tenants = (1...3).map { TenantReference.numbered($0) }
    api.change { state in for tenant in tenants { state.signIns[tenant] = SignIn.list(250, riskyEvery: 1) } }
    let place = context()
    for tenant in tenants { place.names.note(TenantIdentity(reference: tenant, tenantName: tenant.tenantID)) }
    let merged = MergedSignIns(.all)
    merged.add(tenants.map { (place.fleet.store(of: $0), nil) })
    let model = SignInListModel(source: { _ in merged }, store: place.fleet.store, hasTenants: true, context: place)
    model.resize(height: 10)
    await changes.until { model.coverage.loaded == 300 }
    export("all 750", of: model)
    await finish(place)
    let file = exports.files.first
    #expect(file?.name.subject == nil && file?.extent == .whole)
    #expect(file?.batches.joined().count == 750)
    #expect(Set(file?.batches.joined().map { "\($0.tenant.reference.tenantID) \($0.signIn.id)" } ?? []).count == 750)
    let times = file?.batches.joined().compactMap(\.signIn.loginTime) ?? []
    #expect(times == times.sorted(by: >))
  }

  // MARK: Ends

  @Test func `An export that is stopped leaves what was written, named as a part`() async {
    let (model, place) = await open(12_000)
    exports.beforeBatch { number in if number == 4 { await MainActor.run { _ = place.exports.stop() } } }
    export("all 12,000", of: model)
    await finish(place)
    let file = exports.files.first
    let written = file?.ids ?? []
    #expect(file?.batches.count == 4 && file?.extent == .partial && file?.isDiscarded == false)
    #expect(written == ids((0..<12_000).reversed().prefix(written.count)))
    #expect(
      place.messages.current?.words
        == "export stopped; \(written.count.grouped) sign-ins so far are in part-partial.csv")
    #expect(place.messages.current?.severity == .warning)
  }

  @Test func `One that is stopped before anything was written leaves nothing`() async {
    let (model, place) = await open(500)
    model.setFilter("user:nobody", isTyping: false)
    export("all that match", of: model)
    #expect(place.exports.stop())
    await finish(place)
    #expect(exports.files.allSatisfy { $0.isDiscarded && $0.extent == nil })
    #expect(place.messages.current?.words == "export stopped; nothing was written")
    #expect(!place.exports.stop())
  }

  @Test func `A page that can't be read ends it, and the reason is told`() async {
    let (model, place) = await open(1_000)
    api.change { $0.failing = [.signIns(tenant, .all, page: 5)] }
    export("all 1,000", of: model)
    await finish(place)
    #expect(exports.files.first?.ids == ids((600..<1_000).reversed()) && exports.files.first?.extent == .partial)
    #expect(
      place.messages.current?.words.hasPrefix("export incomplete: sign-ins, page 5: service unavailable (503)") == true)
    #expect(place.messages.current?.words.hasSuffix("; 400 sign-ins so far are in part-partial.csv") == true)
  }

  @Test func `What can't be written any more is discarded, and the reason is told`() async {
    let (model, place) = await open(3_000)
    exports.leaveRoom(for: 2)
    export("all 3,000", of: model)
    await finish(place)
    #expect(exports.files.first?.isDiscarded == true && exports.files.first?.extent == nil)
    #expect(
      place.messages.current?.words == "export failed: No space left on device (whole.csv)")
    #expect(place.messages.current?.severity == .failure)
  }

  @Test func `Sign-ins that arrive meanwhile and a refresh neither hide nor repeat a row`() async {
    let (model, place) = await open(2_000)
    exports.beforeBatch { [api, tenant] number in
      guard number == 3 else { return }
      api.change { $0.signIns[tenant]?.insert(contentsOf: (2_000..<2_030).reversed().map { .numbered($0) }, at: 0) }
      await MainActor.run { model.refresh() }
    }
    export("all 2,000", of: model)
    await finish(place)
    let written = exports.files.first?.ids ?? []
    #expect(Set(written).count == written.count && Set(written) == Set(ids(0..<2_030)))
    #expect(exports.files.first?.extent == .whole)
  }

  @Test func `Only one is under way at a time, and leaving the list does not end it`() async {
    let (model, place) = await open(1_500)
    exports.beforeBatch { number in if number == 2 { await MainActor.run { model.leave() } } }
    export("all 1,500", of: model)
    export("all 1,500", of: model)
    #expect(place.messages.current?.words == "an export is under way: escape stops it")
    await finish(place)
    #expect(exports.files.count == 1 && exports.files.first?.ids.count == 1_500)
  }

  @Test func `Esc stops it from anywhere, and what lies over a place closes first`() async {
    api.change { state in
      state.customers = [.numbered(1)]
      state.signIns[tenant] = SignIn.list(5_000)
    }
    let model = DashboardModel(
      client: api.client, source: "test", times: TimeDisplay { _ in (0, "UTC") }, exportTarget: exports.target,
      now: { .testNow }, pause: { _ in }, onChange: { [changes] in changes.happened() })
    await changes.until { model.picker.selected?.reference == tenant }
    model.perform(.openTenant)
    model.tenant?.signInList.resize(height: 10)
    await changes.until { model.tenant?.signInList.selected != nil }
    exports.beforeBatch { number in
      guard number == 3 else { return }
      await MainActor.run {
        model.perform(.help)
        model.perform(.escape)
        #expect(model.overlay == nil && model.exports.progress != nil)
        model.perform(.escape)
      }
    }
    model.perform(.export)
    model.perform(.last)
    model.perform(.choose)
    #expect(model.overlay == .choice, "the format is asked for")
    model.perform(.choose)
    await changes.until { model.exports.progress == nil && exports.files.first?.extent != nil }
    #expect(exports.files.first?.extent == .partial && model.tenant != nil)
  }
}
