namespace GovAccountConsole.Web.Accounts;

/// <summary>Words of the account pages: matrix table, account, onboarding, import.</summary>
public sealed class AccountsText;
