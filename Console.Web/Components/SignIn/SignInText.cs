namespace GovAccountConsole.Web.Components.SignIn;

/// <summary>Words of the sign-in pages and of Identity's refusals.</summary>
public sealed class SignInText;
