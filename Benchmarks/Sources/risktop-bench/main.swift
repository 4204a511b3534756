import Elements
import ElementsHTTP
import ElementsSandbox
import SafeText
import Screens
import SignInAnalysis
import TerminalUI
import ViewModels

print("skeleton")
