import Elements
import SignInAnalysis
import SignInStore

// Values that view models show as they are. Screens know this layer alone, so that they find the words of the field
// here.

public typealias ActionCounts = Elements.ActionCounts
public typealias Customer = Elements.Customer
public typealias SignIn = Elements.SignIn
public typealias SignInScope = Elements.SignInScope
public typealias Timestamp = Elements.Timestamp
public typealias Filter = SignInAnalysis.Filter
public typealias FilterError = SignInAnalysis.FilterError
public typealias FilterField = SignInAnalysis.FilterField
public typealias SignInColumn = SignInAnalysis.SignInColumn
public typealias FilteredText = SignInAnalysis.FilteredText
public typealias SignInOrder = SignInAnalysis.SignInOrder
public typealias SignInCoverage = SignInStore.SignInCoverage
public typealias AddressColumn = SignInAnalysis.AddressColumn
public typealias AddressOrder = SignInAnalysis.AddressOrder
public typealias AddressRow = SignInAnalysis.AddressRow
public typealias ReadingProgress = SignInStore.FleetReading.Progress
public typealias MergeExclusion = SignInStore.MergeExclusion
public typealias SignInListDoubt = SignInStore.SignInListDoubt
public typealias NarrowedCoverage = SignInStore.NarrowedCoverage
public typealias HandedSignIn = SignInAnalysis.HandedSignIn
public typealias TicketFacts = SignInAnalysis.TicketFacts
public typealias Tally = SignInAnalysis.Tally
public typealias TallyColumn = SignInAnalysis.TallyColumn
public typealias TallyField = SignInAnalysis.TallyField
public typealias TallyFigures = SignInAnalysis.TallyFigures
public typealias TallyOrder = SignInAnalysis.TallyOrder
public typealias TallyRow = SignInAnalysis.TallyRow
public typealias TallyValue = SignInAnalysis.TallyValue
public typealias HoursDay = SignInAnalysis.HoursDay
public typealias HoursGrid = SignInAnalysis.HoursGrid
public typealias MapCluster = SignInAnalysis.MapCluster
public typealias MapClusters = SignInAnalysis.MapClusters
public typealias MapPlace = SignInAnalysis.MapPlace
public typealias MapView = SignInAnalysis.MapView
public typealias SignalRule = SignInAnalysis.SignalRule
public typealias SignInLanes = SignInAnalysis.SignInLanes
public typealias SignalSeverity = SignInAnalysis.SignalSeverity
public typealias RiskFigures = SignInStore.RiskFigures
