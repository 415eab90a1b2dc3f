using System.Security.Cryptography;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;

namespace GovAccountConsole.Web.Accounts;

/// <summary>What is typed about an account. Secrets live here until they are sent and are never filled in from the store.</summary>
public sealed class AccountForm
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>The owning agency.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Name shown to citizens.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Subscription or service.</summary>
    public AccountKind Kind { get; set; }

    /// <summary>Whether the platform verified the owner.</summary>
    public bool Verified { get; set; } = true;

    /// <summary>What it is mainly for.</summary>
    public Positioning Positioning { get; set; } = Positioning.Service;

    /// <summary>Who answers for it.</summary>
    public string Responsible { get; set; } = string.Empty;

    /// <summary>Filing number.</summary>
    public string FilingNumber { get; set; } = string.Empty;

    /// <summary>AppID.</summary>
    public string AppId { get; set; } = string.Empty;

    /// <summary>AppSecret as typed.</summary>
    public string AppSecret { get; set; } = string.Empty;

    /// <summary>Callback token as typed.</summary>
    public string Token { get; set; } = string.Empty;

    /// <summary>EncodingAESKey as typed.</summary>
    public string EncodingAesKey { get; set; } = string.Empty;

    /// <summary>What is wrong with the form of what was typed so far; empty fields are not yet wrong.</summary>
    public IReadOnlyList<Error> FormErrors() => [.. OfficialAccount.Check(Details, Secrets, secretsRequired: false).Where(error => error.Code != "required")];

    /// <summary>What the first step lacks.</summary>
    public IReadOnlyList<Error> WhoErrors() =>
    [
        .. AgencyId is null ? [Error.Required("agencyId")] : Array.Empty<Error>(),
        .. OfficialAccount.Check(Details, Secrets, secretsRequired: false).Where(error => error.Field == "name"),
    ];

    /// <summary>For the use cases; white space around a pasted credential is no part of it.</summary>
    public AccountInput ToInput() => new(AgencyId ?? Guid.Empty, Details, Secrets);

    /// <summary>Makes a callback token and key, for accounts whose callback is set up for the first time.</summary>
    public void MakeCallbackKeys()
    {
        Token = RandomNumberGenerator.GetString(Letters, 32);
        EncodingAesKey = RandomNumberGenerator.GetString(Letters, 43);
    }

    /// <summary>Forgets the secrets once they were sent.</summary>
    public void ForgetSecrets() => AppSecret = Token = EncodingAesKey = string.Empty;

    /// <summary>Fills in what is known of a stored account.</summary>
    public static AccountForm Of(AccountDetail account) => new()
    {
        AgencyId = account.Row.AgencyId,
        Name = account.Row.Name,
        Kind = account.Row.Kind,
        Verified = account.Row.Verified,
        Positioning = account.Row.Positioning,
        Responsible = account.Responsible ?? string.Empty,
        FilingNumber = account.FilingNumber ?? string.Empty,
        AppId = account.Row.AppId,
    };

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private AccountDetails Details => new(Name, AppId.Trim(), Kind, Verified, Positioning) { Responsible = NullIfEmpty(Responsible), FilingNumber = NullIfEmpty(FilingNumber) };

    private AccountSecrets Secrets => new(NullIfEmpty(AppSecret), NullIfEmpty(Token), NullIfEmpty(EncodingAesKey));
}
