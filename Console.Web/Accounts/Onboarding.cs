using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Accounts;

namespace GovAccountConsole.Web.Accounts;

/// <summary>The four steps of bringing an account on board.</summary>
public enum OnboardingStep
{
    /// <summary>Whose it is and who answers for it.</summary>
    Who = 1,

    /// <summary>Credentials.</summary>
    Credentials,

    /// <summary>Live test.</summary>
    Test,

    /// <summary>Review plan and hand-over.</summary>
    HandOver,
}

/// <summary>Where an account stands on its way.</summary>
public static class Onboarding
{
    /// <summary>Checks without which nobody may approve.</summary>
    public static IReadOnlyList<string> MustPass { get; } = ["appId", "appSecret", "ipAllowList"];

    /// <summary>Whether the account could be approved.</summary>
    public static bool IsVerified(IReadOnlyList<CredentialCheck> checks) => MustPass.All(name => checks.Any(check => check.Name == name && check.Ok == true));

    /// <summary>The step somebody who comes back should see.</summary>
    public static OnboardingStep StepOf(AccountDetail? account) =>
        account is null ? OnboardingStep.Who : IsVerified(account.Checks) ? OnboardingStep.HandOver : OnboardingStep.Test;
}
