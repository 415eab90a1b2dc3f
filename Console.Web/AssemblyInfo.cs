// The assembly is called Console.Web but its root namespace is GovAccountConsole.Web; without this the localizer looks in the wrong place and silently answers with keys.
[assembly: Microsoft.Extensions.Localization.RootNamespace("GovAccountConsole.Web")]
