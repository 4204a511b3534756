/// `foreign` as one line of inert text, for plain output, logs, tables and the clipboard: what `Clusters` lets through.
///
/// Doing it twice changes nothing. Scalars that are shown keep their form: nothing is normalised but Korean letters.
public func sanitized(_ foreign: String, repertoire: Repertoire = .unicode) -> String {
  if isPrintableASCII(foreign) { return foreign }
  var text = ""
  text.reserveCapacity(foreign.utf8.count)
  for cluster in Clusters(of: foreign, repertoire: repertoire) { text += cluster.text }
  return text
}

/// How many cells the whole of `foreign` takes once sanitised.
public func displayWidth(of foreign: String, repertoire: Repertoire) -> Int {
  if isPrintableASCII(foreign) { return foreign.utf8.count }
  return Clusters(of: foreign, repertoire: repertoire).reduce(0) { $0 + $1.width }
}

private func isPrintableASCII(_ text: String) -> Bool {
  text.utf8.allSatisfy(Cluster.printableASCIIRange.contains)
}
