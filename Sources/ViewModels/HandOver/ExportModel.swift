import Elements
import SignInAnalysis
import SignInStore

/// The export that is under way, one at a time, wherever the user goes meanwhile.
@MainActor
public final class ExportModel {
  /// Nil while nothing is exported.
  public private(set) var progress: ExportProgress?
  private let target: ExportTarget
  private let fleet: Fleet
  private let names: TenantNames
  private let messages: MessageLog
  private let now: @MainActor () -> Timestamp
  private let onChange: @MainActor () -> Void
  private var running: Task<Void, Never>?

  /// How an export ended, before its file has its name.
  private enum End {
    case whole
    case stopped
    /// The list could not be read to its end.
    case cut(String)
  }

  init(
    to target: ExportTarget, fleet: Fleet, names: TenantNames, messages: MessageLog,
    now: @escaping @MainActor () -> Timestamp, onChange: @escaping @MainActor () -> Void
  ) {
    self.target = target
    self.fleet = fleet
    self.names = names
    self.messages = messages
    self.now = now
    self.onChange = onChange
  }

  // MARK: What the user does

  func start(_ job: ExportJob) {
    guard running == nil else {
      messages.post(.note, "an export is under way: \(.escape) stops it")
      return
    }
    progress = ExportProgress()
    running = Task { [weak self] in await self?.run(job) }
  }

  /// What was written so far stays, in a file whose name says that it is a part. False if nothing is exported.
  func stop() -> Bool {
    guard let running else { return false }
    running.cancel()
    return true
  }

  /// Stops, and returns once the file is closed.
  public func end() async {
    running?.cancel()
    await running?.value
  }

  // MARK: The export

  private func run(_ job: ExportJob) async {
    defer {
      (running, progress) = (nil, nil)
      onChange()
    }
    let name = ExportName(subject: job.tenant?.fileText, time: now())
    do throws(ExportFailure) {
      let sink = try await target.begin(name, job.format)
      do throws(ExportFailure) {
        try await write(job, to: sink)
      } catch {
        await sink.discard()
        throw error
      }
    } catch {
      messages.post(.failure, "export failed: \(error.sentence)")
    }
  }

  private func write(_ job: ExportJob, to sink: ExportSink) async throws(ExportFailure) {
    let work = ExportWork(
      sink, narrowing: job.narrowing, texts: job.source.tenantTexts, signals: job.signals.index.table,
      networks: job.signals.networks,
      identify: { [weak self] in self?.identities(of: $0) ?? [:] },
      onProgress: { [weak self] in self?.noteWritten($0) })
    let end = try await carryOut(job, by: work)
    let written = await work.written
    guard case .whole = end else {
      let why = if case .cut(let cause) = end { "export incomplete: \(cause)" } else { "export stopped" }
      guard written > 0 else {
        await sink.discard()
        return messages.post(.warning, "\(why); nothing was written")
      }
      let file = try await sink.finish(.partial)
      return messages.post(.warning, "\(why); \(written.counted("sign-in")) so far are in \(file)")
    }
    let file = try await sink.finish(.whole)
    messages.post(.note, "exported \(written.grouped) to \(file)")
  }

  private func carryOut(_ job: ExportJob, by work: ExportWork) async throws(ExportFailure) -> End {
    switch job.extent {
    case .marked(let rows):
      let snapshot = fleet.snapshot(of: Set(rows.map(\.tenant)))
      try await work.writeInOrder(LoadedRows(count: rows.count) { Array(rows) }, in: snapshot)
    case .loaded(let rows, let snapshot):
      try await work.writeInOrder(rows, in: snapshot)
    case .whole(let narrowing):
      return try await readOn(job, narrowing, work)
    }
    return Task.isCancelled ? .stopped : .whole
  }

  /// Reads the list to its end. What has no order is written as it comes.
  private func readOn(
    _ job: ExportJob, _ narrowing: Narrowing, _ work: ExportWork
  ) async throws(ExportFailure) -> End {
    let held = tenants(of: job)
    for store in held { store.hold(for: .examined) }
    let reading = ListReading(job.source, since: narrowing.filter?.since)
    defer {
      reading.stop()
      for store in held { store.release(.examined) }
    }
    while let rows = await reading.next(atMost: ExportWork.batch) {
      noteRead(narrowing.isPlain ? nil : reading.count, of: job.source.coverage.total)
      guard narrowing.order == nil else { continue }
      try await work.write(rows, in: job.source.snapshot(of: Set(rows.map(\.tenant))))
    }
    guard !Task.isCancelled else { return .stopped }
    if narrowing.order != nil { try await work.writeInOrder(job.source.loadedRows, in: job.source.snapshot) }
    if Task.isCancelled { return .stopped }
    return reading.isWhole ? .whole : .cut(words(for: reading, of: job.source))
  }

  private func words(for reading: ListReading, of list: any SignInSource) -> String {
    if let error = reading.error ?? list.failure { return error.summary }
    let unreadable = list.coverage.unreadable
    return unreadable > 0 ? "\(unreadable.counted("sign-in")) could not be read" : "rows may be missing"
  }

  /// Their rows must not be forgotten while the list is read.
  private func tenants(of job: ExportJob) -> [TenantStore] {
    (job.tenant.map { [$0.reference] } ?? names.references).map(fleet.store(of:))
  }

  private func identities(of tenants: Set<TenantNumber>) -> [TenantNumber: TenantIdentity] {
    let known = tenants.compactMap { number in
      fleet.store(number).map { (number, names.identity(of: $0.tenant)) }
    }
    return Dictionary(uniqueKeysWithValues: known)
  }

  // MARK: Progress

  private func noteWritten(_ count: Int) {
    progress?.written = count
    onChange()
  }

  private func noteRead(_ count: Int?, of total: Int?) {
    progress?.read = count
    progress?.total = total
    onChange()
  }
}

extension ExportJob {
  /// What is left of the rows that it is about.
  fileprivate var narrowing: Narrowing {
    switch extent {
    case .marked: Narrowing(filter: nil, order: SignInOrder(column: .time, isDescending: true))
    case .loaded: Narrowing(filter: nil, order: nil)
    case .whole(let narrowing): narrowing
    }
  }
}

extension TenantIdentity {
  /// By what a file of it is called: the tenant's name without the usual ending, else its id. Foreign text.
  fileprivate var fileText: String { names.last ?? reference.tenantID }
}
