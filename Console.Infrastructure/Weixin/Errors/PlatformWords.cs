using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Words troubles of deliveries and checks of credentials in the language of the current culture.</summary>
public sealed class PlatformWords(IStringLocalizer<WeixinText> texts)
{
    private static readonly HashSet<string> _byEditing = new(StringComparer.Ordinal)
    {
        "content-differs", "picture-missing", "picture-changed", "picture-expired", "window-over", "picture-filtered", "publish-result-2", "publish-result-4",
    };

    private static readonly HashSet<string> _byLooking = new(StringComparer.Ordinal) { "result-missing", "draft-vanished", "draft-remains" };

    /// <summary>What happened, in one sentence; the code itself when there is no sentence for it.</summary>
    public string Message(Trouble trouble) => texts[trouble.Code, [.. trouble.Args]];

    /// <summary>What to do next, in one sentence.</summary>
    public string NextStep(Trouble trouble) => texts[NextKey(trouble)];

    /// <summary>What a credential check found and how to mend it.</summary>
    public string Detail(CredentialCheck check) => texts[check.DetailCode, [.. check.Args]];

    private static string NextKey(Trouble trouble)
    {
        if (_byLooking.Contains(trouble.Code) || trouble.Code.StartsWith("outcome-", StringComparison.Ordinal)) return "next-look";
        if (_byEditing.Contains(trouble.Code)) return "next-edit";
        if (trouble.Code.StartsWith("mass-result-", StringComparison.Ordinal))
            return trouble.Code is "mass-result-fail" or "mass-result-30001" or "mass-result-40001" or "mass-result-40002" ? "next-again" : "next-edit";
        return trouble.PlatformCode is { } code ? "next-" + WeixinErrors.Find(code).Mend.ToString().ToLowerInvariant() : "next-again";
    }
}
