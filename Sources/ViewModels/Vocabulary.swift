import Elements

// Values that view models show as they are. Screens know this layer alone, so that they find the words of the field here.

public typealias ActionCounts = Elements.ActionCounts
public typealias Customer = Elements.Customer
public typealias SignIn = Elements.SignIn
public typealias SignInScope = Elements.SignInScope
public typealias Timestamp = Elements.Timestamp
